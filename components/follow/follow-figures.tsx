import { useLocale, useTranslations } from 'next-intl'
import { type Kept, keepsApplication, keepsScorer } from '#components/follow/kept.ts'
import type { FollowedRound } from '#components/follow/followed-round.ts'
import { Link } from '#components/ui/link.tsx'
import { Instant } from '#components/ui/time.tsx'
import { formatNumber } from '#lib/i18n/format.ts'

/** Where a round stands, in numbers that each lead to their list. */
export function FollowFigures({ board }: { board: FollowedRound }) {
  const t = useTranslations('follow.figures')
  const locale = useLocale()
  const { head, applications, scorers, wanted, now } = board
  const ofApplications = (kept: Kept) => applications.filter((each) => keepsApplication(kept, each, wanted)).length
  const ofScorers = (kept: Kept) => scorers.filter((each) => keepsScorer(kept, each)).length
  const submitted = applications.reduce((sum, each) => sum + each.submitted, 0)
  const given = applications.reduce((sum, each) => sum + each.given, 0)
  const figures = [
    ...(['covered', 'partly', 'uncovered'] as const).map((kept) => ({ kept, count: ofApplications(kept), hash: 'coverage' })),
    ...(['late', 'idle', 'undeclared'] as const).map((kept) => ({ kept, count: ofScorers(kept), hash: 'people' })),
  ]
  return (
    <section aria-label={t('label')} className="space-y-4">
      <p className="text-lead">{t.rich('summary', { submitted: formatNumber(submitted, locale), given, due: () => head.dueAt && <Instant at={head.dueAt} now={now} />, dated: head.dueAt ? 'yes' : 'no' })}</p>
      <meter min={0} max={Math.max(given, 1)} value={submitted} aria-hidden="true" className="h-3 w-full max-w-measure" />
      <ul className="grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-3">
        {figures.map(({ kept, count, hash }) => (
          <li key={kept} className="border-t border-rule pt-2">
            <Link href={`/manage/rounds/${head.id}?show=${kept}#${hash}`} className="block no-underline hover:underline">
              <span className="block text-h3 font-semibold tabular-nums">{formatNumber(count, locale)}</span>
              <span className="text-soft">{t(kept)}</span>
            </Link>
          </li>
        ))}
      </ul>
      <p><Link href={`/manage/rounds/${head.id}/conflicts`}>{t('conflicts')}</Link></p>
    </section>
  )
}
