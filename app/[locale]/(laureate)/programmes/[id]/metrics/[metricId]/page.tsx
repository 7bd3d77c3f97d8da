import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { MeasurementFigure } from '#components/measurement/measurement-figure.tsx'
import { MeasurementForm } from '#components/measurement/measurement-form.tsx'
import { MeasurementRows } from '#components/measurement/measurement-rows.tsx'
import { Standing } from '#components/measurement/standing.tsx'
import { AgreementSection } from '#components/programme-metric/agreement-section.tsx'
import { AmendmentList } from '#components/programme-metric/amendment-list.tsx'
import { DefinitionSection } from '#components/programme-metric/definition-section.tsx'
import { MetricState } from '#components/programme-metric/metric-state.tsx'
import { MetricsPage } from '#components/programme-metric/metrics-page.tsx'
import { NationalContext } from '#components/programme-metric/national-context.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Heading } from '#components/ui/heading.tsx'
import { signedInCaller } from '#lib/server/actor.ts'
import { orNotFound } from '#lib/server/page.ts'
import { showMetric } from '#lib/server/programme-metric/show-metrics.ts'
import { agree, change, correct, discard, enter, giveBack, remove, submit, verify } from '../actions.ts'
import { doneWords, plottedOf, writtenOf } from './shown.ts'

type Props = { params: Promise<{ id: string; metricId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

const load = cache(async (metricId: string) => orNotFound(showMetric(await signedInCaller(), { metricId })))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load((await params).metricId)).metric.name }
}

export default async function MetricPage({ params, searchParams }: Props) {
  const [t, { id, metricId }, search] = await Promise.all([getTranslations('measurement'), params, searchParams])
  const shown = await load(metricId)
  const { programme, rights, metric, gaps, measurements } = shown
  if (programme.id !== id) notFound()
  const plotted = plottedOf(shown)
  const { deed, written } = writtenOf(measurements, search)
  const agreed = { laureate: metric.laureateAgreedAt !== null, manager: metric.managerAgreedAt !== null }
  return (
    <MetricsPage programme={programme} side={rights.side} inside title={metric.name} tag={<MetricState locked={metric.lockedAt !== null} agreed={agreed} />} saved={await doneWords(search.done)}>
      {plotted.points.length > 0 && <><Standing metric={metric} points={plotted.points} /><MeasurementFigure metric={metric} plotted={plotted} /></>}
      <section aria-labelledby="measurements">
        <Heading as={2} size={3} id="measurements" className="mb-3">{t('title')}</Heading>
        {measurements.length === 0 && <EmptyState title={t('none.title')}>{t(metric.lockedAt === null ? 'none.unlocked' : 'none.locked')}</EmptyState>}
        {measurements.length > 0 && <MeasurementRows href={`/programmes/${id}/metrics/${metricId}`} metric={metric} measurements={measurements} rights={rights} actions={{ submit, discard, verify, giveBack }} />}
      </section>
      {rights.measures && <MeasurementForm key={`${deed} ${written?.id} ${measurements.length}`} metric={metric} programmeId={id} documents={shown.documents} deed={deed} written={written} attempt={crypto.randomUUID()} action={{ enter, change, correct }[deed]} />}
      <AgreementSection programmeId={id} metric={metric} gaps={gaps} side={rights.side} open={rights.shapes} agree={agree} />
      <DefinitionSection programmeId={id} metric={metric} gaps={gaps} rights={rights} measured={measurements.length > 0} remove={remove} />
      <NationalContext national={shown.national} rupture={shown.rupture} />
      {metric.lockedAt !== null && <AmendmentList amendments={shown.amendments} unit={metric.unit} />}
    </MetricsPage>
  )
}
