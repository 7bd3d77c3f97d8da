import { useTranslations } from 'next-intl'
import { ConflictPair, type ListedPair } from '#components/conflict/conflict-pair.tsx'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { HiddenField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Heading } from '#components/ui/heading.tsx'
import { conflictStates } from '#lib/domain/conflict.ts'
import type { RoundPhase } from '#lib/domain/round.ts'

type Action = ActionFormProps['action']
type Props = {
  round: { id: string; phase: RoundPhase }
  pairs: readonly ListedPair[]
  scorers: readonly { declaredAt: Date | null }[]
  actions: { pin: Action; lift: Action; detect: Action }
}

/** The links of interest of a round: those that wait for a look, those that stand, those lifted, each with all that was said. */
export function ConflictGroups({ round, pairs, scorers, actions }: Props) {
  const t = useTranslations('conflict.managed')
  const declared = scorers.filter(({ declaredAt }) => declaredAt !== null).length
  return (
    <>
      {round.phase === 'preparing' ? <p className="max-w-measure">{t('notAsked')}</p> : (
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <p>{t('declared', { done: declared, all: scorers.length })}</p>
          {round.phase !== 'closed' && (
            <Form id="detect" action={actions.detect} submit={t('detect')} tone="quiet" className="">
              <HiddenField name="roundId" value={round.id} />
            </Form>
          )}
        </div>
      )}
      {conflictStates.map((state) => {
        const own = pairs.filter((pair) => pair.state === state)
        return (
          <section key={state} aria-labelledby={state} className="space-y-3">
            <Heading as={2} size={3} id={state}>{t(`states.${state}`, { count: own.length })}</Heading>
            {own.length === 0 ? <EmptyState title={t(`none.${state}`)} /> : (
              <ul className="border-t border-rule">
                {own.map((pair) => <ConflictPair key={`${pair.personId} ${pair.applicationId}`} round={round} pair={pair} actions={actions} />)}
              </ul>
            )}
          </section>
        )
      })}
    </>
  )
}
