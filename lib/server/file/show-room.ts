import { editorOf, signedIn } from '#lib/domain/access.ts'
import { fieldOfFile } from '#lib/domain/deposit.ts'
import { mayChangeFields } from '#lib/domain/draft.ts'
import { loadDraft } from '#lib/server/draft/show-draft.ts'
import { broughtBefore, fileTarget, heldFiles, requireFileQuestion } from '#lib/server/file/receivable.ts'
import { query } from '#lib/server/query.ts'
import { Refusal } from '#lib/server/refusal.ts'

/**
 * Whether a file may be sent to a draft, asked before its first byte is taken: what the draft holds, or the file this
 * attempt brought already. Throws `not-found`, `closed`, or `invalid` for `questionId`.
 */
export const showRoom = query({
  name: 'file.room',
  input: fileTarget,
  may: signedIn,
  read: async ({ tx, actor, now }, target) => {
    const { draft, organisation, window } = await loadDraft(tx, target.draftId, actor?.id ?? null)
    if (!editorOf(actor, organisation.id)) throw new Refusal('not-found')
    const before = await broughtBefore(tx, target)
    if (before) return { before, held: null }
    if (!mayChangeFields([fieldOfFile(target.questionId)], window, now)) throw new Refusal('closed', { reason: 'file.add' })
    await requireFileQuestion(tx, draft.callId, target.questionId)
    return { before: null, held: await heldFiles(tx, target.draftId) }
  },
})
