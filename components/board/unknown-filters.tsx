import { useTranslations } from 'next-intl'
import type { ShownBoard } from '#components/board/shown-board.ts'
import { Link } from '#components/ui/link.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { boardQuery } from '#lib/domain/board-view.ts'

/** What the address asks for and nothing here is called, each with the way back to the rest of the view. */
export function UnknownFilters({ board: { view, unknown } }: { board: ShownBoard }) {
  const t = useTranslations('flag')
  if (unknown.length === 0) return null
  return (
    <div className="no-print mb-6">
      <Notice tone="uncertain" role="status" title={t('unknownTitle')}>
        {unknown.map((name) => <p key={name}>{t(`unknown.${name}`, { value: view[name].slice(0, 80) })} <Link href={`/manage/board${boardQuery({ ...view, [name]: '' })}`}>{t('without')}</Link></p>)}
      </Notice>
    </div>
  )
}
