import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { FeedbackRounds } from '#components/decision/feedback-rounds.tsx'
import { AccountNav } from '#components/person/account-nav.tsx'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { PageHead, Section } from '#components/ui/heading.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Link } from '#components/ui/link.tsx'
import { Page } from '#components/ui/page.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { Instant } from '#components/ui/time.tsx'
import { signOut } from '#app/[locale]/(account)/account/actions.ts'
import { inLocale } from '#lib/domain/localized.ts'
import { signedInCaller } from '#lib/server/actor.ts'
import { openDecision } from '#lib/server/decision/open-decision.ts'
import { orNotFound } from '#lib/server/page.ts'
import type { Props } from '../filing.ts'

const load = cache(async (applicationId: string) => orNotFound(openDecision(await signedInCaller(), { applicationId })))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { number }] = await Promise.all([getTranslations('decision'), params.then(({ id }) => load(id))])
  return { title: t('yours.pageTitle', { number }) }
}

export default async function DecisionPage({ params }: Props) {
  const caller = await signedInCaller()
  const [t, locale, shown] = await Promise.all([getTranslations('decision'), getLocale(), params.then(({ id }) => load(id))])
  const { id, call, solution, number, organisationName, outcome, reserveRank, motive, juryText, releasedAt, feedback } = shown
  return (
    <Page>
      <AccountNav here="applications" {...caller.rooms} signOut={signOut} />
      <PageHead
        above={<Breadcrumb items={[{ href: '/applications', label: t('yours.list') }, { href: `/applications/${id}`, label: solution ?? number }]} />}
        title={t('yours.title')}
        lead={t('yours.lead', { solution: solution ?? '', organisation: organisationName, call: inLocale(call.title, locale) })}
      >
        <p className="mt-4 flex flex-wrap gap-2"><Tag>{number}</Tag>{call.demonstration && <Tag tone="uncertain">{t('demonstration')}</Tag>}</p>
      </PageHead>
      <Notice tone={outcome === 'laureate' ? 'done' : 'plain'} title={t(`yours.outcomes.${outcome}`)}>
        <p>{t.rich(`yours.text.${outcome}`, { at: () => <Instant at={releasedAt} />, rank: reserveRank ?? 0 })}</p>
      </Notice>
      {motive && <Section id="motive" title={t('yours.motive')}><p className="max-w-measure whitespace-pre-line">{motive}</p></Section>}
      {juryText && <Section id="jury" title={t('yours.juryText')}><p className="max-w-measure whitespace-pre-line">{juryText}</p></Section>}
      {feedback && <FeedbackRounds feedback={feedback} />}
      <p className="mt-8"><Link href={`/calls/${call.slug}/selection`}>{t('yours.howChosen')}</Link></p>
    </Page>
  )
}
