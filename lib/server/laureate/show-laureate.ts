import { readLaureates } from '#db/read/laureate.ts'
import { anyone } from '#lib/domain/access.ts'
import { askedSlug } from '#lib/server/asked.ts'
import { query } from '#lib/server/query.ts'
import { Refusal } from '#lib/server/refusal.ts'

/** One laureate. Throws `not-found`. */
export const showLaureate = query({
  name: 'laureate.show',
  input: askedSlug,
  may: anyone,
  read: async ({ tx }, { slug }) => {
    const [found] = await readLaureates(tx, { slug })
    if (found === undefined) throw new Refusal('not-found')
    return found
  },
})
