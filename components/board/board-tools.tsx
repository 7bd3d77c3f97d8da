import { useLocale, useTranslations } from 'next-intl'
import type { ShownBoard } from '#components/board/shown-board.ts'
import { boardQuery } from '#lib/domain/board-view.ts'

const formats = ['pdf', 'csv', 'xlsx'] as const

/** What can be done with the laureates in view: taken away as a report or as files with the same rows. */
export function BoardTools({ board: { view, laureates } }: { board: ShownBoard }) {
  const t = useTranslations('flag.export')
  const locale = useLocale()
  if (laureates.length === 0) return null
  const query = boardQuery(view)
  const address = (format: (typeof formats)[number]) => `/api/v1/board.${format}${query}${query === '' ? '?' : '&'}language=${locale}`
  return (
    <p className="no-print mb-4 flex flex-wrap items-center gap-x-5">
      {formats.map((format) => <a key={format} href={address(format)} download aria-label={t(`${format}Named`)} className="inline-flex min-h-11 items-center">{t(format)}</a>)}
    </p>
  )
}
