import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { LaureateList } from '#components/laureate/laureate-list.tsx'
import { DataLinks } from '#components/open-data/data-links.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHead } from '#components/ui/heading.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Page } from '#components/ui/page.tsx'
import { listLaureates } from '#lib/server/laureate/list-laureates.ts'
import { visitor } from '#lib/server/opening.ts'
import { listResults } from '#lib/server/result/list-results.ts'
import { nameSources } from '#lib/server/source/name-sources.ts'
import { publicMetadata } from '../public-metadata.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('laureate')
  return publicMetadata(await getLocale(), '/laureates', { title: t('title'), description: t('description') })
}

export default async function LaureatesPage() {
  const [t, laureates, sources, results] = await Promise.all([getTranslations('laureate'), listLaureates(visitor, {}), nameSources(visitor, {}), listResults(visitor, {})])
  return (
    <Page>
      <PageHead title={t('title')} lead={t('lead')} />
      {results.length > 0 ? <p><ButtonLink href="/results">{t('results.all', { count: results.length })}</ButtonLink></p> : (
        <EmptyState title={t('results.none')}>
          <p>{t('results.noneText')}</p>
        </EmptyState>
      )}
      <div className="mt-8">
        <Notice tone="uncertain" title={t('mapping.title')}>
          <p>{t('mapping.text')}</p>
        </Notice>
      </div>
      <LaureateList laureates={laureates} sources={sources} />
      <DataLinks title={t('data')} links={[{ href: '/data/laureates.csv', label: 'CSV' }, { href: '/data/laureates.json', label: 'JSON' }, { href: '/api/v1/laureates', label: 'API' }]} />
    </Page>
  )
}
