import { useLocale, useTranslations } from 'next-intl'
import type { ShownLaureate } from '#components/board/shown-board.ts'
import { Link } from '#components/ui/link.tsx'
import { Day } from '#components/ui/time.tsx'
import { inLocale } from '#lib/domain/localized.ts'

/** The flags of a laureate, each opening its rule, since when, what it is about and what to do. */
export function FlagList({ laureate: { id, flags, milestones, metrics, commitments } }: { laureate: ShownLaureate }) {
  const t = useTranslations('flag')
  const locale = useLocale()
  const subjects = new Map([...milestones.map((each) => [each.id, inLocale(each.title, locale)] as const), ...metrics.map((each) => [each.id, each.name] as const), ...commitments.map((each) => [each.id, each.title] as const)])
  if (flags.length === 0) return <span className="text-soft">{t('noFlag')}</span>
  return flags.map(({ rule, since, subjectId }) => (
    <details key={rule + subjectId}>
      <summary className="flex min-h-11 items-center font-semibold text-rupture-ink">{t(`names.${rule}`)}</summary>
      <div className="space-y-1 pb-3 text-small">
        {subjects.has(subjectId) && <p>{subjects.get(subjectId)}</p>}
        <p>{t(`rule.${rule}`)} {t.rich('since', { day: () => <Day date={since} /> })}.</p>
        <p><strong>{t('next')}</strong> – {t(`action.${rule}`)}</p>
        <Link href={`/manage/programmes/${id}`}>{t('open')}</Link>
      </div>
    </details>
  ))
}
