import { hash } from 'node:crypto'
import { type Actor, authorOf } from '#lib/domain/access.ts'
import { canonicalJson } from '#lib/domain/canonical-json.ts'
import type { Scores } from '#lib/domain/evaluation.ts'
import { type AskedCriterion, type EvaluationPatch, judgePatch } from '#lib/domain/evaluation-fields.ts'
import { evaluationContent } from '#lib/domain/evaluation-marks.ts'
import { type CriterionAudience, isPutTo } from '#lib/domain/round.ts'
import { autosave, type Told } from '#lib/server/autosave.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

type Work = {
  personId: string
  openedAt: string | null
  closedAt: string | null
  submittedAt: string | null
  abstainedAt: string | null
  declaredAt: string | null
  livedExperience: boolean
  clinical: boolean
  criteria: (AskedCriterion & { putTo: CriterionAudience })[]
}
/** What the writing function answers. */
type Written =
  | { outcome: 'saved' | 'key-reused'; version: number; savedAt: string; sha256: string }
  | { outcome: 'conflict'; version: number; savedAt: string; fields: string[]; scores: Scores; commentToApplicant: string | null; commentToJury: string | null }

type Judged = EvaluationPatch & { names: string[]; digest: string }

/**
 * Saves fields of one's own evaluation written on `version`: `scores.<criterionId>` and the two comments. Answers the new
 * version, when it was kept, and the SHA-256 of the canonical JSON of the fields as kept. Refused with `conflict` and the
 * fields that differ when another page saved since; `closed` before the round opens, after it closes, once submitted or
 * abstained; `invalid` naming each field. The same `key` again is answered as the first time.
 */
export const saveEvaluation = autosave({
  name: 'evaluation.save',
  input: z.object({
    evaluationId: z.uuid(),
    version: z.int().min(0).max(2_147_483_647),
    key: z.string().min(8).max(100),
    fields: z.record(z.string().max(60), z.unknown()),
  }),
  of: ({ evaluationId }) => evaluationId,
  open: (sql, { personId, session, spent }, { evaluationId }) => sql<{ answer: Told<Work> }[]>`
    select portal.open_evaluation(${personId}::uuid, ${session ?? null}::bytea, ${spent}::float8, ${evaluationId}::uuid) as answer`,
  may: (actor: Actor, { personId }: Work) => authorOf(actor, personId),
  when: ({ openedAt, closedAt, submittedAt, abstainedAt, declaredAt }) => openedAt !== null && declaredAt !== null && closedAt === null && submittedAt === null && abstainedAt === null,
  judge: ({ criteria, ...voice }, { fields }): Judged => {
    const { patch, kept, faults } = judgePatch(fields, criteria.filter(({ putTo }) => isPutTo(putTo, voice)))
    if (faults.length > 0) throw new Refusal('invalid', { faults })
    return { ...patch, names: Object.keys(kept), digest: hash('sha256', canonicalJson(kept)) }
  },
  write: (sql, { personId, session, spent, arrived, facts }, { evaluationId, version, key }, { names, marks, unmarked, comments, digest }) => sql<{ answer: Written | null }[]>`
    select portal.save_evaluation(
      ${personId}::uuid, ${session ?? null}::bytea, ${spent}::float8, ${arrived}::timestamptz, ${facts}, ${evaluationId}::uuid, ${version}::int, ${key}, ${digest}, ${names}::text[],
      ${JSON.stringify(marks)}::text::jsonb, ${unmarked}::text[], ${JSON.stringify(comments)}::text::jsonb) as answer`,
  answer: (written) => {
    const { outcome, version, savedAt } = written
    if (outcome === 'conflict') {
      const content = evaluationContent(written)
      throw new Refusal('conflict', { reason: 'evaluation-changed', current: { version, savedAt, fields: Object.fromEntries(written.fields.map((name) => [name, content[name] ?? null])) } })
    }
    if (outcome === 'key-reused') throw new Refusal('conflict', { reason: 'key-reused' })
    return { version, savedAt: new Date(savedAt).toISOString(), sha256: written.sha256 }
  },
})
