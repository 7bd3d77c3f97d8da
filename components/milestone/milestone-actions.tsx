import { useTranslations } from 'next-intl'
import type { ShownMilestone } from '#components/milestone/shown-milestone.ts'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { AreaField, HiddenField, TextField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { milestoneLimits } from '#lib/domain/milestone-work.ts'

type Action = ActionFormProps['action']
/** What whoever reads may do: the laureate's deeds, the managers', or none. */
export type MilestoneDeeds = { as: 'laureate'; finish: Action; takeBack: Action } | { as: 'manager'; accept: Action; sendBack: Action; move: Action } | { as: 'nobody' }

export function MilestoneActions({ milestone, deeds }: { milestone: ShownMilestone; deeds: MilestoneDeeds }) {
  if (deeds.as === 'nobody' || milestone.acceptedAt !== null) return null
  return deeds.as === 'laureate' ? <LaureateDeeds milestone={milestone} deeds={deeds} /> : <ManagerDeeds milestone={milestone} deeds={deeds} />
}

function LaureateDeeds({ milestone: { id, evidence, doneAt }, deeds: { finish, takeBack } }: { milestone: ShownMilestone; deeds: Extract<MilestoneDeeds, { as: 'laureate' }> }) {
  const t = useTranslations('milestone')
  return (
    <div className="no-print pt-2">
      <Disclosure plain summary={t(doneAt ? 'finishAgain' : 'finish')}>
        <Form id={`finish-${id}`} action={finish} submit={t(doneAt ? 'finishAgain' : 'finish')}>
          <HiddenField name="milestoneId" value={id} />
          <AreaField name="evidence" label={t('evidence')} hint={t('evidenceHint', { limit: milestoneLimits.evidence })} defaultValue={evidence ?? ''} rows={4} />
        </Form>
      </Disclosure>
      {doneAt && <Form id={`take-back-${id}`} action={takeBack} tone="quiet" submit={t('takeBack')} className=""><HiddenField name="milestoneId" value={id} /></Form>}
    </div>
  )
}

function ManagerDeeds({ milestone: { id, version, doneAt, dueOn }, deeds: { accept, sendBack, move } }: { milestone: ShownMilestone; deeds: Extract<MilestoneDeeds, { as: 'manager' }> }) {
  const t = useTranslations('milestone')
  const seen = <><HiddenField name="milestoneId" value={id} /><HiddenField name="version" value={String(version)} /></>
  return (
    <div className="no-print pt-1">
      {doneAt && <Form id={`accept-${id}`} action={accept} submit={t('accept')} className="">{seen}</Form>}
      {doneAt && (
        <Disclosure plain summary={t('return')}>
          <Form id={`return-${id}`} action={sendBack} tone="secondary" submit={t('return')}>
            {seen}
            <AreaField name="reason" label={t('returnReason')} hint={t('returnHint')} rows={3} />
          </Form>
        </Disclosure>
      )}
      <Disclosure plain summary={t('move')}>
        <Form id={`move-${id}`} action={move} tone="secondary" submit={t('move')}>
          {seen}
          <TextField name="dueOn" type="date" label={t('moveTo')} defaultValue={dueOn} className="max-w-48" />
          <AreaField name="reason" label={t('moveReason')} hint={t('moveHint')} rows={2} />
        </Form>
      </Disclosure>
    </div>
  )
}
