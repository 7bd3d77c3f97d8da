import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { JudgedFile } from '#components/evaluation/judged-file.tsx'
import { AccountNav } from '#components/person/account-nav.tsx'
import { Breadcrumb } from '#components/ui/breadcrumb.tsx'
import { PageHead } from '#components/ui/heading.tsx'
import { Page } from '#components/ui/page.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { inLocale } from '#lib/domain/localized.ts'
import { signedInCaller } from '#lib/server/actor.ts'
import { readScoredApplication } from '#lib/server/deliberation/read-application.ts'
import { orNotFound } from '#lib/server/page.ts'
import { signOut } from '#app/[locale]/(account)/account/actions.ts'

type Props = { params: Promise<{ id: string; applicationId: string }> }

const load = cache(async (roundId: string, applicationId: string) => orNotFound(readScoredApplication(await signedInCaller(), { roundId, applicationId })))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { application } = await params.then(({ id, applicationId }) => load(id, applicationId))
  return { title: String(application.fields.solution ?? application.number) }
}

export default async function ScoredApplicationPage({ params }: Props) {
  const [t, locale, { head, application }, { rooms }] = await Promise.all([getTranslations('deliberation'), getLocale(), params.then(({ id, applicationId }) => load(id, applicationId)), signedInCaller()])
  return (
    <Page>
      <AccountNav here="scoring" {...rooms} signOut={signOut} />
      <PageHead above={<Breadcrumb items={[{ href: `/scoring/rounds/${head.id}/jury`, label: inLocale(head.name, locale) }]} />} title={String(application.fields.solution ?? '')} lead={application.organisationName ?? undefined}>
        <p className="mt-3 flex flex-wrap gap-2"><Tag>{application.number}</Tag>{head.call.demonstration && <Tag tone="uncertain">{t('demonstration')}</Tag>}</p>
      </PageHead>
      <JudgedFile application={application} />
    </Page>
  )
}
