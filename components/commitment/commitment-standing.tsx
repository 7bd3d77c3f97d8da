import { useLocale, useTranslations } from 'next-intl'
import { Tag, type TagTone } from '#components/ui/tag.tsx'
import { type CommitmentState, leftOf, overdueDays } from '#lib/domain/commitment.ts'
import { formatDay, formatNumber } from '#lib/i18n/format.ts'

type Standing = { amount: number; given: number; unit: string; dueOn: string | null; state: CommitmentState }

const tones: Readonly<Record<CommitmentState, TagTone>> = { promised: 'plain', 'under-way': 'line', kept: 'bridge', unmet: 'rupture', withdrawn: 'plain' }

/** What was given of what was promised, as a sentence and a thin bar that repeats it. */
export function GivenOf({ amount, given, unit }: Pick<Standing, 'amount' | 'given' | 'unit'>) {
  const t = useTranslations('commitment')
  const locale = useLocale()
  const share = Math.max(0, Math.min(1, given / amount)) * 100
  return (
    <div>
      <p className="tabular-nums">{t('given', { given: formatNumber(given, locale), amount: formatNumber(amount, locale), unit })}</p>
      <svg aria-hidden="true" viewBox="0 0 100 3" preserveAspectRatio="none" className="mt-1 h-1.5 w-full max-w-48 text-bridge">
        <rect width="100" height="3" className="fill-edge" opacity="0.35" />
        <rect width={share} height="3" fill="currentColor" />
      </svg>
    </div>
  )
}

/** Where a commitment stands: its state, and since when it is due. */
export function CommitmentStanding({ commitment, today }: { commitment: Standing; today: string }) {
  const t = useTranslations('commitment')
  const locale = useLocale()
  const { state, dueOn, given, amount, unit } = commitment
  const overdue = overdueDays(commitment, today)
  const left = leftOf(given, amount)
  const waits = state !== 'kept' && state !== 'withdrawn'
  return (
    <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
      <Tag tone={tones[state]}>{t(`states.${state}`)}</Tag>
      {waits && left > 0 && given > 0 && <span className="text-small">{t('left', { left: formatNumber(left, locale), unit })}</span>}
      {waits && dueOn !== null && <span className={overdue > 0 ? 'text-small font-semibold text-rupture-ink' : 'text-small text-soft'}>{overdue > 0 ? t('overdue', { day: formatDay(dueOn, locale), days: overdue }) : t('due', { day: formatDay(dueOn, locale) })}</span>}
    </p>
  )
}
