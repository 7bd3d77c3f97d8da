import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { headers } from 'next/headers'
import { InvitationAnswer } from '#components/organisation/invitation-offers.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { PageHead } from '#components/ui/heading.tsx'
import { Page } from '#components/ui/page.tsx'
import { Instant } from '#components/ui/time.tsx'
import { currentCaller } from '#lib/server/actor.ts'
import { orNull } from '#lib/server/page.ts'
import { findInvitation } from '#lib/server/invitation/settle-invitation.ts'
import { showAccount } from '#lib/server/person/show-account.ts'
import { acceptOffer, declineOffer } from '../actions.ts'

type Props = { params: Promise<{ token: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('organisation'))('invitation.title') }
}

/** Opening the link only shows the offer; nothing is told to whoever is not the invited address. */
export default async function InvitationPage({ params }: Props) {
  const [t, { token }, caller] = await Promise.all([getTranslations('organisation'), params, currentCaller()])
  if (caller.personId === null) {
    const returnTo = encodeURIComponent((await headers()).get('x-portal-target') ?? '')
    return (
      <Page>
        <PageHead title={t('invitation.signInTitle')} lead={t('invitation.signInLead')} />
        <ButtonLink href={`/sign-in?returnTo=${returnTo}`} tone="primary">{t('invitation.signIn')}</ButtonLink>
      </Page>
    )
  }
  const offer = await orNull(findInvitation(caller, { token }))
  if (!offer) {
    const { person } = await showAccount(caller, {})
    return (
      <Page>
        <PageHead title={t('invitation.noneTitle')} lead={t('invitation.noneLead', { email: person.email })} />
        <ButtonLink href="/account">{t('invitation.toAccount')}</ButtonLink>
      </Page>
    )
  }
  const { id, organisation, kind, role, expiresAt } = offer
  return (
    <Page>
      <PageHead title={t('invitation.title')} lead={t('invitation.lead', { organisation, kind: t(`kinds.${kind}`), role })} />
      <p className="mb-6">{t('invitation.until')} <Instant at={expiresAt} />.</p>
      <InvitationAnswer id={id} accept={acceptOffer} decline={declineOffer} words={{ accept: t('invitation.accept'), decline: t('invitation.decline') }} />
    </Page>
  )
}
