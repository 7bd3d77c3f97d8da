import { readSource } from '#db/read/source.ts'
import { anyone } from '#lib/domain/access.ts'
import { askedSlug } from '#lib/server/asked.ts'
import { query } from '#lib/server/query.ts'
import { Refusal } from '#lib/server/refusal.ts'

/** One source and everything that rests on it. Throws `not-found`. */
export const showSource = query({
  name: 'source.show',
  input: askedSlug,
  may: anyone,
  read: async ({ tx }, { slug }) => {
    const found = await readSource(tx, slug)
    if (found === null) throw new Refusal('not-found')
    return found
  },
})
