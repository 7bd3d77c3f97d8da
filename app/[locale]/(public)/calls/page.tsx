import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { CallList } from '#components/call/call-list.tsx'
import { DataLinks } from '#components/open-data/data-links.tsx'
import { PageHead } from '#components/ui/heading.tsx'
import { Page } from '#components/ui/page.tsx'
import { showCalls } from '#lib/server/call/show-calls.ts'
import { visitor } from '#lib/server/opening.ts'
import { publicMetadata } from '../public-metadata.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('call')
  return publicMetadata(await getLocale(), '/calls', { title: t('title'), description: t('description') })
}

export default async function CallsPage() {
  const [t, locale, { calls, now }] = await Promise.all([getTranslations('call'), getLocale(), showCalls(visitor, {})])
  return (
    <Page>
      <PageHead title={t('title')} lead={t('lead')} />
      <CallList calls={calls} now={now} />
      <DataLinks title={t('data')} links={[{ href: '/data/calls.csv', label: 'CSV' }, { href: '/data/calls.json', label: 'JSON' }, { href: '/api/v1/calls', label: 'API' }, { href: `/calls.ics?locale=${locale}`, label: 'iCalendar' }, { href: `/feed.atom?locale=${locale}`, label: 'Atom' }]} />
    </Page>
  )
}
