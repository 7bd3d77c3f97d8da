import { readPublicRupture } from '#db/read/open-data.ts'
import { anyone } from '#lib/domain/access.ts'
import { askedSlug } from '#lib/server/asked.ts'
import { query } from '#lib/server/query.ts'
import { Refusal } from '#lib/server/refusal.ts'

/** One rupture as open data, with its versions and the laureates held to mend it. Throws `not-found`. */
export const showPublicRupture = query({
  name: 'open-data.rupture',
  input: askedSlug,
  may: anyone,
  read: async ({ tx }, { slug }) => {
    const found = await readPublicRupture(tx, slug)
    if (found === null) throw new Refusal('not-found')
    return found
  },
})
