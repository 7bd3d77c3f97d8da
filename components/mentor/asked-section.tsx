import { useTranslations } from 'next-intl'
import { DeclineSection } from '#components/mentor/decline-section.tsx'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { ConfirmField, HiddenField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { Section } from '#components/ui/heading.tsx'

type Action = ActionFormProps['action']
type Asked = { mentorId: string; organisationName: string; solution: string }

/** Those one is asked to accompany, by name alone: no link and confidentiality first, or a word that declines. */
export function AskedSection({ asked, accept, decline }: { asked: readonly Asked[]; accept: Action; decline: Action }) {
  const t = useTranslations('mentoring')
  return (
    <Section id="asked" title={t('asked')}>
      <p className="mb-4 max-w-measure text-soft">{t('askedText')}</p>
      <ul className="border-t border-rule">
        {asked.map(({ mentorId, organisationName, solution }) => (
          <li key={mentorId} className="space-y-3 border-b border-rule py-5">
            <p><span className="font-serif text-h3 font-medium">{organisationName}</span><br /><span className="text-soft">{solution}</span></p>
            <Form id={`accept-${mentorId}`} action={accept} submit={t('accept')} className="space-y-3">
              <HiddenField name="mentorId" value={mentorId} />
              <ConfirmField name="noLink" label={t('noLink')} />
              <ConfirmField name="confidential" label={t('confidential')} />
            </Form>
            <DeclineSection mentorId={mentorId} summary={t('decline')} decline={decline} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
