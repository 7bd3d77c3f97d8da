import type { MembershipRole, OrganisationKind } from '#lib/domain/organisation.ts'
import { personaAddress, type Persona } from '#lib/domain/persona.ts'
import { welcomeInvented } from '#lib/server/demonstration/personas.ts'
import { sendInvitation } from '#lib/server/invitation/send-invitation.ts'
import { acceptInvitation } from '#lib/server/invitation/settle-invitation.ts'
import { leaveOrganisation } from '#lib/server/membership/change-membership.ts'
import { type Caller, visitor } from '#lib/server/opening.ts'
import { createOrganisation } from '#lib/server/organisation/create-organisation.ts'
import { listMyOrganisations } from '#lib/server/organisation/show-organisation.ts'
import { showAccount } from '#lib/server/person/show-account.ts'

const names: Readonly<Record<Persona, string>> = {
  // The first one to be made may be an administrator; afterwards only administrators make them.
  admin: 'Odile Renaud',
  founder: 'Inès Carvalho',
  rival: 'Hugo Lemaire',
  scorer: 'Claire Delmas',
  'scorer-2': 'Samir Haddad',
  conflicted: 'Élise Moreau',
  manager: 'Nadia Benali',
  'manager-2': 'Paul Girard',
  laureate: 'Léa Fontaine',
  mentor: 'Marc Oudin',
}

/** `founder` makes the organisation; whoever only sets it up for others leaves it to them. */
type Home = { name: string; kind: OrganisationKind; domain: string; founder: Persona; leaves?: true; others?: Partial<Record<Persona, MembershipRole>> }

const homes: readonly Home[] = [
  { name: 'Relais Nord', kind: 'start-up', domain: 'relais-nord.example', founder: 'founder' },
  { name: 'Cadence', kind: 'start-up', domain: 'cadence.example', founder: 'rival' },
  { name: 'Horizon Doux', kind: 'start-up', domain: 'horizon-doux.example', founder: 'laureate' },
  { name: 'Hôpital des Tilleuls', kind: 'hospital', domain: 'tilleuls.example', founder: 'scorer', others: { mentor: 'member' } },
  { name: 'Fondation Rivage', kind: 'foundation', domain: 'rivage.example', founder: 'scorer-2' },
  { name: 'Laboratoire Orme', kind: 'laboratory', domain: 'orme.example', founder: 'conflicted' },
  { name: 'Opérateur de la démonstration', kind: 'operator', domain: 'operateur.example', founder: 'admin', leaves: true, others: { manager: 'owner', 'manager-2': 'owner' } },
]

export type People = ReadonlyMap<Persona, string>

/** The personas and their organisations. Resolves to everybody's identifier and to how many people were added. */
export async function invitePersonas(): Promise<{ people: People; added: number }> {
  const people = new Map<Persona, string>()
  let added = 0
  for (const [persona, name] of Object.entries(names) as [Persona, string][]) {
    const { personId, isNew } = await welcomeInvented(visitor, { email: personaAddress(persona), name, locale: 'fr', administrator: persona === 'admin' })
    people.set(persona, personId)
    if (isNew) added += 1
  }
  for (const home of homes) await furnish(home, people)
  return { people, added }
}

/** The founder makes the organisation and invites the others, who accept. Left alone once one of them sits there. */
async function furnish({ name, kind, domain, founder, leaves, others = {} }: Home, people: People) {
  const seated = (persona: string) => ({ personId: people.get(persona as Persona) ?? null })
  for (const persona of [founder, ...Object.keys(others)]) {
    if ((await listMyOrganisations(seated(persona), {})).some((mine) => mine.name === name)) return
  }
  const { id: organisationId } = await createOrganisation(seated(founder), { name, kind, domains: domain })
  for (const [persona, role] of Object.entries(others)) {
    await invite({ from: seated(founder), to: seated(persona), organisationId, email: personaAddress(persona as Persona), role, locale: 'fr' })
  }
  if (leaves) await leaveOrganisation(seated(founder), { organisationId })
}

type Invitation = { from: Caller; to: Caller; organisationId: string; email: string; role: MembershipRole; locale: 'fr' | 'en' }

/** Offers a seat to somebody, who takes it. */
export async function invite({ from, to, ...offer }: Invitation): Promise<void> {
  await sendInvitation(from, offer)
  const { invitations } = await showAccount(to, {})
  for (const { id } of invitations) await acceptInvitation(to, { invitationId: id })
}
