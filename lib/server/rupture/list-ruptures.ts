import { asc } from 'drizzle-orm'
import { readPublicRuptures } from '#db/read/open-data.ts'
import { readLaureates } from '#db/read/laureate.ts'
import { stage } from '#db/schema/rupture.ts'
import { anyone } from '#lib/domain/access.ts'
import { query } from '#lib/server/query.ts'
import { z } from 'zod'

/** Every rupture in the order of the pathway, the stages, and the laureates held to mend them. */
export const listRuptures = query({
  name: 'rupture.list',
  input: z.object({}),
  may: anyone,
  read: async ({ tx }) => {
    const [stages, ruptures, laureates] = await Promise.all([tx.select().from(stage).orderBy(asc(stage.position)), readPublicRuptures(tx), readLaureates(tx)])
    return { stages, ruptures, laureates }
  },
})
