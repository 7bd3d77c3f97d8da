import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { HomeCalls } from '#components/home/home-calls.tsx'
import { HomeLead } from '#components/home/home-lead.tsx'
import { HomePromises } from '#components/home/home-promises.tsx'
import { HomeResults } from '#components/home/home-results.tsx'
import { HomeSource } from '#components/home/home-source.tsx'
import { PathwayMap } from '#components/pathway/pathway-map.tsx'
import { Page } from '#components/ui/page.tsx'
import { Heading } from '#components/ui/heading.tsx'
import { visitor } from '#lib/server/opening.ts'
import { showPathway } from '#lib/server/rupture/show-pathway.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('home')
  return { title: { absolute: t('metaTitle') } }
}

export default async function HomePage() {
  const t = await getTranslations('home')
  const pathway = await showPathway(visitor, { field: 'sante-mentale' })
  return (
    <Page>
      <header className="grid gap-x-12 gap-y-8 pb-10 pt-8 md:pt-14 lg:grid-cols-[1fr_21rem] lg:items-end lg:pb-14">
        <div>
          <Heading as={1} className="max-w-[26ch] text-display">
            {t('title')}
          </Heading>
          <HomeLead ruptures={pathway.ruptures} />
        </div>
        <HomeCalls calls={pathway.calls} now={pathway.now} />
      </header>
      <section aria-label={t('map.title')}>
        <PathwayMap pathway={pathway} source={<HomeSource ruptures={pathway.ruptures.length} sources={pathway.sources} elsewhere={pathway.elsewhere} />} />
      </section>
      <HomePromises />
      <HomeResults laureates={pathway.laureates.length} results={pathway.results} />
    </Page>
  )
}
