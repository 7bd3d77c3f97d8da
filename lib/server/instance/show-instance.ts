import { readInstance } from '#db/read/instance.ts'
import { anyone } from '#lib/domain/access.ts'
import { query } from '#lib/server/query.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

/** What this portal is. Throws `busy` while the database has not been prepared. */
export const showInstance = query({
  name: 'instance.show',
  input: z.object({}),
  may: anyone,
  read: async ({ tx }) => {
    const found = await readInstance(tx)
    if (found === null) throw new Refusal('busy', { retryAfter: 2 })
    return found
  },
})
