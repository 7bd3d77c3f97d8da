'use server'
import { getLocale } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { action, text } from '#lib/server/action.ts'
import { remindScorers } from '#lib/server/scorer/remind-scorers.ts'

export const remind = action({
  verb: remindScorers,
  input: (form) => ({ roundId: text(form, 'roundId'), personIds: form.getAll('chosen').map(String) }),
  done: async ({ told }, form) => redirect(`/${await getLocale()}/manage/rounds/${text(form, 'roundId')}?told=${told}`),
})
