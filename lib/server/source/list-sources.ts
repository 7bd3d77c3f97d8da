import { readSources } from '#db/read/source.ts'
import { anyone } from '#lib/domain/access.ts'
import { query } from '#lib/server/query.ts'
import { z } from 'zod'

/** Every source, with the number of current figures that rest on it. */
export const listSources = query({
  name: 'source.list',
  input: z.object({}),
  may: anyone,
  read: ({ tx }) => readSources(tx),
})
