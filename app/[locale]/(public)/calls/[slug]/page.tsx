import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { CallCalendar } from '#components/call/call-calendar.tsx'
import { CallChallenges } from '#components/call/call-challenges.tsx'
import { CallFacts } from '#components/call/call-facts.tsx'
import { CallLaureates } from '#components/call/call-laureates.tsx'
import { CallNotices } from '#components/call/call-notices.tsx'
import { CallOutcomes } from '#components/call/call-outcomes.tsx'
import { CallPartners } from '#components/call/call-partners.tsx'
import { CallPeriod } from '#components/call/call-period.tsx'
import { CallSelection } from '#components/call/call-selection.tsx'
import { CallState } from '#components/call/call-state.tsx'
import { DataLinks } from '#components/open-data/data-links.tsx'
import { SourceList } from '#components/source/source-list.tsx'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { PageHead, Section } from '#components/ui/heading.tsx'
import { Page } from '#components/ui/page.tsx'
import { inLocale } from '#lib/domain/localized.ts'
import { showCall } from '#lib/server/call/show-call.ts'
import { visitor } from '#lib/server/opening.ts'
import { orNotFound } from '#lib/server/page.ts'
import { nameSources } from '#lib/server/source/name-sources.ts'
import { publicMetadata } from '../../public-metadata.ts'

type Props = { params: Promise<{ slug: string }> }

const load = cache((slug: string) => orNotFound(showCall(visitor, { slug })))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [call, locale, t] = await Promise.all([params.then(({ slug }) => load(slug)), getLocale(), getTranslations('call')])
  return publicMetadata(locale, `/calls/${call.slug}`, { title: inLocale(call.title, locale), description: t('description') })
}

export default async function CallPage({ params }: Props) {
  const [t, locale, { slug }] = await Promise.all([getTranslations('call'), getLocale(), params])
  const [call, sources] = await Promise.all([load(slug), nameSources(visitor, {})])
  const { initiative } = call
  return (
    <Page>
      <PageHead
        above={<Breadcrumb items={[{ href: '/calls', label: t('title') }, { href: `/initiatives/${initiative.slug}`, label: inLocale(initiative.title, locale) }]} />}
        title={inLocale(call.title, locale)}
        lead={<CallPeriod call={call} />}
      >
        <p className="mt-4 flex flex-wrap gap-2">
          <CallState call={call} />
        </p>
      </PageHead>
      <CallNotices call={call} />
      <CallFacts call={call} sources={sources} />
      <Section id="calendar" title={t('calendar.title')}>
        <CallCalendar call={call} sources={sources} />
      </Section>
      <Section id="challenges" title={t('challenges.title')}>
        <CallChallenges call={call} sources={sources} />
      </Section>
      <Section id="selection" title={t('selection.title')}>
        <CallSelection call={call} sources={sources} />
        <ButtonLink href="/selection" className="mt-5">
          {t('selection.how')}
        </ButtonLink>
      </Section>
      <Section id="laureates" title={t('laureates.title')}>
        <CallLaureates call={call} sources={sources} />
      </Section>
      <Section id="outcomes" title={t('outcomes.title')}>
        <CallOutcomes call={call} sources={sources} />
      </Section>
      <Section id="partners" title={t('partners.title')}>
        <CallPartners call={call} sources={sources} />
      </Section>
      <Section id="sources" title={t('sources')}>
        <SourceList ids={call.sourceIds} sources={sources} />
      </Section>
      <DataLinks title={t('data')} links={[{ href: `/api/v1/calls/${call.slug}`, label: 'JSON' }, { href: '/data/calls.csv', label: 'CSV' }]} />
    </Page>
  )
}
