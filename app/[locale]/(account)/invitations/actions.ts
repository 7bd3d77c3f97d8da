'use server'
import { getLocale } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { action, text } from '#lib/server/action.ts'
import { acceptInvitation, declineInvitation } from '#lib/server/invitation/settle-invitation.ts'

export const acceptOffer = action({
  verb: acceptInvitation,
  input: (form) => ({ invitationId: text(form, 'invitationId') }),
  done: async ({ organisationId }) => redirect(`/${await getLocale()}/organisations/${organisationId}`),
})

export const declineOffer = action({
  verb: declineInvitation,
  input: (form) => ({ invitationId: text(form, 'invitationId') }),
  done: async () => redirect(`/${await getLocale()}/account`),
})
