import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { ShownWork } from '#components/assignment/shown-work.ts'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { AreaField, ChoiceField, HiddenField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Heading } from '#components/ui/heading.tsx'
import { evaluationLimits } from '#lib/domain/evaluation-marks.ts'

type Action = ActionFormProps['action']
type Props = { shown: ShownWork; application: ShownWork['applications'][number]; give: Action; withdraw: Action; replace: Action; reopen: Action }

/** One application's scorers, by hand: give it to somebody, take it back, put somebody else in their place, or give a submitted evaluation back to its author. Those with a link are not offered. */
export function AssignmentForm({ shown: { head, scorers, conflicts }, application, give, withdraw, replace, reopen }: Props) {
  const t = useTranslations('assignment.one')
  const linked = new Set(conflicts.filter(({ applicationId }) => applicationId === application.id).map(({ scorerId }) => scorerId))
  const has = new Set(application.work.map(({ personId }) => personId))
  const free = scorers.filter(({ personId }) => !linked.has(personId) && !has.has(personId)).map(({ personId, name, load, cap }) => ({ value: personId, label: t('load', { name, load, cap }) }))
  const kept = <><HiddenField name="roundId" value={head.id} /><HiddenField name="applicationId" value={application.id} /></>
  const names = new Map(scorers.map(({ personId, name }) => [personId, name]))
  const offered = [{ value: '', label: t('choose') }, ...free]
  return (
    <section aria-labelledby="one" className="space-y-5 border-s-4 border-line bg-wash px-4 py-4 sm:px-6">
      <Heading as={2} size={3} id="one">{t('title', { solution: application.solution ?? '', number: application.number })}</Heading>
      <ul className="space-y-4">
        {application.work.map(({ id, personId, state }) => (
          <li key={id} className="flex flex-wrap items-end gap-x-6 gap-y-3 border-b border-rule pb-3">
            <span className="min-w-48 self-center font-semibold">{names.get(personId) ?? t('gone')}</span>
            {state === 'submitted' && head.phase === 'scoring' ? <Reopening id={id} name={names.get(personId) ?? t('gone')} reopen={reopen}>{kept}</Reopening> : state === 'submitted' || state === 'conflicted' || state === 'abstained' ? <span className="text-soft">{t(`closed.${state}`)}</span> : (
              <>
                <Form id={`replace-${id}`} action={replace} submit={t('replace')} tone="secondary" className="flex flex-wrap items-end gap-3">
                  {kept}<HiddenField name="assignmentId" value={id} />
                  <ChoiceField name="personId" label={t('instead', { name: names.get(personId) ?? '' })} options={offered} />
                </Form>
                <Form id={`withdraw-${id}`} action={withdraw} submit={t('withdraw')} submitLabel={t('withdrawNamed', { name: names.get(personId) ?? '' })} tone="quiet">{kept}<HiddenField name="assignmentId" value={id} /></Form>
              </>
            )}
          </li>
        ))}
      </ul>
      <Form id="give-form" action={give} submit={t('give')} className="flex flex-wrap items-end gap-3">
        {kept}
        <ChoiceField name="personId" label={t('to')} options={offered} />
      </Form>
      {linked.size > 0 && <p className="text-small text-soft">{t('linked', { count: linked.size })}</p>}
    </section>
  )
}

/** A submitted evaluation stays as it is, unless it is given back to its author, who is told why. */
function Reopening({ id, name, reopen, children }: { id: string; name: string; reopen: Action; children: ReactNode }) {
  const t = useTranslations('assignment.one')
  return (
    <div className="min-w-64 flex-1">
      <p className="text-soft">{t('closed.submitted')}</p>
      <Disclosure summary={t('reopen', { name })}>
        <p className="mb-3 max-w-measure text-soft">{t('reopenText')}</p>
        <Form id={`reopen-${id}`} action={reopen} submit={t('reopenDo')} submitLabel={t('reopenNamed', { name })} tone="secondary">
          {children}<HiddenField name="evaluationId" value={id} />
          <AreaField name="reason" rows={2} label={t('reopenReason')} hint={t('reopenHint', { limit: evaluationLimits.reopening })} />
        </Form>
      </Disclosure>
    </div>
  )
}
