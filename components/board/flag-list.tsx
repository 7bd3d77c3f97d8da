import { useLocale, useTranslations } from 'next-intl'
import type { ShownLaureate } from '#components/board/shown-board.ts'
import { Link } from '#components/ui/link.tsx'
import { Day } from '#components/ui/time.tsx'
import type { Flag, FlagRule } from '#lib/domain/flag.ts'
import { inLocale } from '#lib/domain/localized.ts'

/** Where the next action of a flag is done. */
const places: Readonly<Record<FlagRule, (laureate: ShownLaureate, subjectId: string) => string>> = {
  'no-contact': ({ id }) => `/manage/applications/${id}#messages`,
  'milestone-late': ({ id }, subjectId) => `/programmes/${id}/milestones#milestone-${subjectId}`,
  'metric-off-course': ({ id }, subjectId) => `/programmes/${id}/metrics/${subjectId}`,
  'commitment-unmet': ({ call }) => `/manage/calls/${call}/commitments`,
  'check-ins-skipped': ({ id }, subjectId) => `/programmes/${id}/check-ins/${subjectId}`,
}

/** The flags of a laureate, each opening its rule, since when, what it is about, and what to do with the way there. */
export function FlagList({ laureate }: { laureate: ShownLaureate }) {
  const t = useTranslations('flag')
  const locale = useLocale()
  if (laureate.flags.length === 0) return <span className="text-soft">{t('noFlag')}</span>
  return laureate.flags.map(({ rule, since, subjectId }) => {
    const subject = subjectOf(laureate, { rule, subjectId }, locale)
    return (
      <details key={rule + subjectId} data-still="">
        <summary data-still="" className="py-1.5 font-semibold text-rupture-ink pointer-coarse:py-3">{t(`names.${rule}`)}</summary>
        <div className="space-y-1 pb-3 text-small">
          {subject && <p className="font-semibold">{subject}</p>}
          <p>{t(`rule.${rule}`)} {t.rich('since', { day: () => <Day date={since} /> })}</p>
          <p><strong>{t('next')}</strong> <Link href={places[rule](laureate, subjectId)}>{t(`action.${rule}`)}</Link></p>
        </div>
      </details>
    )
  })
}

function subjectOf({ milestones, metrics, commitments, checkIns }: ShownLaureate, { rule, subjectId }: Pick<Flag, 'rule' | 'subjectId'>, locale: 'fr' | 'en'): string | null {
  const its = <T extends { id: string }>(list: readonly T[]) => list.find(({ id }) => id === subjectId)
  if (rule === 'milestone-late') return inLocale(its(milestones)?.title ?? { fr: '' }, locale)
  if (rule === 'metric-off-course') return its(metrics)?.name ?? null
  if (rule === 'commitment-unmet') return its(commitments)?.title ?? null
  const month = rule === 'check-ins-skipped' ? its(checkIns)?.month : undefined
  return month === undefined ? null : `M${month}`
}
