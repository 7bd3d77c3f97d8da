import { readPublicRuptures } from '#db/read/open-data.ts'
import { anyone } from '#lib/domain/access.ts'
import { query } from '#lib/server/query.ts'
import { z } from 'zod'

/** Every estimate of the current ruptures, each with the rupture's name and version. */
export const listPublicEstimates = query({
  name: 'open-data.estimates',
  input: z.object({}),
  may: anyone,
  read: async ({ tx }) => {
    const ruptures = await readPublicRuptures(tx)
    return ruptures.flatMap(({ slug, version, estimates }) => estimates.map((estimate) => ({ ...estimate, rupture: slug, ruptureVersion: version })))
  },
})
