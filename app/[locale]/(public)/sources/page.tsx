import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { DataLinks } from '#components/open-data/data-links.tsx'
import { DistressNotice } from '#components/rupture/distress-notice.tsx'
import { IgnoredNote } from '#components/rupture/ignored-note.tsx'
import { SourceEntries } from '#components/source/source-entries.tsx'
import { SourceFilters } from '#components/source/source-filters.tsx'
import { PageHead } from '#components/ui/heading.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Page } from '#components/ui/page.tsx'
import { touchesDistress } from '#lib/domain/distress.ts'
import { inLocale } from '#lib/domain/localized.ts'
import type { SearchParams } from '#lib/domain/search-params.ts'
import { parseSourceFilter, passesSource } from '#lib/domain/source-filter.ts'
import { visitor } from '#lib/server/opening.ts'
import { showReferential } from '#lib/server/referential/show-referential.ts'
import { listSources } from '#lib/server/source/list-sources.ts'
import { publicMetadata } from '../public-metadata.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('source')
  return publicMetadata(await getLocale(), '/sources', { title: t('title'), description: t('description') })
}

export default async function SourcesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [t, locale, params, sources, { context }] = await Promise.all([
    getTranslations('source'),
    getLocale(),
    searchParams,
    listSources(visitor, {}),
    showReferential(visitor, {}),
  ])
  const { filter, ignored } = parseSourceFilter(params)
  return (
    <Page>
      <PageHead title={t('title')} lead={t('lead')} />
      <Notice tone="uncertain" title={t('caveat')}>
        <p>{inLocale(context.caveat, locale)}</p>
      </Notice>
      <div className="mt-8">
        <IgnoredNote ignored={ignored} />
        <SourceFilters filter={filter} />
      </div>
      <SourceEntries found={sources.filter((source) => passesSource(source, filter, locale))} total={sources.length} />
      {touchesDistress(sources.map(({ title }) => title)) && (
        <div className="mt-12">
          <DistressNotice />
        </div>
      )}
      <DataLinks title={t('data')} links={[{ href: '/data/sources.csv', label: 'CSV' }, { href: '/data/sources.json', label: 'JSON' }, { href: '/api/v1/sources', label: 'API' }]} />
    </Page>
  )
}
