import { readCalls } from '#db/read/call.ts'
import { anyone } from '#lib/domain/access.ts'
import { askedSlug } from '#lib/server/asked.ts'
import { query } from '#lib/server/query.ts'
import { Refusal } from '#lib/server/refusal.ts'

/** One published call. Throws `not-found`. */
export const showCall = query({
  name: 'call.show',
  input: askedSlug,
  may: anyone,
  read: async ({ tx, now }, { slug }) => {
    const [found] = await readCalls(tx, now, slug)
    if (found === undefined) throw new Refusal('not-found')
    return found
  },
})
