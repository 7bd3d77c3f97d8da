import { readInitiatives } from '#db/read/initiative.ts'
import { anyone } from '#lib/domain/access.ts'
import { query } from '#lib/server/query.ts'
import { z } from 'zod'

/** Initiatives with their published calls, those run elsewhere last. */
export const listInitiatives = query({
  name: 'initiative.list',
  input: z.object({}),
  may: anyone,
  read: ({ tx, now }) => readInitiatives(tx, now),
})
