'use server'
import { getLocale } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { action, text } from '#lib/server/action.ts'
import { askCorrection } from '#lib/server/correction/ask-correction.ts'
import { cancelCorrection } from '#lib/server/correction/settle-correction.ts'
import { sendMessage } from '#lib/server/message/send-message.ts'

const toFile = async (id: string, rest = ''): Promise<never> => redirect(`/${await getLocale()}/manage/applications/${id}${rest}`)
const fieldPrefix = 'field.'
/** Boxes are ticked under the fields' own names. */
const ticked = (form: FormData) => [...form.keys()].flatMap((name) => (name.startsWith(fieldPrefix) ? [name.slice(fieldPrefix.length)] : []))

export const ask = action({
  verb: askCorrection,
  input: (form) => ({ draftId: text(form, 'draftId'), fields: ticked(form), request: text(form, 'request'), until: text(form, 'until') }),
  done: (_result, form) => toFile(text(form, 'draftId'), '?sent=correction#corrections'),
})

export const cancel = action({
  verb: cancelCorrection,
  input: (form) => ({ correctionId: text(form, 'correctionId') }),
  // Another search each time: an address that differs by its fragment alone is not asked for again.
  done: ({ draftId }, form) => toFile(draftId, `?cancelled=${text(form, 'correctionId')}#corrections`),
})

export const send = action({
  verb: sendMessage,
  input: (form) => ({ draftId: text(form, 'draftId'), key: text(form, 'key'), text: text(form, 'text') }),
  done: ({ id }, form) => toFile(text(form, 'draftId'), `?sent=${id}#message-${id}`),
})
