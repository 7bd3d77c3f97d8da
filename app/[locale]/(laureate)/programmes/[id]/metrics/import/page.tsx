import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ImportSection } from '#components/measurement/import-section.tsx'
import { MetricsPage } from '#components/programme-metric/metrics-page.tsx'
import { signedInCaller } from '#lib/server/actor.ts'
import { showImport } from '#lib/server/measurement/import-measurements.ts'
import { importLimits } from '#lib/server/measurement/read-import.ts'
import { orNotFound } from '#lib/server/page.ts'
import { listMetrics } from '#lib/server/programme-metric/show-metrics.ts'
import { importFile } from './actions.ts'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('measurement.import'))('title') }
}

export default async function ImportPage({ params }: Props) {
  const [t, caller, { id: programmeId }] = await Promise.all([getTranslations('measurement.import'), signedInCaller(), params])
  const { programme, rights } = await orNotFound(listMetrics(caller, { programmeId }))
  if (!rights.shapes) notFound()
  const { metrics, template } = await orNotFound(showImport(caller, { programmeId }))
  return (
    <MetricsPage programme={programme} side={rights.side} inside title={t('title')} lead={t('lead')}>
      <ImportSection target={{ programmeId }} metrics={metrics} template={template} limits={importLimits} action={importFile} />
    </MetricsPage>
  )
}
