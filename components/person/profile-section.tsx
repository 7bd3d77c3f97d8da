import { useTranslations } from 'next-intl'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { ChoiceField, TextField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { Section } from '#components/ui/heading.tsx'
import { Notice } from '#components/ui/notice.tsx'

type Props = { person: { name: string | null; locale: 'fr' | 'en' }; save: ActionFormProps['action']; saved: boolean }

/** One's name and the language of one's mails. */
export function ProfileSection({ person, save, saved }: Props) {
  const t = useTranslations('account.profile')
  return (
    <Section id="profile" title={t('title')}>
      {saved && <div className="mb-5"><Notice tone="done" role="status" title={t('saved')} /></div>}
      <Form id="edit-profile" action={save} submit={t('save')}>
        <TextField name="name" autoComplete="name" label={t('name')} hint={t('nameHint')} defaultValue={person.name ?? ''} />
        <ChoiceField name="locale" label={t('locale')} defaultValue={person.locale} options={[{ value: 'fr', label: t('fr') }, { value: 'en', label: t('en') }]} />
      </Form>
    </Section>
  )
}
