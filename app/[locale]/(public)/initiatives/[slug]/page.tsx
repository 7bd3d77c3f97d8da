import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { InitiativeCalls } from '#components/initiative/initiative-calls.tsx'
import { DataLinks } from '#components/open-data/data-links.tsx'
import { SourceList } from '#components/source/source-list.tsx'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { PageHead, Section } from '#components/ui/heading.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Page } from '#components/ui/page.tsx'
import { inLocale } from '#lib/domain/localized.ts'
import { showInitiative } from '#lib/server/initiative/show-initiative.ts'
import { visitor } from '#lib/server/opening.ts'
import { orNotFound } from '#lib/server/page.ts'
import { nameSources } from '#lib/server/source/name-sources.ts'
import { publicMetadata } from '../../public-metadata.ts'

type Props = { params: Promise<{ slug: string }> }

const load = cache((slug: string) => orNotFound(showInitiative(visitor, { slug })))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [initiative, locale] = await Promise.all([params.then(({ slug }) => load(slug)), getLocale()])
  return publicMetadata(locale, `/initiatives/${initiative.slug}`, { title: inLocale(initiative.title, locale), description: inLocale(initiative.summary, locale) })
}

export default async function InitiativePage({ params }: Props) {
  const [t, locale, { slug }] = await Promise.all([getTranslations('initiative'), getLocale(), params])
  const [initiative, sources] = await Promise.all([load(slug), nameSources(visitor, {})])
  return (
    <Page>
      <PageHead above={<Breadcrumb items={[{ href: '/initiatives', label: t('title') }]} />} title={inLocale(initiative.title, locale)} lead={inLocale(initiative.summary, locale)} />
      {initiative.external && (
        <Notice title={t('external')}>
          <p>{t('externalText')}</p>
        </Notice>
      )}
      {initiative.demonstration && (
        <Notice tone="uncertain" title={t('demonstration')}>
          <p>{t('demonstrationText')}</p>
        </Notice>
      )}
      <Section id="calls" title={t('calls')}>
        <InitiativeCalls initiative={initiative} />
      </Section>
      <Section id="sources" title={t('sources')}>
        <SourceList ids={initiative.sourceIds} sources={sources} />
      </Section>
      <DataLinks title={t('data')} links={[{ href: `/api/v1/initiatives/${initiative.slug}`, label: 'JSON' }]} />
    </Page>
  )
}
