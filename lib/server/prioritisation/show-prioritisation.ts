import { inArray } from 'drizzle-orm'
import { readPublicRuptures } from '#db/read/open-data.ts'
import { readReferential } from '#db/read/referential.ts'
import { source } from '#db/schema/source.ts'
import { anyone } from '#lib/domain/access.ts'
import { query } from '#lib/server/query.ts'
import { z } from 'zod'

/** The method for choosing which ruptures to open first, its sources, and the ruptures it applies to. */
export const showPrioritisation = query({
  name: 'prioritisation.show',
  input: z.object({}),
  may: anyone,
  read: async ({ tx }) => {
    const [{ prioritisation: method }, ruptures] = await Promise.all([readReferential(tx), readPublicRuptures(tx)])
    const ids = [...new Set([...method.sourceIds, method.basisSourceId, method.stepsSourceId])]
    const sources = await tx.select().from(source).where(inArray(source.id, ids))
    return { method, ruptures, sources }
  },
})
