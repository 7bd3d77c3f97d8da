import { useLocale } from 'next-intl'
import { ActionForm, type ActionFormProps } from '#components/form/action-form.tsx'

/** A form in the reader's language; see `ActionForm`. */
export function Form(props: Omit<ActionFormProps, 'locale'>) {
  return <ActionForm {...props} locale={useLocale()} />
}
