import { eq } from 'drizzle-orm'
import { application } from '#db/schema/application.ts'
import { call } from '#db/schema/call.ts'
import { decision, decisionReading } from '#db/schema/decision.ts'
import { memberOf, type Person } from '#lib/domain/access.ts'
import { command } from '#lib/server/command.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

/**
 * A released decision, for the people of the organisation it is about: the outcome, why, and how the file was judged. That
 * it was read is written down, for the managers to know. Throws `not-found` before the release.
 */
export const openDecision = command({
  name: 'decision.open',
  unrecorded: true,
  input: z.object({ applicationId: z.uuid().catch('00000000-0000-0000-0000-000000000000') }),
  subject: async (read, { applicationId }) => {
    const [found] = await read
      .select({
        organisationId: application.organisationId, number: application.number, solution: application.solution, organisationName: application.organisationName,
        outcome: decision.outcome, reserveRank: decision.reserveRank, motive: decision.motive, juryText: decision.juryText, releasedAt: decision.releasedAt, feedback: decision.feedback,
        call: { slug: call.slug, title: call.title, demonstration: call.demonstration },
      })
      .from(decision)
      .innerJoin(application, eq(application.id, decision.applicationId))
      .innerJoin(call, eq(call.id, decision.callId))
      .where(eq(decision.applicationId, applicationId))
    if (!found || found.releasedAt === null) throw new Refusal('not-found')
    return found
  },
  may: (actor, { organisationId }) => memberOf(actor, organisationId),
  run: async ({ tx, actor, subject, now }, { applicationId }) => {
    await tx.insert(decisionReading).values({ applicationId, personId: (actor as Person).id, readAt: now }).onConflictDoNothing()
    return { ...subject, id: applicationId, releasedAt: subject.releasedAt as Date }
  },
})
export type OpenedDecision = Awaited<ReturnType<typeof openDecision>>
