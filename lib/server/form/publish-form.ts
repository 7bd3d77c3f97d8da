import { formVersion } from '#db/schema/form.ts'
import { readFormVersions } from '#db/read/call-form.ts'
import { manager, type Person } from '#lib/domain/access.ts'
import { formDiff, isSameForm } from '#lib/domain/form-diff.ts'
import { draftProse } from '#lib/domain/form-text.ts'
import { lengthOf } from '#lib/domain/plain-text.ts'
import { questionFaults } from '#lib/domain/question.ts'
import { loadCall, loadQuestions, mayStillChange, takeTurn, turn } from '#lib/server/call/load-call.ts'
import { command } from '#lib/server/command.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

const remark = draftProse.transform((text) => text.trim()).refine((text) => lengthOf(text) <= 500, { params: { code: 'over-limit' } }).nullish().transform((text) => text || null)

/**
 * Publishes the questions as they stand as the form's next version; the ones before stay as they were, and so do the
 * answers in drafts. Refused as `conflict` for `not-published` before the call itself is, or for `nothing-changed`.
 */
export const publishForm = command({
  name: 'form.publish',
  input: z.object({ ...turn, remark }),
  subject: (read, { slug }) => loadCall(read, slug),
  may: manager,
  when: mayStillChange('form'),
  run: async ({ tx, actor, subject, now, note }, { version, remark: said }) => {
    if (subject.publishedAt === null) throw new Refusal('conflict', { reason: 'not-published' })
    await takeTurn(tx, subject, version)
    const questions = await loadQuestions(tx, subject.id)
    if (questionFaults(questions).length > 0) throw new Refusal('invalid', { reason: 'not-ready', faults: [{ path: 'form', code: 'question-faults' }] })
    const [last] = await readFormVersions(tx, subject.id, 1)
    if (last && isSameForm(formDiff(last.questions, questions))) throw new Refusal('conflict', { reason: 'nothing-changed' })
    const next = (last?.version ?? 0) + 1
    await tx.insert(formVersion).values({ callId: subject.id, version: next, questions, note: said, publishedBy: (actor as Person).id, publishedAt: now })
    note({ subject: subject.id, detail: { version: version + 1, formVersion: next } })
    return { formVersion: next }
  },
})
