import type { MembershipRole, OrganisationKind } from '#lib/domain/organisation.ts'

/** Who asks: a signed-in person with their seats, or nobody (a visitor). */
export type Person = {
  id: string
  email: string
  name: string | null
  locale: 'fr' | 'en'
  administrator: boolean
  demonstration: boolean
  memberships: { organisationId: string; kind: OrganisationKind; role: MembershipRole }[]
}
export type Actor = Person | null

/**
 * The law: who may do what, when. Predicates to be read aloud; each verb names exactly one.
 * Who may *see* a row is the wall's business (row policies), not theirs.
 */
export function anyone(): true {
  return true
}

export function signedIn(actor: Actor): actor is Person {
  return actor !== null
}

export function administrator(actor: Actor): boolean {
  return actor !== null && actor.administrator
}

export function memberOf(actor: Actor, organisationId: string): boolean {
  return actor !== null && actor.memberships.some((seat) => seat.organisationId === organisationId)
}

export function ownerOf(actor: Actor, organisationId: string): boolean {
  return actor !== null && actor.memberships.some((seat) => seat.organisationId === organisationId && seat.role === 'owner')
}

/** Anybody signed in brings their organisation; only an administrator makes the one that runs the portal. */
export function mayCreateOrganisation(actor: Actor, kind: OrganisationKind): boolean {
  return kind === 'operator' ? administrator(actor) : signedIn(actor)
}

export function mayRunOrganisation(actor: Actor, organisationId: string): boolean {
  return ownerOf(actor, organisationId) || administrator(actor)
}

/** A seat is offered to an address, and only its holder may take or refuse it. */
export function invited(actor: Actor, address: string): boolean {
  return actor !== null && actor.email === address
}

/** Programme managers: those who sit with the operator, whatever their role there but reader. */
export function manager(actor: Actor): boolean {
  return actor !== null && actor.memberships.some(({ kind, role }) => kind === 'operator' && role !== 'reader')
}

/** Those who sit with a partner: an organisation that neither applies nor runs the calls. */
export function partner(actor: Actor): boolean {
  return actor !== null && actor.memberships.some(({ kind }) => kind !== 'start-up' && kind !== 'operator')
}

/** Members and owners write to their organisation's drafts; readers read them. */
export function editorOf(actor: Actor, organisationId: string): boolean {
  return actor !== null && actor.memberships.some((seat) => seat.organisationId === organisationId && seat.role !== 'reader')
}

/** What is written by one person alone, such as an evaluation. */
export function authorOf(actor: Actor, personId: string): boolean {
  return actor !== null && actor.id === personId
}
