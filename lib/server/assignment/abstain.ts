import { eq } from 'drizzle-orm'
import { assignment } from '#db/schema/evaluation.ts'
import { authorOf } from '#lib/domain/access.ts'
import { abstentions } from '#lib/domain/evaluation.ts'
import { evaluationLimits } from '#lib/domain/evaluation-marks.ts'
import { optional } from '#lib/domain/form-text.ts'
import { command } from '#lib/server/command.ts'
import { isWritable, loadEvaluation } from '#lib/server/evaluation/load-evaluation.ts'
import { z } from 'zod'

const assignmentId = z.uuid().catch('00000000-0000-0000-0000-000000000000')

/** Does not score an application one was given, and says why; the managers find somebody else. What was written stays. */
export const abstain = command({
  name: 'assignment.abstain',
  input: z.object({ assignmentId, reason: z.enum(abstentions), note: optional(evaluationLimits.abstention) }),
  subject: (read, { assignmentId: id }, actor) => loadEvaluation(read, id, actor),
  may: (actor, { evaluation }) => authorOf(actor, evaluation.personId),
  when: isWritable,
  run: async ({ tx, now, note }, { assignmentId: id, reason, note: said }) => {
    await tx.update(assignment).set({ abstainedAt: now, abstention: reason, abstentionNote: said }).where(eq(assignment.id, id))
    note({ subject: id, detail: { reason } })
    return { id }
  },
})

/** Takes an abstention back, while the round is open and the application still theirs. */
export const resume = command({
  name: 'assignment.resume',
  input: z.object({ assignmentId }),
  subject: (read, { assignmentId: id }, actor) => loadEvaluation(read, id, actor),
  may: (actor, { evaluation }) => authorOf(actor, evaluation.personId),
  when: ({ round, assignment: { abstainedAt } }) => round.closedAt === null && abstainedAt !== null,
  run: async ({ tx, note }, { assignmentId: id }) => {
    await tx.update(assignment).set({ abstainedAt: null, abstention: null, abstentionNote: null }).where(eq(assignment.id, id))
    note({ subject: id })
    return { id }
  },
})
