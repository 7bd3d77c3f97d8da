import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { DecisionForm } from '#components/decision/decision-form.tsx'
import { DecisionTable } from '#components/decision/decision-table.tsx'
import { DecisionTabs, shownOf } from '#components/decision/decision-tabs.tsx'
import { ReleaseSection } from '#components/decision/release-section.tsx'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { PageHead } from '#components/ui/heading.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Page } from '#components/ui/page.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { inLocale } from '#lib/domain/localized.ts'
import { signedInCaller } from '#lib/server/actor.ts'
import { listDecisions } from '#lib/server/decision/list-decisions.ts'
import { orNotFound } from '#lib/server/page.ts'
import { cancel, decideChosen, propose, refuse, release, takeBack } from './actions.ts'

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

const load = cache(async (slug: string) => orNotFound(listDecisions(await signedInCaller(), { slug })))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, locale, { call }] = await Promise.all([getTranslations('decision'), getLocale(), params.then(({ slug }) => load(slug))])
  return { title: t('pageTitle', { call: inLocale(call.title, locale) }) }
}

export default async function DecisionsPage({ params, searchParams }: Props) {
  const [t, locale, listed, { outcome, edit, done }] = await Promise.all([getTranslations('decision'), getLocale(), params.then(({ slug }) => load(slug)), searchParams])
  const { call, rows, counts, readiness, releasedAt } = listed
  const shown = shownOf(outcome)
  const edited = rows.find(({ id }) => id === edit && releasedAt === null) ?? null
  return (
    <Page>
      <PageHead above={<Breadcrumb items={[{ href: '/manage', label: t('calls') }, { href: `/manage/calls/${call.slug}`, label: inLocale(call.title, locale) }]} />} title={t('title')} lead={t('lead')}>
        {call.demonstration && <p className="mt-3"><Tag tone="uncertain">{t('demonstration')}</Tag></p>}
      </PageHead>
      {done && <div className="mb-6"><Notice tone="done" role="status"><p>{t(done === 'released' ? 'released' : 'saved')}</p></Notice></div>}
      {edited && <DecisionForm slug={call.slug} row={edited} decide={decideChosen} takeBack={takeBack} />}
      <DecisionTabs slug={call.slug} counts={counts} undecided={readiness.undecided} total={rows.length} shown={shown} />
      <DecisionTable slug={call.slug} rows={rows.filter((row) => shown === null || (row.outcome ?? 'undecided') === shown)} isReleased={releasedAt !== null} decide={decideChosen} />
      <ReleaseSection listed={listed} propose={propose} cancel={cancel} release={release} refuse={refuse} />
    </Page>
  )
}
