import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { DraftPage } from '#components/draft/draft-page.tsx'
import { StartChoice } from '#components/draft/start-choice.tsx'
import { AccountNav } from '#components/person/account-nav.tsx'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { Page } from '#components/ui/page.tsx'
import { signOut } from '#app/[locale]/(account)/account/actions.ts'
import { inLocale } from '#lib/domain/localized.ts'
import { signedInCaller } from '#lib/server/actor.ts'
import { startDraft } from '#lib/server/draft/start-draft.ts'
import { listMetrics } from '#lib/server/metric/list-metrics.ts'
import { orNotFound } from '#lib/server/page.ts'
import { listClaimableRuptures } from '#lib/server/rupture/list-claimable-ruptures.ts'

type Props = { params: Promise<{ call: string }>; searchParams: Promise<{ organisation?: string | string[] }> }

/** Asked once for the title and the page. */
const load = cache(async (slug: string) => orNotFound(startDraft(await signedInCaller(), { slug })))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, locale, { call }] = await Promise.all([getTranslations('draft.start'), getLocale(), load((await params).call)])
  return { title: `${t('title')} – ${inLocale(call.title, locale)}` }
}

export default async function StartDraftPage({ params, searchParams }: Props) {
  const caller = await signedInCaller()
  const [{ call: slug }, { organisation: asked }, locale, t] = await Promise.all([params, searchParams, getLocale(), getTranslations('call')])
  const { call, organisations, form, challenges, now } = await load(slug)
  const chosen = organisations.length === 1 ? organisations[0] : organisations.find(({ id }) => id === asked)
  if (chosen?.draft) redirect(`/${locale}/applications/${chosen.draft.id}/edit`)
  const above = <Breadcrumb items={[{ href: '/calls', label: t('title') }, { href: `/calls/${slug}`, label: inLocale(call.title, locale) }]} />
  const isReady = chosen !== undefined && chosen.obstacle === null
  return (
    <Page>
      <AccountNav here="applications" {...caller.rooms} signOut={signOut} />
      {isReady ? (
        <DraftPage
          person={caller.personId} call={call} organisation={chosen} now={now} draft={null} questions={form.questions} challenges={challenges} files={[]}
          ruptures={await listClaimableRuptures(caller, { pinned: [] })} metrics={await listMetrics(caller, {})}
          permitUntil={chosen.permitUntil} application={null} corrections={[]} editable="all" isReader={false} above={above}
        />
      ) : (
        <StartChoice call={call} organisations={organisations} now={now} above={above} />
      )}
    </Page>
  )
}
