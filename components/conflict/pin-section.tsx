import { useTranslations } from 'next-intl'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { AreaField, ChoiceField, HiddenField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Heading } from '#components/ui/heading.tsx'
import { conflictLimits, declaredReasons } from '#lib/domain/conflict.ts'

type Action = ActionFormProps['action']
type Application = { id: string; number: string; solution: string }
type Props = { round: { id: string }; scorers: readonly { personId: string; name: string }[]; applications: readonly Application[]; pin: Action; declareOwn: Action }

/** A link a manager knows of: of a scorer, or of their own, which takes the application out of their sight too. */
export function PinSection({ round, scorers, applications, pin, declareOwn }: Props) {
  const t = useTranslations('conflict.managed')
  if (applications.length === 0) return null
  return (
    <section aria-labelledby="pin" className="space-y-3 border-t border-rule pt-5">
      <Heading as={2} size={3} id="pin">{t('pin')}</Heading>
      {scorers.length > 0 && (
        <Disclosure summary={t('pinScorer')}>
          <Form id="pin-form" action={pin} submit={t('pinDo')}>
            <HiddenField name="roundId" value={round.id} />
            <ChoiceField name="personId" label={t('person')} defaultValue="" options={[{ value: '', label: t('choose') }, ...scorers.map(({ personId, name }) => ({ value: personId, label: name }))]} />
            <LinkFields applications={applications} />
          </Form>
        </Disclosure>
      )}
      <Disclosure summary={t('ownTitle')}>
        <p className="mb-3 max-w-measure text-soft">{t('ownHint')}</p>
        <Form id="own-form" action={declareOwn} submit={t('ownDo')}>
          <HiddenField name="roundId" value={round.id} />
          <LinkFields applications={applications} />
        </Form>
      </Disclosure>
    </section>
  )
}

function LinkFields({ applications }: { applications: readonly Application[] }) {
  const t = useTranslations('conflict')
  return (
    <>
      <ChoiceField name="applicationId" label={t('managed.application')} defaultValue="" options={[{ value: '', label: t('managed.choose') }, ...applications.map(({ id, number, solution }) => ({ value: id, label: `${number} · ${solution}` }))]} />
      <ChoiceField name="reason" label={t('reason')} defaultValue="" options={[{ value: '', label: t('managed.choose') }, ...declaredReasons.map((reason) => ({ value: reason, label: t(`reasons.${reason}`) }))]} />
      <AreaField name="note" optional rows={2} label={t('note')} hint={t('noteHint', { limit: conflictLimits.note })} />
    </>
  )
}
