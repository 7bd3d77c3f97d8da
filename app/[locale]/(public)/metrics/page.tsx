import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { MetricFamilies } from '#components/metric/metric-families.tsx'
import { DataLinks } from '#components/open-data/data-links.tsx'
import { DistressNotice } from '#components/rupture/distress-notice.tsx'
import { PageHead } from '#components/ui/heading.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Page } from '#components/ui/page.tsx'
import { touchesDistress } from '#lib/domain/distress.ts'
import { listMetrics } from '#lib/server/metric/list-metrics.ts'
import { visitor } from '#lib/server/opening.ts'
import { nameSources } from '#lib/server/source/name-sources.ts'
import { publicMetadata } from '../public-metadata.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('metric')
  return publicMetadata(await getLocale(), '/metrics', { title: t('title'), description: t('description') })
}

export default async function MetricsPage() {
  const [t, metrics, sources] = await Promise.all([getTranslations('metric'), listMetrics(visitor, {}), nameSources(visitor, {})])
  return (
    <Page>
      <PageHead title={t('title')} lead={t('lead')} />
      <Notice title={t('noValues.title')}>
        <p>{t('noValues.text')}</p>
      </Notice>
      <MetricFamilies metrics={metrics} sources={sources} />
      {touchesDistress(metrics.flatMap(({ name, method }) => [name.fr, method.fr])) && (
        <div className="mt-12">
          <DistressNotice />
        </div>
      )}
      <DataLinks title={t('data')} links={[{ href: '/data/metrics.csv', label: 'CSV' }, { href: '/data/metrics.json', label: 'JSON' }, { href: '/api/v1/metrics', label: 'API' }]} />
    </Page>
  )
}
