import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { BoardFilters } from '#components/board/board-filters.tsx'
import { BoardTable } from '#components/board/board-table.tsx'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { Heading } from '#components/ui/heading.tsx'
import { Page } from '#components/ui/page.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { flagRules } from '#lib/domain/flag.ts'
import { inLocale } from '#lib/domain/localized.ts'
import { signedInCaller } from '#lib/server/actor.ts'
import { orNotFound } from '#lib/server/page.ts'
import { showProgrammeBoard } from '#lib/server/programme/show-board.ts'

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

const load = cache(async ({ params, searchParams }: Props) => {
  const [caller, { slug }, { rupture, stage, partner }] = await Promise.all([signedInCaller(), params, searchParams])
  const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : '')
  return orNotFound(showProgrammeBoard(caller, { slug, rupture: one(rupture), stage: one(stage), partner: one(partner) }))
})

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [t, locale, { call }] = await Promise.all([getTranslations('flag'), getLocale(), load(props)])
  return { title: t('of', { call: inLocale(call.title, locale) }) }
}

export default async function BoardPage(props: Props) {
  const [t, locale, board] = await Promise.all([getTranslations('flag'), getLocale(), load(props)])
  return (
    <Page className="max-w-none!">
      <header className="pb-6 pt-5">
        <Breadcrumb items={[{ href: `/manage/calls/${board.call.slug}`, label: inLocale(board.call.title, locale) }]} />
        <Heading as={1} size={2}>{t('title')}</Heading>
        <p className="mt-2 max-w-measure text-soft">{t('lead')}</p>
        {board.call.demonstration && <p className="mt-3"><Tag tone="uncertain">{t('demonstration')}</Tag></p>}
      </header>
      <BoardFilters board={board} />
      <BoardTable board={board} />
      <section aria-labelledby="rules" className="mt-8">
        <Heading as={2} size={3} id="rules">{t('rules')}</Heading>
        <dl className="mt-2 max-w-measure">{flagRules.map((rule) => <div key={rule} className="py-1"><dt className="font-semibold">{t(`names.${rule}`)}</dt><dd>{t(`rule.${rule}`)}</dd></div>)}</dl>
      </section>
    </Page>
  )
}
