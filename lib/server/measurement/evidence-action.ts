import { createHash } from 'node:crypto'
import { refresh } from 'next/cache'
import { kindOfName } from '#lib/domain/file.ts'
import type { FormState } from '#lib/domain/form-state.ts'
import { action, text } from '#lib/server/action.ts'
import { sendDocument } from '#lib/server/file/send-file.ts'

type Step = (before: FormState, form: FormData) => Promise<FormState>

/**
 * Before a measurement is written: a file that came with the form, as where there is no script, becomes a document of its
 * programme and the one chosen. Refused, it leaves nothing and the measurement is not written; kept, it stays whatever follows.
 */
export function withEvidence(write: Step): Step {
  return async (before, form) => {
    const file = form.get('file')
    form.delete('file')
    if (!isChosen(file)) return write(before, form)
    const sent = await keep(before, form, file)
    if (sent.status === 'refused') return sent
    const answer = await write(before, form)
    // The form is shown again: the document it chose is among those it offers by now.
    refresh()
    return answer
  }
}

/** No file chosen comes as an empty one, by whatever name the browser or the framework gives it. */
function isChosen(file: FormDataEntryValue | null): file is File {
  return file instanceof File && (file.size > 0 || kindOfName(file.name) !== undefined)
}

/** Enters the file as a document; the same bytes sent again with the same form are one document. */
async function keep(before: FormState, form: FormData, file: File): Promise<FormState> {
  const digest = createHash('sha256').update(new Uint8Array(await file.arrayBuffer())).digest('hex')
  const enter = action({
    verb: sendDocument,
    input: () => ({ programmeId: text(form, 'programmeId'), milestoneId: null, key: `${text(form, 'key')}.${digest.slice(0, 32)}`, name: file.name, body: file.stream(), size: file.size }),
    done: ({ id }) => form.set('fileId', id),
  })
  return enter(before, form)
}
