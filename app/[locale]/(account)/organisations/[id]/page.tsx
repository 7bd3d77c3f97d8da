import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { InvitationSection } from '#components/organisation/invitation-section.tsx'
import { LeaveSection } from '#components/organisation/leave-section.tsx'
import { MemberSection } from '#components/organisation/member-section.tsx'
import { OrganisationFacts } from '#components/organisation/organisation-facts.tsx'
import { TieSection } from '#components/organisation/tie-section.tsx'
import { AccountNav } from '#components/person/account-nav.tsx'
import { PageHead } from '#components/ui/heading.tsx'
import { Page } from '#components/ui/page.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { signedInCaller } from '#lib/server/actor.ts'
import { showOrganisation } from '#lib/server/organisation/show-organisation.ts'
import { orNotFound } from '#lib/server/page.ts'
import { signOut } from '../../account/actions.ts'
import { close, invite, leave, remove, revoke, setRole, tie, transfer, untie, update } from '../actions.ts'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ saved?: string | string[] }> }

/** Asked once for the title and the page. */
const load = cache(async (id: string) => orNotFound(showOrganisation(await signedInCaller(), { id })))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load((await params).id)).organisation.name }
}

export default async function OrganisationPage({ params, searchParams }: Props) {
  const [t, locale, { id }, { saved }, caller] = await Promise.all([getTranslations('organisation'), getLocale(), params, searchParams, signedInCaller()])
  const { organisation, domains, members, invitations, ties, may, self } = await load(id)
  return (
    <Page>
      <AccountNav here="organisations" {...caller.rooms} signOut={signOut} />
      <PageHead title={organisation.name}>
        {organisation.demonstration && <p className="mt-3"><Tag tone="uncertain">{t('demonstration')}</Tag></p>}
      </PageHead>
      <OrganisationFacts organisation={organisation} domains={domains} update={may.run ? update : undefined} saved={saved === 'facts'} mayBeOperator={caller.person.administrator} />
      <MemberSection organisation={organisation} members={members} self={self} mayRun={may.run} actions={{ setRole, transfer, remove }} />
      {may.run && <InvitationSection organisationId={id} invitations={invitations} locale={locale} invite={invite} revoke={revoke} sent={saved === 'invitation'} />}
      {may.leave && <TieSection organisation={organisation} ties={ties} mayTie={may.tie} tie={tie} untie={untie} saved={saved === 'tied' || saved === 'untied' ? saved : undefined} />}
      <LeaveSection organisation={organisation} members={members.length} may={may} leave={leave} close={close} />
    </Page>
  )
}
