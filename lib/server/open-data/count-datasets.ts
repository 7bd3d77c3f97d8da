import { countPublicRows } from '#db/read/open-data.ts'
import { anyone } from '#lib/domain/access.ts'
import { query } from '#lib/server/query.ts'
import { z } from 'zod'

/** How many rows each downloadable table has. */
export const countDatasets = query({
  name: 'open-data.count',
  input: z.object({}),
  may: anyone,
  read: ({ tx }) => countPublicRows(tx),
})
