import { readCalls } from '#db/read/call.ts'
import { anyone } from '#lib/domain/access.ts'
import { query } from '#lib/server/query.ts'
import { z } from 'zod'

/** Published calls with all their parts, in order of opening, those run elsewhere after ours and invented ones last. */
export const listCalls = query({
  name: 'call.list',
  input: z.object({}),
  may: anyone,
  read: ({ tx, now }) => readCalls(tx, now),
})
