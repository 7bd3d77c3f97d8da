import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { PathwayStrip } from '#components/pathway/pathway-strip.tsx'
import { ResultCard } from '#components/result/result-card.tsx'
import { DistressNotice } from '#components/rupture/distress-notice.tsx'
import { RuptureBridges } from '#components/rupture/rupture-bridges.tsx'
import { RuptureCitation } from '#components/rupture/rupture-citation.tsx'
import { RuptureFacts } from '#components/rupture/rupture-facts.tsx'
import { RuptureFigures } from '#components/rupture/rupture-figures.tsx'
import { RuptureSources } from '#components/rupture/rupture-sources.tsx'
import { RuptureVersions } from '#components/rupture/rupture-versions.tsx'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { PageHead, Section } from '#components/ui/heading.tsx'
import { Page } from '#components/ui/page.tsx'
import { touchesDistress } from '#lib/domain/distress.ts'
import { inLocale } from '#lib/domain/localized.ts'
import { permalink } from '#lib/server/open-data/permalink.ts'
import { visitor } from '#lib/server/opening.ts'
import { orNotFound } from '#lib/server/page.ts'
import { listResults } from '#lib/server/result/list-results.ts'
import { showRupture } from '#lib/server/rupture/show-rupture.ts'

type Props = { params: Promise<{ slug: string }> }

/** Asked once for the title and the page. */
const load = cache((slug: string) => orNotFound(showRupture(visitor, { slug })))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ slug }, locale] = await Promise.all([params, getLocale()])
  const { rupture } = await load(slug)
  return { title: inLocale(rupture.title, locale), description: inLocale(rupture.summary, locale) }
}

export default async function RupturePage({ params }: Props) {
  const [{ slug }, t, locale] = await Promise.all([params, getTranslations('rupture'), getLocale()])
  const [{ rupture, stages, neighbours, sources, laureates, everyLaureate }, results] = await Promise.all([load(slug), listResults(visitor, { rupture: slug })])
  const stage = stages.find((it) => it.slug === rupture.stage)
  const texts = [rupture.title, rupture.summary, rupture.population, ...rupture.estimates.map(({ name }) => name)]
  return (
    <Page>
      <PageHead
        above={<Breadcrumb items={[{ href: '/ruptures', label: t('list.title') }, ...(stage ? [{ href: `/ruptures?stage=${stage.slug}`, label: inLocale(stage.title, locale) }] : [])]} />}
        title={inLocale(rupture.title, locale)}
        lead={inLocale(rupture.summary, locale)}
      />
      <PathwayStrip pathway={{ stages, ruptures: neighbours, laureates: everyLaureate }} slug={slug} />
      {touchesDistress(texts.map(({ fr }) => fr)) && (
        <div className="mt-8">
          <DistressNotice />
        </div>
      )}
      <Section id="figures" title={t('figures.title')}>
        <RuptureFigures estimates={rupture.estimates} sources={sources} />
      </Section>
      {results.length > 0 && <Section id="results" title={t('results.title')}>{results.map((result) => <ResultCard key={result.metricId} result={result} />)}</Section>}
      <div className="grid gap-x-16 lg:grid-cols-2">
        <div>
          <Section id="bridges" title={t('bridges.title')}>
            <RuptureBridges slug={slug} laureates={laureates} results={results} />
          </Section>
          <Section id="about-rupture" title={t('facts.title')}>
            <RuptureFacts rupture={rupture} stage={stage} />
          </Section>
        </div>
        <div>
          <Section id="sources" title={t('sources.title')}>
            <RuptureSources sources={sources} />
          </Section>
          <Section id="versions" title={t('versions.title')}>
            <RuptureVersions versions={rupture.versions} />
          </Section>
          <Section id="citation" title={t('citation.title')}>
            <RuptureCitation rupture={rupture} permalink={permalink(`/ruptures/${slug}`)} />
          </Section>
        </div>
      </div>
    </Page>
  )
}
