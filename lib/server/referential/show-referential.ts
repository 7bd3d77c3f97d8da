import { readReferential } from '#db/read/referential.ts'
import { anyone } from '#lib/domain/access.ts'
import { query } from '#lib/server/query.ts'
import { z } from 'zod'

/** Rules, rubric, prioritisation method, programme, context figures, and what was looked for and not found. */
export const showReferential = query({
  name: 'referential.show',
  input: z.object({}),
  may: anyone,
  read: ({ tx }) => readReferential(tx),
})
