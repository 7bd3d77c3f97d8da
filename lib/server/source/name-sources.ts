import { readSourceNames } from '#db/read/source.ts'
import { anyone } from '#lib/domain/access.ts'
import { query } from '#lib/server/query.ts'
import { z } from 'zod'

/** Every source by its id, with what is needed to name it under a figure. */
export const nameSources = query({
  name: 'source.names',
  input: z.object({}),
  may: anyone,
  read: async ({ tx }) => Object.fromEntries((await readSourceNames(tx)).map((source) => [source.id, source])),
})
