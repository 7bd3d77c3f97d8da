'use server'
import { getLocale } from 'next-intl/server'
import { redirect } from 'next/navigation'
import type { FormState } from '#lib/domain/form-state.ts'
import { action, text } from '#lib/server/action.ts'
import { submitApplication } from '#lib/server/application/submit-application.ts'
import { withdrawApplication } from '#lib/server/application/withdraw-application.ts'
import { whenConfirmed } from '#lib/server/confirmed.ts'
import { finishCorrection } from '#lib/server/correction/settle-correction.ts'
import { startFromEarlierDraft } from '#lib/server/draft/carry-over.ts'
import { sendMessage } from '#lib/server/message/send-message.ts'

const toFile = async (id: string, rest = ''): Promise<never> => redirect(`/${await getLocale()}/applications/${id}${rest}`)
const attempt = (form: FormData) => ({ version: Number(text(form, 'version')), key: text(form, 'key'), confirmed: text(form, 'confirmed') })

/** What keeps a file from being deposited, and what changed in it meanwhile, is read on the page made anew. */
async function reviewAgain(state: FormState, form: FormData): Promise<FormState> {
  if (state.status === 'refused' && state.reason === 'gaps') await toFile(text(form, 'draftId'), '/review#gaps')
  if (state.status === 'refused' && state.reason === 'draft-changed') await toFile(text(form, 'draftId'), `/review?changed=${text(form, 'version')}`)
  return state
}

const submitConfirmed = whenConfirmed(submitApplication)
const submitting = action({
  verb: submitConfirmed,
  input: (form) => ({ ...attempt(form), draftId: text(form, 'draftId') }),
  done: ({ id }) => toFile(id, '/receipt?new=1'),
})

export async function submit(before: FormState, form: FormData): Promise<FormState> {
  return reviewAgain(await submitting(before, form), form)
}

const finishConfirmed = whenConfirmed(finishCorrection)
const finishing = action({
  verb: finishConfirmed,
  input: (form) => ({ ...attempt(form), correctionId: text(form, 'correctionId') }),
  done: ({ id }) => toFile(id, '/receipt?new=1'),
})

export async function finish(before: FormState, form: FormData): Promise<FormState> {
  return reviewAgain(await finishing(before, form), form)
}

export const withdraw = action({
  verb: whenConfirmed(withdrawApplication),
  input: (form) => ({ applicationId: text(form, 'applicationId'), confirmed: text(form, 'confirmed') }),
  done: (_result, form) => toFile(text(form, 'applicationId'), '?withdrawn=1'),
})

export const send = action({
  verb: sendMessage,
  input: (form) => ({ draftId: text(form, 'draftId'), key: text(form, 'key'), text: text(form, 'text') }),
  // Another search each time: an address that differs by its fragment alone is not asked for again.
  done: ({ id }, form) => toFile(text(form, 'draftId'), `/messages?sent=${id}#message-${id}`),
})

export const startFrom = action({
  verb: startFromEarlierDraft,
  input: (form) => ({ slug: text(form, 'slug'), fromId: text(form, 'fromId'), key: text(form, 'key') }),
  done: ({ id }) => toFile(id, '/edit'),
})
