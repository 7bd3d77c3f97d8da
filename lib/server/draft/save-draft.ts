import { hash } from 'node:crypto'
import { type Actor, editorOf } from '#lib/domain/access.ts'
import { canonicalJson } from '#lib/domain/canonical-json.ts'
import { type Content, mayChangeFields, patchSchema } from '#lib/domain/draft.ts'
import { questionOf } from '#lib/domain/field-name.ts'
import { autosave, type Told } from '#lib/server/autosave.ts'
import { fieldsOf } from '#lib/server/draft/content.ts'
import { readFormQuestions } from '#lib/server/draft/read-form-questions.ts'
import { type WindowRow, windowOf } from '#lib/server/draft/window.ts'
import { parse } from '#lib/server/opening.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

type Draft = WindowRow & { organisationId: string; formVersionId: string | null }
/** What the writing function answers. */
type Written =
  | { outcome: 'saved' | 'key-reused'; version: number; savedAt: string; sha256: string }
  | { outcome: 'conflict'; version: number; savedAt: string; fields: string[]; row: Record<string, unknown> }

type Patch = { names: string[]; core: Content; answers: Content; digest: string }

/**
 * Saves fields of a draft written on `version`. Answers the new version, when it was kept, and the SHA-256 of the
 * canonical JSON of the fields as kept. Refused with `conflict` and the fields that differ when somebody saved since;
 * `closed` after the deadline; `invalid` naming each field. The same `key` again is answered as the first time.
 */
export const saveDraft = autosave({
  name: 'draft.save',
  input: z.object({
    draftId: z.uuid(),
    version: z.int().min(0).max(2_147_483_647),
    key: z.string().min(8).max(100),
    fields: z.record(z.string().max(60), z.unknown()),
  }),
  of: ({ draftId }) => draftId,
  open: (sql, { personId, session, spent }, { draftId }) => sql<{ answer: Told<Draft> }[]>`
    select portal.open_draft(${personId}::uuid, ${session ?? null}::bytea, ${spent}::float8, ${draftId}::uuid) as answer`,
  may: (actor: Actor, { organisationId }: Draft) => editorOf(actor, organisationId),
  when: (draft, now, { fields }) => mayChangeFields(Object.keys(fields), windowOf(draft), now),
  judge: async ({ formVersionId }, { fields }): Promise<Patch> => {
    const kept: Content = parse(patchSchema(await readFormQuestions(formVersionId)), fields)
    const part = (own: boolean) => Object.fromEntries(Object.entries(kept).filter(([name]) => (questionOf(name) !== null) === own))
    const answers = Object.fromEntries(Object.entries(part(true)).map(([name, value]) => [questionOf(name) as string, value]))
    return { names: Object.keys(kept), core: part(false), answers, digest: hash('sha256', canonicalJson(kept)) }
  },
  write: (sql, { personId, session, spent, arrived, facts }, { draftId, version, key }, { names, core, answers, digest }) => sql<{ answer: Written | null }[]>`
    select portal.save_draft(
      ${personId}::uuid, ${session ?? null}::bytea, ${spent}::float8, ${arrived}::timestamptz, ${facts}, ${draftId}::uuid, ${version}::int, ${key}, ${digest}, ${names}::text[],
      ${JSON.stringify(core)}::text::jsonb, ${JSON.stringify(answers)}::text::jsonb) as answer`,
  answer: (written) => {
    const { outcome, version, savedAt } = written
    if (outcome === 'conflict') throw new Refusal('conflict', { reason: 'draft-changed', current: { version, savedAt, fields: fieldsOf(written.row, written.fields) } })
    if (outcome === 'key-reused') throw new Refusal('conflict', { reason: 'key-reused' })
    return { version, savedAt: new Date(savedAt).toISOString(), sha256: written.sha256 }
  },
})
