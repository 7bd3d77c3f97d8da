import { desc, eq } from 'drizzle-orm'
import { application } from '#db/schema/application.ts'
import { person } from '#db/schema/person.ts'
import { screeningDeed } from '#db/schema/screening.ts'
import { manager } from '#lib/domain/access.ts'
import { query } from '#lib/server/query.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

/** What screening made of one application, the newest first, with who did it as far as the reader knows them. Throws `not-found`. */
export const showHistory = query({
  name: 'screening.history',
  input: z.object({ applicationId: z.uuid().catch('00000000-0000-0000-0000-000000000000') }),
  may: manager,
  read: async ({ tx }, { applicationId }) => {
    const [found] = await tx.select({ id: application.id }).from(application).where(eq(application.id, applicationId))
    if (!found) throw new Refusal('not-found')
    return tx
      .select({
        id: screeningDeed.id, batchId: screeningDeed.batchId, kind: screeningDeed.kind, before: screeningDeed.before, after: screeningDeed.after,
        doneAt: screeningDeed.doneAt, doneBy: person.name, undoneAt: screeningDeed.undoneAt,
      })
      .from(screeningDeed)
      .leftJoin(person, eq(person.id, screeningDeed.doneBy))
      .where(eq(screeningDeed.applicationId, applicationId))
      .orderBy(desc(screeningDeed.id))
      .limit(200)
  },
})
