import { readLaureates } from '#db/read/laureate.ts'
import { anyone } from '#lib/domain/access.ts'
import { query } from '#lib/server/query.ts'
import { z } from 'zod'

/** Laureates of published calls, in order of call. */
export const listLaureates = query({
  name: 'laureate.list',
  input: z.object({}),
  may: anyone,
  read: ({ tx }) => readLaureates(tx),
})
