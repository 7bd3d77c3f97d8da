import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { AreaField } from '#components/form/fields.tsx'
import { Form } from '#components/form/form.tsx'
import { DefinitionFields } from '#components/programme-metric/definition-fields.tsx'
import { MetricTurn } from '#components/programme-metric/metric-turn.tsx'
import { MetricsPage } from '#components/programme-metric/metrics-page.tsx'
import { signedInCaller } from '#lib/server/actor.ts'
import { orNotFound } from '#lib/server/page.ts'
import { showMetric } from '#lib/server/programme-metric/show-metrics.ts'
import { amend, shape } from '../../actions.ts'

type Props = { params: Promise<{ id: string; metricId: string }> }

const load = cache(async (metricId: string) => orNotFound(showMetric(await signedInCaller(), { metricId })))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { metric }] = await Promise.all([getTranslations('programme-metric'), params.then(({ metricId }) => load(metricId))])
  return { title: t(`${metric.lockedAt === null ? 'edit' : 'amend'}.title`, { name: metric.name }) }
}

export default async function EditMetricPage({ params }: Props) {
  const [t, { id, metricId }] = await Promise.all([getTranslations('programme-metric'), params])
  const { programme, rights, metric, choices } = await load(metricId)
  const deed = metric.lockedAt === null ? 'edit' : 'amend'
  if (programme.id !== id || !(deed === 'edit' ? rights.shapes : rights.amends)) notFound()
  return (
    <MetricsPage programme={programme} side={rights.side} inside title={t(`${deed}.title`, { name: metric.name })} lead={t(`${deed}.lead`)}>
      <Form id="definition-form" action={deed === 'edit' ? shape : amend} submit={t(`${deed}.save`)}>
        <MetricTurn programmeId={programme.id} metric={metric} />
        {deed === 'amend' && <AreaField name="reason" rows={3} label={t('amend.reason')} hint={t('amend.reasonHint')} />}
        <DefinitionFields definition={metric} choices={choices} />
      </Form>
    </MetricsPage>
  )
}
