import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { DataLinks } from '#components/open-data/data-links.tsx'
import { DistressNotice } from '#components/rupture/distress-notice.tsx'
import { SourceFacts } from '#components/source/source-facts.tsx'
import { SourceUses } from '#components/source/source-uses.tsx'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { PageHead, Section } from '#components/ui/heading.tsx'
import { Page } from '#components/ui/page.tsx'
import { touchesDistress } from '#lib/domain/distress.ts'
import { inLocale } from '#lib/domain/localized.ts'
import { visitor } from '#lib/server/opening.ts'
import { orNotFound } from '#lib/server/page.ts'
import { showSource } from '#lib/server/source/show-source.ts'
import { publicMetadata } from '../../public-metadata.ts'

type Props = { params: Promise<{ id: string }> }

const load = cache((id: string) => orNotFound(showSource(visitor, { slug: id })))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [source, locale] = await Promise.all([params.then(({ id }) => load(id)), getLocale()])
  return publicMetadata(locale, `/sources/${source.id}`, { title: source.title, description: inLocale(source.publisher, locale) })
}

export default async function SourcePage({ params }: Props) {
  const [t, locale, { id }] = await Promise.all([getTranslations('source'), getLocale(), params])
  const source = await load(id)
  const texts = [source.title, source.note?.fr ?? '', ...source.citedBy.figures.map(({ name }) => name.fr), ...source.citedBy.ruptures.map(({ title }) => title.fr)]
  return (
    <Page>
      <PageHead
        above={<Breadcrumb items={[{ href: '/sources', label: t('title') }]} />}
        title={<span lang={source.language === locale ? undefined : source.language}>{source.title}</span>}
      />
      {touchesDistress(texts) && (
        <div className="mb-8">
          <DistressNotice />
        </div>
      )}
      <SourceFacts source={source} />
      <Section id="used" title={t('used.title')}>
        <SourceUses citedBy={source.citedBy} />
      </Section>
      <DataLinks title={t('data')} links={[{ href: `/api/v1/sources/${source.id}`, label: 'JSON' }, { href: '/data/sources.csv', label: 'CSV' }]} />
    </Page>
  )
}
