import { useTranslations } from 'next-intl'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { ChoiceField, ConfirmField, HiddenField, TextField, TickField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Heading } from '#components/ui/heading.tsx'
import { conflictLimits, declaredReasons } from '#lib/domain/conflict.ts'

type Name = { id: string; number: string; organisation: string; solution: string }
type Props = { round: { id: string }; names: readonly Name[]; again: boolean; declare: ActionFormProps['action'] }

/** One pass over all names: a tick and a reason where there is a link, one word for the rest. Works without script. */
export function DeclarationForm({ round, names, again, declare }: Props) {
  const t = useTranslations('conflict')
  const reasons = [{ value: '', label: t('chooseReason') }, ...declaredReasons.map((reason) => ({ value: reason, label: t(`reasons.${reason}`) }))]
  if (names.length === 0) return <EmptyState title={t('own.noNames')} />
  return (
    <section aria-labelledby="names" className="space-y-4">
      <Heading as={2} size={3} id="names">{t(again ? 'own.again' : 'own.names', { count: names.length })}</Heading>
      <p className="max-w-measure text-soft">{t('own.what')}</p>
      <Form id="declaration" action={declare} submit={t(again ? 'own.doAgain' : 'own.do')} className="space-y-4">
        <HiddenField name="roundId" value={round.id} />
        <ol className="border-t border-rule">
          {names.map(({ id, number, organisation, solution }, place) => (
            <li key={id} className="group keep border-b border-rule py-1.5">
              <HiddenField name={`links.${place}.id`} value={id} />
              <TickField name={`links.${place}.linked`} label={<><span className="font-semibold">{organisation}</span> <span className="text-soft">{t('own.solution', { solution, number })}</span></>} />
              <div className="hidden gap-x-5 gap-y-3 pb-3 ps-7 group-has-[input:checked]:grid md:grid-cols-2">
                <ChoiceField name={`links.${place}.reason`} label={t('reason')} defaultValue="" options={reasons} />
                <TextField name={`links.${place}.note`} optional label={t('note')} hint={t('noteHint', { limit: conflictLimits.note })} autoComplete="off" />
              </div>
            </li>
          ))}
        </ol>
        <ConfirmField name="noneForOthers" label={t('own.noneForOthers')} />
      </Form>
    </section>
  )
}
