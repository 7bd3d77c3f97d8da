import { useLocale, useTranslations } from 'next-intl'
import type { ActionFormProps } from '#components/form/action-form.tsx'
import { HiddenField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import type { ScoreKind } from '#lib/domain/deliberation.ts'
import { scale } from '#lib/domain/round.ts'
import { formatNumber } from '#lib/i18n/format.ts'

const halves = Array.from({ length: (scale.high - scale.low) * 2 + 1 }, (_, index) => scale.low + index / 2)

type Props = { meetingId: string; applicationId: string; kind: ScoreKind; own: number | null; score: ActionFormProps['action'] }

/** One's own score of the whole file, from 1 to 5 by halves; replaced as often as one likes while its step lasts. */
export function ScorePicker({ meetingId, applicationId, kind, own, score }: Props) {
  const t = useTranslations('deliberation.score')
  const locale = useLocale()
  return (
    <Form key={`${applicationId} ${kind} ${own ?? ''}`} id="score-form" action={score} submit={t(own === null ? 'give' : 'change')} className="space-y-3">
      <HiddenField name="deliberationId" value={meetingId} />
      <HiddenField name="applicationId" value={applicationId} />
      <fieldset>
        <legend className="mb-2 font-semibold">{t(kind)}</legend>
        <div className="flex flex-wrap gap-2">
          {halves.map((value) => (
            <label key={value} className="inline-flex min-h-11 min-w-14 cursor-pointer items-center justify-center gap-1.5 rounded-sm border border-edge px-2 has-checked:border-line has-checked:bg-wash has-checked:font-bold">
              <input type="radio" name="score" value={value} defaultChecked={own === value} className="size-4" />
              <span className="tabular-nums">{formatNumber(value, locale)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {own !== null && <p role="status" className="text-bridge-ink">{t('kept', { score: formatNumber(own, locale) })}</p>}
    </Form>
  )
}
