import { hash } from 'node:crypto'
import { type Actor, editorOf } from '#lib/domain/access.ts'
import { canonicalJson } from '#lib/domain/canonical-json.ts'
import type { Figures, Mood, Progress } from '#lib/domain/check-in.ts'
import { checkInContent } from '#lib/domain/check-in-content.ts'
import { type CheckInPatch, type CheckInScope, judgeCheckIn } from '#lib/domain/check-in-fields.ts'
import { autosave, type Told } from '#lib/server/autosave.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

type Work = CheckInScope & { organisationId: string; stoppedAt: string | null; submittedAt: string | null; skippedAt: string | null; isOpen: boolean }
type Row = { progress: Progress; figures: Figures; blockers: string | null; askOrganisationId: string | null; ask: string | null; mood: Mood | null; moodReason: string | null }
/** What the writing function answers. */
type Written =
  | { outcome: 'saved' | 'key-reused'; version: number; savedAt: string; sha256: string }
  | ({ outcome: 'conflict'; version: number; savedAt: string; fields: string[] } & Row)

type Judged = CheckInPatch & { names: string[]; digest: string }

/**
 * Saves fields of a check-in written on `version`, by the laureate's own people, from the day it opens until it is submitted
 * or skipped. Answers the new version, when it was kept, and the SHA-256 of the canonical JSON of the fields as kept. Refused
 * with `conflict` and the fields that differ when somebody saved since; `closed`; `invalid` naming each field. The same
 * `key` again is answered as the first time.
 */
export const saveCheckIn = autosave({
  name: 'check-in.save',
  input: z.object({
    checkInId: z.uuid(),
    version: z.int().min(0).max(2_147_483_647),
    key: z.string().min(8).max(100),
    fields: z.record(z.string().max(80), z.unknown()),
  }),
  of: ({ checkInId }) => checkInId,
  open: (sql, { personId, session, spent }, { checkInId }) => sql<{ answer: Told<Work> }[]>`
    select portal.open_check_in(${personId}::uuid, ${session ?? null}::bytea, ${spent}::float8, ${checkInId}::uuid) as answer`,
  may: (actor: Actor, { organisationId }: Work) => editorOf(actor, organisationId),
  when: ({ isOpen, stoppedAt, submittedAt, skippedAt }) => isOpen && stoppedAt === null && submittedAt === null && skippedAt === null,
  judge: (scope, { fields }): Judged => {
    const { patch, kept, faults } = judgeCheckIn(fields, scope)
    if (faults.length > 0) throw new Refusal('invalid', { faults })
    return { ...patch, names: Object.keys(kept), digest: hash('sha256', canonicalJson(kept)) }
  },
  write: (sql, { personId, session, spent, arrived, facts }, { checkInId, version, key }, { names, progress, figures, core, digest }) => sql<{ answer: Written | null }[]>`
    select portal.save_check_in(
      ${personId}::uuid, ${session ?? null}::bytea, ${spent}::float8, ${arrived}::timestamptz, ${facts}, ${checkInId}::uuid, ${version}::int, ${key}, ${digest}, ${names}::text[],
      ${JSON.stringify(progress)}::text::jsonb, ${JSON.stringify(figures)}::text::jsonb, ${JSON.stringify(core)}::text::jsonb) as answer`,
  answer: (written) => {
    const { outcome, version, savedAt } = written
    if (outcome === 'conflict') {
      const content = checkInContent(written)
      throw new Refusal('conflict', { reason: 'check-in-changed', current: { version, savedAt, fields: Object.fromEntries(written.fields.map((name) => [name, content[name] ?? null])) } })
    }
    if (outcome === 'key-reused') throw new Refusal('conflict', { reason: 'key-reused' })
    return { version, savedAt: new Date(savedAt).toISOString(), sha256: written.sha256 }
  },
})
