import { useTranslations } from 'next-intl'
import { AreaField, ChoiceField, TextField } from '#components/form/fields.tsx'
import { decisionLimits, type Outcome, outcomes } from '#lib/domain/decision.ts'

type Props = { decided?: { outcome: Outcome | null; reserveRank: number | null; motive: string | null; juryText: string | null } }

/** What is decided, why, and the jury's words: what the applicant reads. */
export function DecisionFields({ decided }: Props) {
  const t = useTranslations('decision')
  return (
    <>
      <ChoiceField name="outcome" label={t('outcome')} options={[{ value: '', label: t('choose') }, ...outcomes.map((value) => ({ value, label: t(`outcomes.${value}`) }))]} defaultValue={decided?.outcome ?? ''} />
      <TextField name="reserveRank" type="number" min={1} max={decisionLimits.reserves} optional label={t('reserveRank')} hint={t('reserveRankHint')} defaultValue={decided?.reserveRank ?? ''} className="max-w-32 tabular-nums" />
      <AreaField name="motive" label={t('motive')} hint={t('motiveHint', { limit: decisionLimits.motive })} optional defaultValue={decided?.motive ?? ''} rows={4} />
      <AreaField name="juryText" label={t('juryText')} hint={t('juryTextHint', { limit: decisionLimits.juryText })} optional defaultValue={decided?.juryText ?? ''} rows={5} />
    </>
  )
}
