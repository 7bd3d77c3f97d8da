import { eq, sql } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { call } from '#db/schema/call.ts'
import { evaluation } from '#db/schema/evaluation.ts'
import { round } from '#db/schema/round.ts'
import { manager } from '#lib/domain/access.ts'
import { evaluationLimits } from '#lib/domain/evaluation-marks.ts'
import { required } from '#lib/domain/form-text.ts'
import { inLocale } from '#lib/domain/localized.ts'
import { command } from '#lib/server/command.ts'
import { type Addressee, pageAddress, writeMails } from '#lib/server/mail/write-mail.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

/** An evaluation as the wall shows it to managers: once it is submitted. Throws `not-found`. */
async function loadSubmitted(read: Reader, evaluationId: string) {
  const [found] = await read
    .select({ roundId: evaluation.roundId, name: round.name, closedAt: round.closedAt, call: call.title, submittedAt: evaluation.submittedAt })
    .from(evaluation)
    .innerJoin(round, eq(round.id, evaluation.roundId))
    .innerJoin(call, eq(call.id, round.callId))
    .where(eq(evaluation.id, evaluationId))
  if (!found || found.submittedAt === null) throw new Refusal('not-found')
  return found
}

/**
 * Gives a submitted evaluation back to its author, who is told why in the portal, and by mail only that there is something
 * to see. It stops counting until it is submitted again. Refused with `closed` once the round is closed.
 */
export const reopenEvaluation = command({
  name: 'evaluation.reopen',
  input: z.object({ evaluationId: z.uuid(), reason: required(evaluationLimits.reopening) }),
  subject: (read, { evaluationId }) => loadSubmitted(read, evaluationId),
  may: manager,
  when: ({ closedAt }) => closedAt === null,
  run: async ({ tx, actor, subject, note }, { evaluationId, reason }) => {
    const to = await tx.execute<Addressee>(sql`select person_id as "personId", email, locale from portal.reopen_evaluation(${evaluationId}::uuid, ${reason})`)
    if (to.length === 0) throw new Refusal('not-found')
    await writeMails(tx, to, actor?.id ?? null, (locale) => ({ kind: 'reopened', values: { round: inLocale(subject.name, locale), call: inLocale(subject.call, locale), link: pageAddress(locale, `/scoring/evaluations/${evaluationId}`) } }))
    note({ subject: evaluationId, detail: { roundId: subject.roundId, reason } })
    return { id: evaluationId }
  },
})
