import { useLocale, useTranslations } from 'next-intl'
import { BoardCounts } from '#components/board/board-counts.tsx'
import { BoardFilters } from '#components/board/board-filters.tsx'
import { BoardTable } from '#components/board/board-table.tsx'
import { BoardTools } from '#components/board/board-tools.tsx'
import type { ShownBoard } from '#components/board/shown-board.ts'
import { UnknownFilters } from '#components/board/unknown-filters.tsx'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { Heading } from '#components/ui/heading.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Page } from '#components/ui/page.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { Day } from '#components/ui/time.tsx'
import { flagRules } from '#lib/domain/flag.ts'
import { inLocale } from '#lib/domain/localized.ts'

/** The laureates in view with what they are chosen by, the rules of their flags, and what can be done with all of them at once. `told`: how many people were just reminded. */
export function BoardPage({ board, told = null }: { board: ShownBoard; told?: number | null }) {
  const t = useTranslations('flag')
  const locale = useLocale()
  const { call, calls, today, total, laureates } = board
  const isInvented = (call ? [call] : calls).some(({ demonstration }) => demonstration)
  return (
    <Page className="board max-w-none!">
      <header className="pb-6 pt-5">
        <Breadcrumb items={[{ href: '/manage', label: t('calls') }, ...(call ? [{ href: `/manage/calls/${call.slug}`, label: inLocale(call.title, locale) }] : [])]} />
        <Heading as={1} size={2}>{t('title')}</Heading>
        <p className="mt-2 text-soft">{call ? inLocale(call.title, locale) : t('allCalls', { count: calls.length })}</p>
        <p className="no-print mt-2 max-w-measure text-soft">{t('lead')}</p>
        {isInvented && <p className="mt-3"><Tag tone="uncertain">{t('demonstration')}</Tag></p>}
      </header>
      {told !== null && <div className="no-print mb-6"><Notice tone="done" role="status" title={t('reminder.told', { count: told })} /></div>}
      <BoardFilters board={board} />
      <UnknownFilters board={board} />
      <BoardCounts board={board} />
      <p className="mb-4 font-semibold">{t('inView', { shown: laureates.length, total })} <span className="font-normal text-soft">{t.rich('asOf', { day: () => <Day date={today} /> })}</span></p>
      <BoardTools board={board} />
      <BoardTable board={board} />
      <section aria-labelledby="rules" className="keep mt-8">
        <Heading as={2} size={3} id="rules">{t('rules')}</Heading>
        <dl className="mt-2 max-w-measure">{flagRules.map((rule) => <div key={rule} className="py-1"><dt className="font-semibold">{t(`names.${rule}`)}</dt><dd>{t(`rule.${rule}`)}</dd></div>)}</dl>
      </section>
    </Page>
  )
}
