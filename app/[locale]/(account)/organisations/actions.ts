'use server'
import { getLocale } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { returnPath } from '#lib/domain/return-path.ts'
import { action, text } from '#lib/server/action.ts'
import { revokeInvitation } from '#lib/server/invitation/settle-invitation.ts'
import { sendInvitation } from '#lib/server/invitation/send-invitation.ts'
import { changeRole, leaveOrganisation, removeMember, transferOwnership } from '#lib/server/membership/change-membership.ts'
import { closeOrganisation, updateOrganisation } from '#lib/server/organisation/change-organisation.ts'
import { createOrganisation } from '#lib/server/organisation/create-organisation.ts'
import { declareTie, removeTie } from '#lib/server/organisation/declare-tie.ts'

const filled = (form: FormData) => ({
  name: text(form, 'name'), kind: text(form, 'kind'), siren: text(form, 'siren'), identity: text(form, 'identity') || 'declared', domains: text(form, 'domains'),
})
const named = (form: FormData) => ({ organisationId: text(form, 'organisationId') })
const seat = (form: FormData) => ({ membershipId: text(form, 'membershipId') })

async function toOrganisation(form: FormData, rest: string): Promise<never> {
  redirect(`/${await getLocale()}/organisations/${text(form, 'organisationId')}${rest}`)
}

async function toMine(): Promise<never> {
  redirect(`/${await getLocale()}/organisations`)
}

export const create = action({
  verb: createOrganisation,
  input: filled,
  done: async ({ id }, form) => redirect(returnPath(text(form, 'returnTo')) ?? `/${await getLocale()}/organisations/${id}`),
})

export const update = action({
  verb: updateOrganisation,
  input: (form) => ({ ...filled(form), ...named(form) }),
  done: (_result, form) => toOrganisation(form, '?saved=facts#facts'),
})

export const invite = action({
  verb: sendInvitation,
  input: (form) => ({ ...named(form), email: text(form, 'email'), role: text(form, 'role'), locale: text(form, 'locale') }),
  done: (_result, form) => toOrganisation(form, '?saved=invitation#invite'),
})

export const revoke = action({
  verb: revokeInvitation,
  input: (form) => ({ invitationId: text(form, 'invitationId') }),
  done: (_result, form) => toOrganisation(form, '#pending'),
})

export const setRole = action({
  verb: changeRole,
  input: (form) => ({ ...seat(form), role: text(form, 'role') }),
  done: (_result, form) => toOrganisation(form, '#members'),
})

export const transfer = action({ verb: transferOwnership, input: seat, done: (_result, form) => toOrganisation(form, '#members') })
export const remove = action({ verb: removeMember, input: seat, done: (_result, form) => toOrganisation(form, '#members') })
export const leave = action({ verb: leaveOrganisation, input: named, done: toMine })
export const close = action({ verb: closeOrganisation, input: (form) => ({ ...named(form), confirmed: text(form, 'confirmed') }), done: toMine })

export const tie = action({
  verb: declareTie,
  input: (form) => ({ ...named(form), kind: text(form, 'kind'), otherName: text(form, 'otherName'), otherSiren: text(form, 'otherSiren') }),
  done: (_result, form) => toOrganisation(form, '?saved=tied#ties'),
})
export const untie = action({ verb: removeTie, input: (form) => ({ tieId: text(form, 'tieId') }), done: (_result, form) => toOrganisation(form, '?saved=untied#ties') })
