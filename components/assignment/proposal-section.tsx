import { useTranslations } from 'next-intl'
import { ProposalReport } from '#components/assignment/proposal-report.tsx'
import type { ShownWork, Wishes } from '#components/assignment/shown-work.ts'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { HiddenField, TextField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Section } from '#components/ui/heading.tsx'
import { Instant } from '#components/ui/time.tsx'
import { assignmentLimits, usualWeights } from '#lib/domain/assignment.ts'

type Action = ActionFormProps['action']
const wishes = ['rupture', 'stage', 'clinical', 'livedExperience', 'balance'] as const

/** What the solver proposes: asked with wishes, read with its reasons, compared, applied. */
export function ProposalSection({ shown, propose, apply }: { shown: ShownWork; propose: Action; apply: Action }) {
  const t = useTranslations('assignment.proposal')
  const { head, proposals, now } = shown
  const last = (proposals[0]?.wishes ?? { weights: usualWeights, seed: 1 }) as Wishes
  return (
    <Section id="proposals" title={t('title')}>
      <p className="mb-4 max-w-measure text-soft">{t('lead')}</p>
      <Form id="propose-form" action={propose} submit={t('do')} className="space-y-4">
        <HiddenField name="roundId" value={head.id} />
        <Disclosure summary={t('wishes')}>
          <div className="grid gap-4 pb-3 sm:grid-cols-3">
            {wishes.map((name) => <TextField key={name} name={name} type="number" min={0} max={assignmentLimits.weight} label={t(`weights.${name}`)} hint={t(`hints.${name}`)} defaultValue={String(last.weights[name])} className="tabular-nums" />)}
            <TextField name="seed" type="number" min={0} label={t('seed')} hint={t('seedHint')} defaultValue={String(last.seed)} className="tabular-nums" />
          </div>
        </Disclosure>
      </Form>
      <ol className="mt-6 space-y-6">
        {proposals.map((proposal, index) => (
          <li key={proposal.id} className="border-t border-rule pt-4">
            <h3 className="font-semibold">{t.rich(proposal.appliedAt ? 'applied' : index === 0 ? 'last' : 'earlier', { at: () => <Instant at={proposal.appliedAt ?? proposal.madeAt} now={now} /> })}</h3>
            <ProposalReport proposal={proposal} shown={shown} />
            {proposal.appliedAt === null && proposal.report.status !== 'infeasible' && (
              !proposal.stands ? <p className="mt-2 font-semibold text-uncertain-ink">{t('stale')}</p>
                : proposal.gives + proposal.takes === 0 ? <p className="mt-2">{t('nothing')}</p>
                : <Form id={`apply-${proposal.id}`} action={apply} submit={t('apply', { gives: proposal.gives, takes: proposal.takes })} className="mt-3"><HiddenField name="proposalId" value={proposal.id} /></Form>
            )}
          </li>
        ))}
      </ol>
    </Section>
  )
}
