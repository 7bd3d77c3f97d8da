import { useLocale, useTranslations } from 'next-intl'
import { CommitmentFields, type Laureate } from '#components/commitment/commitment-fields.tsx'
import { CommitmentItem, type ShownCommitment } from '#components/commitment/commitment-item.tsx'
import { DeliverForm } from '#components/commitment/deliver-form.tsx'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { ChoiceField, HiddenField, TextField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { TurnField } from '#components/form/turn-field.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Heading } from '#components/ui/heading.tsx'
import { commitmentLimits } from '#lib/domain/commitment.ts'
import { localisedHref } from '#lib/i18n/address.ts'

type Action = ActionFormProps['action']
type Managed = ShownCommitment & { programmeId: string | null; version: number }
type Props = { slug: string; today: string; commitments: readonly Managed[]; partners: readonly { id: string; name: string }[]; laureates: readonly Laureate[]; record: Action; change: Action; withdraw: Action; deliver: Action }

/** Every commitment of a call with what may be done about it, and a form for one more. */
export function ManagedCommitments({ slug, today, commitments, partners, laureates, record, change, withdraw, deliver }: Props) {
  const t = useTranslations('commitment')
  return (
    <>
      {commitments.length === 0 ? <EmptyState title={t('none')}><p>{t('noneText')}</p></EmptyState> : (
        <ul className="border-b border-rule">
          {commitments.map((commitment) => (
            <CommitmentItem key={commitment.id} commitment={commitment} today={today} rank={2}>
              {commitment.state !== 'withdrawn' && <Steps slug={slug} today={today} commitment={commitment} laureates={laureates} change={change} withdraw={withdraw} deliver={deliver} />}
            </CommitmentItem>
          ))}
        </ul>
      )}
      <section aria-labelledby="record-head" className="pt-6">
        <Heading as={2} size={3} id="record-head" className="mb-4">{t('record.title')}</Heading>
        {partners.length === 0 ? <p>{t('record.noPartners')}</p> : (
          <Form id="record" action={record} submit={t('record.submit')}>
            <HiddenField name="slug" value={slug} />
            <ChoiceField name="organisationId" label={t('fields.organisation')} options={partners.map(({ id, name }) => ({ value: id, label: name }))} />
            <CommitmentFields laureates={laureates} />
          </Form>
        )}
      </section>
    </>
  )
}

function Steps({ slug, today, commitment, laureates, change, withdraw, deliver }: { slug: string; today: string; commitment: Managed; laureates: readonly Laureate[]; change: Action; withdraw: Action; deliver: Action }) {
  const t = useTranslations('commitment')
  const locale = useLocale()
  const turn = <><HiddenField name="commitmentId" value={commitment.id} /><TurnField version={commitment.version} href={localisedHref(`/manage/calls/${slug}/commitments`, locale)} words={{ title: t('turn.title'), text: t('turn.text'), look: t('turn.look'), over: t('turn.over') }} /></>
  return (
    <>
      <Disclosure plain summary={t('deliver.title')}><DeliverForm commitment={commitment} today={today} action={deliver} /></Disclosure>
      <Disclosure plain summary={t('change.title')}>
        <Form id={`change-${commitment.id}`} action={change} submit={t('change.submit')} submitLabel={t('change.label', { title: commitment.title })} tone="secondary">
          {turn}
          <CommitmentFields commitment={commitment} laureates={laureates} />
        </Form>
      </Disclosure>
      <Disclosure plain summary={t('withdraw.title')}>
        <Form id={`withdraw-${commitment.id}`} action={withdraw} submit={t('withdraw.submit')} submitLabel={t('withdraw.label', { title: commitment.title })} tone="secondary">
          {turn}
          <TextField name="reason" label={t('withdraw.reason')} hint={t('limit', { limit: commitmentLimits.note })} />
        </Form>
      </Disclosure>
    </>
  )
}
