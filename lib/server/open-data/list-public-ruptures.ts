import { readPublicRuptures } from '#db/read/open-data.ts'
import { anyone } from '#lib/domain/access.ts'
import { query } from '#lib/server/query.ts'
import { z } from 'zod'

/** Every rupture as it stands, with all its estimates. */
export const listPublicRuptures = query({
  name: 'open-data.ruptures',
  input: z.object({}),
  may: anyone,
  read: ({ tx }) => readPublicRuptures(tx),
})
