import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { BridgeMark } from '#components/laureate/bridge-mark.tsx'
import { LaterFacts } from '#components/laureate/later-facts.tsx'
import { LaureateFacts } from '#components/laureate/laureate-facts.tsx'
import { MendedRuptures } from '#components/laureate/mended-ruptures.tsx'
import { DataLinks } from '#components/open-data/data-links.tsx'
import { ResultCard } from '#components/result/result-card.tsx'
import { SourceList } from '#components/source/source-list.tsx'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHead, Section } from '#components/ui/heading.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Page } from '#components/ui/page.tsx'
import { inLocale } from '#lib/domain/localized.ts'
import { showLaureate } from '#lib/server/laureate/show-laureate.ts'
import { visitor } from '#lib/server/opening.ts'
import { orNotFound } from '#lib/server/page.ts'
import { listResults } from '#lib/server/result/list-results.ts'
import { nameSources } from '#lib/server/source/name-sources.ts'
import { publicMetadata } from '../../public-metadata.ts'

type Props = { params: Promise<{ slug: string }> }

const load = cache((slug: string) => orNotFound(showLaureate(visitor, { slug })))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [laureate, locale] = await Promise.all([params.then(({ slug }) => load(slug)), getLocale()])
  return publicMetadata(locale, `/laureates/${laureate.slug}`, { title: laureate.name, description: inLocale(laureate.solution, locale) })
}

export default async function LaureatePage({ params }: Props) {
  const [t, locale, { slug }] = await Promise.all([getTranslations('laureate'), getLocale(), params])
  const [laureate, sources, results] = await Promise.all([load(slug), nameSources(visitor, {}), listResults(visitor, { laureate: slug })])
  const cited = [...new Set([laureate.sourceId, laureate.solutionSourceId, ...laureate.laterFacts.map(({ sourceId }) => sourceId)])].filter((id) => id !== null)
  return (
    <Page>
      <PageHead above={<Breadcrumb items={[{ href: '/laureates', label: t('title') }]} />} title={laureate.name} lead={inLocale(laureate.solution, locale)} />
      {laureate.demonstration && (
        <Notice tone="uncertain" title={t('demonstration')}>
          <p>{t('demonstrationText')}</p>
        </Notice>
      )}
      <LaureateFacts laureate={laureate} sources={sources} />
      <Section id="ruptures" title={t(laureate.ruptures.length > 1 ? 'ruptures.many' : 'ruptures.title')}>
        <div className="grid gap-x-6 gap-y-3 sm:grid-cols-[5rem_1fr]">
          <BridgeMark />
          <div>
            <MendedRuptures laureate={laureate} withNote />
          </div>
        </div>
        {laureate.ruptures.some(({ isProposal }) => isProposal) && (
          <div className="mt-6">
            <Notice tone="uncertain" title={t('mapping.title')}>
              <p>{t('mapping.text')}</p>
            </Notice>
          </div>
        )}
      </Section>
      <Section id="results" title={t('results.title')}>
        {results.length > 0 ? results.map((result) => <ResultCard key={result.metricId} result={result} named={false} />) : (
          <>
            <EmptyState title={t('results.none')}>
              <p>{t('results.noneText')}</p>
            </EmptyState>
            <ButtonLink href="/metrics" className="mt-5">
              {t('results.how')}
            </ButtonLink>
          </>
        )}
      </Section>
      <Section id="later" title={t('later.title')}>
        <LaterFacts laureate={laureate} sources={sources} />
      </Section>
      {cited.length > 0 && <Section id="sources" title={t('sources')}><SourceList ids={cited} sources={sources} /></Section>}
      <DataLinks title={t('data')} links={[{ href: `/api/v1/laureates/${laureate.slug}`, label: 'JSON' }, { href: '/data/laureates.csv', label: 'CSV' }]} />
    </Page>
  )
}
