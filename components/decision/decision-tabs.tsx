import { useLocale, useTranslations } from 'next-intl'
import { Link } from '#components/ui/link.tsx'
import { type OutcomeCounts, outcomes } from '#lib/domain/decision.ts'
import { formatNumber } from '#lib/i18n/format.ts'

const kinds = [...outcomes, 'undecided'] as const
type Shown = (typeof kinds)[number]

/** What the address asks to show; everything unless it is one of ours. */
export function shownOf(asked: unknown): Shown | null {
  return kinds.find((kind) => kind === asked) ?? null
}

/** How many applications were decided how; each number leads to its list. */
export function DecisionTabs({ slug, counts, undecided, total, shown }: { slug: string; counts: OutcomeCounts; undecided: number; total: number; shown: Shown | null }) {
  const t = useTranslations('decision.tabs')
  const locale = useLocale()
  const tabs = [{ key: 'all' as const, count: total, kind: null }, ...kinds.map((kind) => ({ key: kind, count: kind === 'undecided' ? undecided : counts[kind], kind }))]
  return (
    <nav aria-label={t('label')} className="no-print mb-2">
      <ul className="flex flex-wrap gap-x-6 gap-y-1">
        {tabs.map(({ key, count, kind }) => (
          <li key={key}>
            <Link
              href={`/manage/calls/${slug}/decisions${kind === null ? '' : `?outcome=${kind}`}`}
              aria-current={kind === shown ? 'true' : undefined}
              className={`inline-flex min-h-11 items-center gap-2 border-b-2 no-underline hover:border-line ${kind === shown ? 'border-ink font-semibold' : 'border-transparent text-soft'}`}
            >
              {t(key)} <span className="tabular-nums">{formatNumber(count, locale)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
