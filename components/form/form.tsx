import { getMessages, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { ActionForm, type ActionFormProps } from '#components/form/action-form.tsx'
import type { FormWords } from '#components/form/form-state.ts'

/** One object per request, so that a page with many forms carries their words once. */
export const formWords = cache(async (): Promise<FormWords> => {
  const [t, { form }] = await Promise.all([getTranslations('form'), getMessages()])
  const { faults, fields, refusals, reasons } = form
  return {
    errors: [t('errors', { count: 1 }), t('errors', { count: 9 }).replace('9', '#')],
    refusedTitle: t('refusedTitle'),
    pending: t('pending'),
    optional: t('optional'),
    named: t('named', { label: '{label}', fault: '{fault}' }),
    faults, fields, refusals, reasons,
  }
})

/** A form with its words in the reader's language; see `ActionForm`. */
export async function Form(props: Omit<ActionFormProps, 'words'>) {
  return <ActionForm {...props} words={await formWords()} />
}
