import { useTranslations } from 'next-intl'
import type { PublicCall } from '#lib/domain/public-call.ts'
import { CallCalendar } from '#components/call/call-calendar.tsx'
import { CallChallenges } from '#components/call/call-challenges.tsx'
import { CallFacts } from '#components/call/call-facts.tsx'
import { CallHead } from '#components/call/call-head.tsx'
import { CallLaureates } from '#components/call/call-laureates.tsx'
import { CallNotices } from '#components/call/call-notices.tsx'
import { CallOutcomes } from '#components/call/call-outcomes.tsx'
import { CallPartners } from '#components/call/call-partners.tsx'
import { CallPeriod } from '#components/call/call-period.tsx'
import { CallSelection } from '#components/call/call-selection.tsx'
import { DataLinks } from '#components/open-data/data-links.tsx'
import type { Sources } from '#components/source/source-mark.tsx'
import { SourceList } from '#components/source/source-list.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Section } from '#components/ui/heading.tsx'

/** A call known from the press or its organiser: what the sources say, and what they do not. */
export function CallAsTold({ call, sources }: { call: PublicCall; sources: Sources }) {
  const t = useTranslations('call')
  return (
    <>
      <CallHead call={call} lead={<CallPeriod call={call} />} />
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
    </>
  )
}
