import { useLocale, useTranslations } from 'next-intl'
import type { ShownBoard } from '#components/board/shown-board.ts'
import { Link } from '#components/ui/link.tsx'
import { boardQuery } from '#lib/domain/board-view.ts'

const formats = ['pdf', 'csv', 'xlsx'] as const

/** What can be done with the laureates in view: reminded of what waits for them, taken away as a report or as files with the same rows. */
export function BoardTools({ board: { view, laureates } }: { board: ShownBoard }) {
  const t = useTranslations('flag')
  const locale = useLocale()
  if (laureates.length === 0) return null
  const query = boardQuery(view)
  const address = (format: (typeof formats)[number]) => `/api/v1/board.${format}${query}${query === '' ? '?' : '&'}language=${locale}`
  return (
    <p className="no-print mb-4 flex flex-wrap items-center gap-x-5">
      <Link href={`/manage/board/reminders${query}`} className="inline-flex min-h-11 items-center">{t('reminder.open')}</Link>
      {formats.map((format) => <a key={format} href={address(format)} download aria-label={t(`export.${format}Named`)} className="inline-flex min-h-11 items-center">{t(`export.${format}`)}</a>)}
    </p>
  )
}
