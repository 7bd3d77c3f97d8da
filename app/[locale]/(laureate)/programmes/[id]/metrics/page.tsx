import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { MetricList } from '#components/programme-metric/metric-list.tsx'
import { MetricsPage } from '#components/programme-metric/metrics-page.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { signedInCaller } from '#lib/server/actor.ts'
import { orNotFound } from '#lib/server/page.ts'
import { listMetrics } from '#lib/server/programme-metric/show-metrics.ts'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

const load = cache(async (programmeId: string) => orNotFound(listMetrics(await signedInCaller(), { programmeId })))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { programme }] = await Promise.all([getTranslations('programme-metric'), params.then(({ id }) => load(id))])
  return { title: t('titleOf', { solution: programme.solution }) }
}

export default async function MetricsListPage({ params, searchParams }: Props) {
  const [t, { removed }, { programme, rights, metrics }] = await Promise.all([getTranslations('programme-metric'), searchParams, params.then(({ id }) => load(id))])
  const room = `/programmes/${programme.id}/metrics`
  return (
    <MetricsPage programme={programme} side={rights.side} title={t('title')} lead={t('lead', { organisation: programme.organisationName })} saved={removed ? t('removed') : null}>
      {metrics.length === 0 ? <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState> : <MetricList programme={programme} metrics={metrics} />}
      {rights.shapes && (
        <p className="flex flex-wrap gap-3">
          <ButtonLink href={`${room}/import`}>{t('import')}</ButtonLink>
          <ButtonLink href={`${room}/new`}>{t('add')}</ButtonLink>
        </p>
      )}
    </MetricsPage>
  )
}
