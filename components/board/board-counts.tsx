import { useTranslations } from 'next-intl'
import type { ShownBoard } from '#components/board/shown-board.ts'
import { Link } from '#components/ui/link.tsx'
import { boardQuery } from '#lib/domain/board-view.ts'

/** How many laureates in view bear each flag; each number leads to them. */
export function BoardCounts({ board: { view, counts } }: { board: ShownBoard }) {
  const t = useTranslations('flag')
  const raised = counts.filter(({ rule, count }) => count > 0 || rule === view.flag)
  if (raised.length === 0) return null
  return (
    <nav aria-label={t('flags')} className="no-print mb-4">
      <ul className="flex flex-wrap gap-x-6">
        {view.flag !== '' && <li><Link href={`/manage/board${boardQuery({ ...view, flag: '' })}`} className="inline-flex min-h-11 items-center">{t('everyFlag')}</Link></li>}
        {raised.map(({ rule, count }) => (
          <li key={rule}>
            <Link href={`/manage/board${boardQuery({ ...view, flag: rule })}`} aria-current={rule === view.flag ? 'true' : undefined} className={`inline-flex min-h-11 items-center tabular-nums ${rule === view.flag ? 'font-bold' : ''}`}>{t('counted', { count, state: t(`names.${rule}`) })}</Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
