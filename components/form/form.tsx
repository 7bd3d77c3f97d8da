import { useLocale } from 'next-intl'
import { ActionForm, type ActionFormProps } from '#components/form/action-form.tsx'

/** A form in the reader's language; see `ActionForm`. */
export function Form(props: Omit<ActionFormProps, 'locale'>) {
  return <ActionForm {...props} locale={useLocale()} />
}

/** A button that an action answers: there is no field to find fault with, so the words for that stay out of the page. */
export async function ButtonForm(props: Omit<ActionFormProps, 'words' | 'children'>) {
  return <ActionForm {...props} words={{ ...(await formWords()), faults: {}, fields: {}, reasons: {} }} />
}
