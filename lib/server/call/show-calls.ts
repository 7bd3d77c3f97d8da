import { readCalls } from '#db/read/call.ts'
import { anyone } from '#lib/domain/access.ts'
import { query } from '#lib/server/query.ts'
import { z } from 'zod'

/** The same calls as `listCalls`, and when they were read: a page says how far dates are. */
export const showCalls = query({
  name: 'call.show-all',
  input: z.object({}),
  may: anyone,
  read: async ({ tx, now }) => ({ calls: await readCalls(tx, now), now }),
})
