import { readInitiatives } from '#db/read/initiative.ts'
import { anyone } from '#lib/domain/access.ts'
import { askedSlug } from '#lib/server/asked.ts'
import { query } from '#lib/server/query.ts'
import { Refusal } from '#lib/server/refusal.ts'

/** One initiative. Throws `not-found`. */
export const showInitiative = query({
  name: 'initiative.show',
  input: askedSlug,
  may: anyone,
  read: async ({ tx, now }, { slug }) => {
    const [found] = await readInitiatives(tx, now, slug)
    if (found === undefined) throw new Refusal('not-found')
    return found
  },
})
