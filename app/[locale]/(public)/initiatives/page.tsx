import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { InitiativeList } from '#components/initiative/initiative-list.tsx'
import { DataLinks } from '#components/open-data/data-links.tsx'
import { PageHead } from '#components/ui/heading.tsx'
import { Page } from '#components/ui/page.tsx'
import { listInitiatives } from '#lib/server/initiative/list-initiatives.ts'
import { visitor } from '#lib/server/opening.ts'
import { publicMetadata } from '../public-metadata.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('initiative')
  return publicMetadata(await getLocale(), '/initiatives', { title: t('title'), description: t('description') })
}

export default async function InitiativesPage() {
  const [t, initiatives] = await Promise.all([getTranslations('initiative'), listInitiatives(visitor, {})])
  return (
    <Page>
      <PageHead title={t('title')} lead={t('lead')} />
      <InitiativeList initiatives={initiatives} />
      <DataLinks title={t('data')} links={[{ href: '/api/v1/initiatives', label: 'JSON' }]} />
    </Page>
  )
}
