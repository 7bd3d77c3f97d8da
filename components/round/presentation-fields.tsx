import { useTranslations } from 'next-intl'
import { ClockField } from '#components/call-editor/calendar-fields.tsx'
import { TextField } from '#components/form/fields.tsx'
import { WordsField } from '#components/form/words-field.tsx'
import type { Localized } from '#lib/domain/localized.ts'
import { roundLimits } from '#lib/domain/round.ts'
import { roundSettingLimits } from '#lib/domain/round-settings.ts'

type Presented = { name: Localized; guidance: Localized | null; applicationsPerScorer: number; declareBy: Date | null; dueAt: Date | null }

/** A round's name, what its scorers are told, its dates, and how many applications one of them usually gets. */
export function PresentationFields({ round }: { round: Presented }) {
  const t = useTranslations('round.presentation')
  const { least, most } = roundLimits.applicationsPerScorer
  return (
    <>
      <WordsField name="name" label={t('name')} value={round.name} limit={roundSettingLimits.name} />
      <WordsField name="guidance" optional rows={4} label={t('guidance')} hint={t('guidanceHint')} value={round.guidance} limit={roundSettingLimits.guidance} />
      <div className="grid gap-x-5 gap-y-4 sm:grid-cols-2">
        <ClockField name="declareBy" optional label={t('declareBy')} at={round.declareBy} />
        <ClockField name="dueAt" optional label={t('dueAt')} hint={t('dueAtHint')} at={round.dueAt} />
      </div>
      <TextField name="applicationsPerScorer" inputMode="numeric" label={t('applicationsPerScorer')} hint={t('applicationsPerScorerHint', { least, most })} defaultValue={round.applicationsPerScorer} className="max-w-32 tabular-nums" />
    </>
  )
}
