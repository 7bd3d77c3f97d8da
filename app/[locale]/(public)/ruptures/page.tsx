import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { IgnoredNote } from '#components/rupture/ignored-note.tsx'
import { RuptureFilters } from '#components/rupture/rupture-filters.tsx'
import { RuptureList } from '#components/rupture/rupture-list.tsx'
import { PageHead } from '#components/ui/heading.tsx'
import { Page } from '#components/ui/page.tsx'
import { parseRuptureFilter, passes } from '#lib/domain/rupture-filter.ts'
import type { SearchParams } from '#lib/domain/search-params.ts'
import { visitor } from '#lib/server/opening.ts'
import { listRuptures } from '#lib/server/rupture/list-ruptures.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('rupture.list')
  return { title: t('metaTitle'), description: t('lead') }
}

export default async function RupturesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [t, locale, params, { stages, ruptures, laureates }] = await Promise.all([
    getTranslations('rupture.list'),
    getLocale(),
    searchParams,
    listRuptures(visitor, {}),
  ])
  const { filter, ignored } = parseRuptureFilter(params)
  const found = ruptures.filter((rupture) => passes(rupture, filter, locale))
  return (
    <Page>
      <PageHead title={t('title')} lead={t('lead')} />
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[17rem_1fr] lg:items-start">
        <RuptureFilters filter={filter} stages={stages} />
        <div>
          <IgnoredNote ignored={ignored} />
          <RuptureList found={found} all={ruptures} stages={stages} laureates={laureates} filter={filter} />
        </div>
      </div>
    </Page>
  )
}
