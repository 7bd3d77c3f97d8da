import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { DraftPage } from '#components/draft/draft-page.tsx'
import { AccountNav } from '#components/person/account-nav.tsx'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { Page } from '#components/ui/page.tsx'
import { claimFields } from '#lib/domain/application.ts'
import { inLocale } from '#lib/domain/localized.ts'
import { signOut } from '#app/[locale]/(account)/account/actions.ts'
import { signedInCaller } from '#lib/server/actor.ts'
import { showDraft, type ShownDraft } from '#lib/server/draft/show-draft.ts'
import { listMetrics } from '#lib/server/metric/list-metrics.ts'
import { orNotFound } from '#lib/server/page.ts'
import { listClaimableRuptures } from '#lib/server/rupture/list-claimable-ruptures.ts'

type Props = { params: Promise<{ id: string }> }

/** Asked once for the title and the page. */
const load = cache(async (draftId: string) => orNotFound(showDraft(await signedInCaller(), { draftId })))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, locale, { call }] = await Promise.all([getTranslations('draft.edit'), getLocale(), load((await params).id)])
  return { title: `${t('title')} – ${inLocale(call.title, locale)}` }
}

function pinnedIn({ content }: ShownDraft): string[] {
  return claimFields.flatMap((field) => (content[field] as { ruptureVersionId?: string | null } | undefined)?.ruptureVersionId ?? [])
}

export default async function EditDraftPage({ params }: Props) {
  const caller = await signedInCaller()
  const [t, draft, metrics] = await Promise.all([getTranslations('draft.edit'), load((await params).id), listMetrics(caller, {})])
  const { form, may, ...shown } = draft
  return (
    <Page>
      <AccountNav here="applications" {...caller.rooms} signOut={signOut} />
      <DraftPage
        {...shown}
        person={caller.personId}
        draft={draft}
        questions={form.questions}
        ruptures={await listClaimableRuptures(caller, { pinned: pinnedIn(draft) })}
        metrics={metrics}
        isReader={!may.edit}
        above={<Breadcrumb items={[{ href: '/applications', label: t('list') }]} />}
      />
    </Page>
  )
}
