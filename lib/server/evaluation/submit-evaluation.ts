import { createHash } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { evaluation, evaluationSubmission } from '#db/schema/evaluation.ts'
import { type Actor, authorOf } from '#lib/domain/access.ts'
import { canonicalJson } from '#lib/domain/canonical-json.ts'
import { evaluationContent, evaluationGaps, markIn, notApplicable } from '#lib/domain/evaluation-marks.ts'
import { command } from '#lib/server/command.ts'
import { isWritable, loadEvaluation, type LoadedEvaluation, readCriteria, type ShownCriterion } from '#lib/server/evaluation/load-evaluation.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

type Submission = typeof evaluationSubmission.$inferSelect

/** One's own evaluation, which no other page saves until the transaction is over, and what this `key` was answered before. */
async function lockEvaluation(read: Reader, evaluationId: string, actor: Actor, key: string) {
  if (actor !== null) await read.select({ id: evaluation.id }).from(evaluation).where(and(eq(evaluation.id, evaluationId), eq(evaluation.personId, actor.id))).for('update')
  const loaded = await loadEvaluation(read, evaluationId, actor)
  const [answered] = await read.select().from(evaluationSubmission).where(and(eq(evaluationSubmission.evaluationId, evaluationId), eq(evaluationSubmission.idempotencyKey, key)))
  return { ...loaded, answered: answered ?? null }
}

function answerOf({ evaluationId, sequence, submittedAt, sha256 }: Submission) {
  return { id: evaluationId, sequence, submittedAt: submittedAt.toISOString(), sha256 }
}

/**
 * Submits one's own evaluation as it was seen at `version`, and freezes what it says as canonical JSON with its SHA-256.
 * Refused with `evaluation-changed` when it is at another version, `invalid` for the reason `gaps` naming each, `closed`
 * when it may not be written. The same `key` again is answered as the first time; `key-reused` for another version.
 */
export const submitEvaluation = command({
  name: 'evaluation.submit',
  input: z.object({ evaluationId: z.uuid(), version: z.int().min(0).max(2_147_483_647), key: z.string().min(8).max(100) }),
  subject: (read, { evaluationId, key }, actor) => lockEvaluation(read, evaluationId, actor, key),
  may: (actor, { evaluation: its }) => authorOf(actor, its.personId),
  when: (subject) => subject.answered !== null || isWritable(subject),
  run: async ({ tx, subject, now, note }, { evaluationId, version, key }) => {
    const { evaluation: its, round: of, scorer: by, answered } = subject
    if (answered !== null) {
      if ((JSON.parse(answered.content) as { version: number }).version !== version) throw new Refusal('conflict', { reason: 'key-reused' })
      note({ subject: evaluationId, detail: { sequence: answered.sequence, again: true } })
      return answerOf(answered)
    }
    if (its.version !== version) throw new Refusal('conflict', { reason: 'evaluation-changed', current: { version: its.version, savedAt: its.savedAt.toISOString() } })
    const criteria = await readCriteria(tx, of.id, by)
    const faults = evaluationGaps(evaluationContent(its), criteria).map(({ field, code }) => ({ path: field, code }))
    if (faults.length > 0) throw new Refusal('invalid', { reason: 'gaps', faults })
    const sequence = its.sequence + 1
    const content = canonicalJson(frozen(subject, criteria, sequence, now))
    const written: Submission = { evaluationId, sequence, submittedAt: now, content, sha256: createHash('sha256').update(content).digest('hex'), idempotencyKey: key }
    await tx.update(evaluation).set({ submittedAt: now, sequence: sql`${evaluation.sequence} + 1` }).where(eq(evaluation.id, evaluationId))
    await tx.insert(evaluationSubmission).values(written)
    note({ subject: evaluationId, detail: { sequence, sha256: written.sha256 } })
    return answerOf(written)
  },
})

/** What a submission freezes: everything by name, so that it can be read without the portal. */
function frozen({ evaluation: its, round: of, judged, call }: LoadedEvaluation, criteria: readonly ShownCriterion[], sequence: number, now: Date) {
  const content = evaluationContent(its)
  return {
    evaluation: its.id, version: its.version, sequence, submittedAt: now.toISOString(), call: call.slug, round: of.name, application: judged?.number, scorer: its.personId,
    marks: criteria.map(({ slug, name, weight, id }) => ({ criterion: slug, name, weight, mark: markIn(content, id) ?? notApplicable })),
    commentToApplicant: its.commentToApplicant?.trim() || null,
    commentToJury: its.commentToJury?.trim() || null,
  }
}
