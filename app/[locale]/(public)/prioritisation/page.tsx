import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { MethodSteps } from '#components/prioritisation/method-steps.tsx'
import { RankingSummary } from '#components/prioritisation/ranking-summary.tsx'
import { RankingTable } from '#components/prioritisation/ranking-table.tsx'
import { WeightsForm } from '#components/prioritisation/weights-form.tsx'
import { PageHead, Section } from '#components/ui/heading.tsx'
import { Page } from '#components/ui/page.tsx'
import { inLocale } from '#lib/domain/localized.ts'
import { marksFromFacts } from '#lib/domain/prioritisation-marks.ts'
import { parseWeights } from '#lib/domain/prioritisation-weights.ts'
import { rank } from '#lib/domain/prioritisation.ts'
import type { SearchParams } from '#lib/domain/search-params.ts'
import { visitor } from '#lib/server/opening.ts'
import { showPrioritisation } from '#lib/server/prioritisation/show-prioritisation.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('prioritisation')
  return { title: t('metaTitle'), description: t('lead') }
}

export default async function PrioritisationPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [t, locale, params, { method, ruptures, sources }] = await Promise.all([
    getTranslations('prioritisation'),
    getLocale(),
    searchParams,
    showPrioritisation(visitor, {}),
  ])
  const asked = parseWeights(params)
  const candidates = ruptures.map((rupture) => ({ slug: rupture.slug, title: inLocale(rupture.title, locale), marks: marksFromFacts(rupture) }))
  const { rows, stability } = rank(candidates, asked.weights)
  return (
    <Page>
      <PageHead title={t('title')} lead={t('lead')} />
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[20rem_1fr] lg:items-start">
        <WeightsForm asked={asked} criteria={method.criteria} />
        <div>
          <RankingSummary rows={rows} stability={stability} />
          <RankingTable rows={rows} candidates={candidates} weights={asked.weights} />
        </div>
      </div>
      <Section id="method" title={t('method.title')}>
        <MethodSteps method={method} sources={sources} />
      </Section>
    </Page>
  )
}
