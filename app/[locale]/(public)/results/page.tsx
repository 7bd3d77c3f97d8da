import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { DataLinks } from '#components/open-data/data-links.tsx'
import { DisclosedCalls } from '#components/result/disclosed-calls.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHead } from '#components/ui/heading.tsx'
import { Page } from '#components/ui/page.tsx'
import { visitor } from '#lib/server/opening.ts'
import { listDisclosedCalls, listResults } from '#lib/server/result/list-results.ts'
import { publicMetadata } from '../public-metadata.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('result')
  return publicMetadata(await getLocale(), '/results', { title: t('title'), description: t('lead') })
}

export default async function ResultsPage() {
  const [t, results, releases] = await Promise.all([getTranslations('result'), listResults(visitor, {}), listDisclosedCalls(visitor, {})])
  return (
    <Page>
      <PageHead title={t('title')} lead={t('lead')} />
      {releases.length === 0 ? (
        <EmptyState title={t('none')}>
          <p>{t('noneText')}</p>
          <ButtonLink href="/metrics">{t('how')}</ButtonLink>
        </EmptyState>
      ) : (
        <DisclosedCalls releases={releases} results={results} />
      )}
      <DataLinks title={t('data')} links={[{ href: '/data/results.csv', label: 'CSV' }, { href: '/data/results.json', label: 'JSON' }, { href: '/api/v1/results', label: 'API' }]} />
    </Page>
  )
}
