import { useLocale, useTranslations } from 'next-intl'
import { inLocale } from '#lib/domain/localized.ts'
import type { PublicCall } from '#lib/domain/public-call.ts'
import type { PublicLaureate } from '#lib/domain/public-laureate.ts'
import type { PublicRupture } from '#lib/domain/public-rupture.ts'
import { ApplyingTerms } from '#components/call/applying-terms.tsx'
import { CallDates } from '#components/call/call-dates.tsx'
import { CallHead } from '#components/call/call-head.tsx'
import { CallNotices } from '#components/call/call-notices.tsx'
import { CallNow } from '#components/call/call-now.tsx'
import { CallPartners } from '#components/call/call-partners.tsx'
import { CallWindow } from '#components/call/call-window.tsx'
import { ChallengeList } from '#components/call/challenge-list.tsx'
import { LaureateCard } from '#components/laureate/laureate-card.tsx'
import { DataLinks } from '#components/open-data/data-links.tsx'
import type { Sources } from '#components/source/source-mark.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Section } from '#components/ui/heading.tsx'

type Props = { call: PublicCall; now: Date; conditions: number; ruptures: readonly PublicRupture[]; laureates: readonly PublicLaureate[]; sources: Sources; isDecided: boolean; hasResults: boolean }

/** A call that takes applications here: what it is, until when, how to apply, and all that an applicant may rely on. */
export function CallRunHere({ call, now, conditions, ruptures, laureates, sources, isDecided, hasResults }: Props) {
  const t = useTranslations('call')
  const locale = useLocale()
  return (
    <>
      <CallHead call={call} lead={call.target.text && inLocale(call.target.text, locale)}>
        <CallWindow call={call} now={now} />
      </CallHead>
      <CallNotices call={call} />
      {call.state === 'closed' && <CallNow call={call} now={now} />}
      <Section id="challenges" title={t('challenges.title')}>
        <ChallengeList challenges={call.challenges} ruptures={ruptures} laureates={laureates} sources={sources} />
      </Section>
      <Section id="dates" title={t('dates.title')}>
        <CallDates call={call} />
      </Section>
      <Section id="applying" title={t('run.applying')}>
        <ApplyingTerms call={call} conditions={conditions} />
      </Section>
      {call.partners.length > 0 && (
        <Section id="partners" title={t('partners.title')}>
          <CallPartners call={call} sources={sources} />
        </Section>
      )}
      {isDecided && (
        <Section id="laureates" title={t('laureates.title')}>
          {call.laureates.length === 0 ? <p className="mb-6">{t('laureates.nobody')}</p> : <ul className="mb-6 border-t border-rule">{call.laureates.map((laureate) => <LaureateCard key={laureate.slug} laureate={laureate} sources={sources} />)}</ul>}
          <p className="flex flex-wrap gap-3">
            <ButtonLink href={`/calls/${call.slug}/selection`}>{t('laureates.selection')}</ButtonLink>
            {hasResults && <ButtonLink href={`/results/${call.slug}`}>{t('laureates.results')}</ButtonLink>}
          </p>
        </Section>
      )}
      <DataLinks
        title={t('data')}
        links={[
          { href: `/api/v1/calls/${call.slug}`, label: 'JSON' },
          { href: '/data/calls.csv', label: 'CSV' },
          { href: `/calls/${call.slug}.ics?locale=${locale}`, label: 'iCalendar' },
          { href: `/api/v1/calls/${call.slug}/form.pdf?locale=${locale}`, label: 'PDF' },
        ]}
      />
    </>
  )
}
