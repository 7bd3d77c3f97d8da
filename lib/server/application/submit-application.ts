import { ownerOf, type Person } from '#lib/domain/access.ts'
import { editableFields, isOpen } from '#lib/domain/draft.ts'
import { answeredBefore, deposit } from '#lib/server/application/deposit.ts'
import { lockDraft } from '#lib/server/application/lock-draft.ts'
import { command } from '#lib/server/command.ts'
import { z } from 'zod'

/**
 * Deposits a draft as its owner saw it at `version`; again before the deadline, the new deposit takes the place of the
 * last one under the same number. After the deadline, only what was left open or reopened is deposited. Answers the
 * receipt; the same `key` again is answered the same, even when it is too late by then. Refused with `closed`,
 * `draft-changed`, `key-reused`, or `invalid` naming each gap.
 */
export const submitApplication = command({
  name: 'application.submit',
  input: z.object({ draftId: z.uuid(), version: z.int().min(0).max(2_147_483_647), key: z.string().min(8).max(100) }),
  subject: (read, { draftId, key }, actor) => lockDraft(read, draftId, actor, key),
  may: (actor, { organisation }) => ownerOf(actor, organisation.id),
  when: ({ answered, window }, now) => answered !== null || isOpen(window, now) || editableFields(window, now).length > 0,
  run: async ({ tx, actor, subject, now, note }, { draftId, version, key }) => {
    const before = answeredBefore(subject, version)
    const answer = before ?? (await deposit({ tx, actor: actor as Person, locked: subject, now, version, key, fields: editableFields(subject.window, now) }))
    note({ subject: draftId, detail: { sequence: answer.sequence, kind: answer.kind, sha256: answer.sha256, ...(before && { again: true }) } })
    return answer
  },
})
