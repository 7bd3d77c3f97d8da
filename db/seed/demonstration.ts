import { inArray, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import type { Transaction } from '#db/client.ts'
import { membership, organisation } from '#db/schema/organisation.ts'
import { person } from '#db/schema/person.ts'
import type { OrganisationKind } from '#lib/domain/organisation.ts'
import { personaAddress, type Persona } from '#lib/domain/persona.ts'

/** How far the demonstration's call has come. So far there are people and no call yet. */
export const demonstrationStages = ['people'] as const
export type DemonstrationStage = (typeof demonstrationStages)[number]
export type DemonstrationOptions = { adminUrl: string; stage?: DemonstrationStage; seed?: number }

type Invented = { persona: Persona; name: string; organisation?: string; administrator?: true }

const organisations = {
  'demo-relais-nord': ['Relais Nord', 'start-up'],
  'demo-cadence': ['Cadence', 'start-up'],
  'demo-horizon-doux': ['Horizon Doux', 'start-up'],
  'demo-hopital-des-tilleuls': ['Hôpital des Tilleuls', 'hospital'],
  'demo-fondation-rivage': ['Fondation Rivage', 'foundation'],
  'demo-laboratoire-orme': ['Laboratoire Orme', 'laboratory'],
  'demo-operateur': ['Opérateur de la démonstration', 'operator'],
} as const satisfies Record<string, readonly [name: string, kind: OrganisationKind]>

const people: readonly Invented[] = [
  { persona: 'founder', name: 'Inès Carvalho', organisation: 'demo-relais-nord' },
  { persona: 'rival', name: 'Hugo Lemaire', organisation: 'demo-cadence' },
  { persona: 'scorer', name: 'Claire Delmas', organisation: 'demo-hopital-des-tilleuls' },
  { persona: 'scorer-2', name: 'Samir Haddad', organisation: 'demo-fondation-rivage' },
  { persona: 'conflicted', name: 'Élise Moreau', organisation: 'demo-laboratoire-orme' },
  { persona: 'manager', name: 'Nadia Benali', organisation: 'demo-operateur' },
  { persona: 'manager-2', name: 'Paul Girard', organisation: 'demo-operateur' },
  { persona: 'laureate', name: 'Léa Fontaine', organisation: 'demo-horizon-doux' },
  { persona: 'mentor', name: 'Marc Oudin', organisation: 'demo-hopital-des-tilleuls' },
  { persona: 'admin', name: 'Odile Renaud', administrator: true },
]

/**
 * Fills the demonstration with invented people and organisations, marked as such. Safe to run at each start: who is
 * already there is left alone. Resolves to the number of people added.
 */
export async function seedDemonstration({ adminUrl }: DemonstrationOptions): Promise<{ added: number }> {
  const connection = postgres(adminUrl, { max: 1, onnotice: () => {} })
  try {
    return await drizzle(connection, { casing: 'snake_case' }).transaction(async (tx) => {
      await tx.execute(sql`set local role portal_owner`)
      return { added: await addPeople(tx) }
    })
  } finally {
    await connection.end()
  }
}

async function addPeople(tx: Transaction): Promise<number> {
  await tx
    .insert(organisation)
    .values(Object.entries(organisations).map(([slug, [name, kind]]) => ({ slug, name, kind, demonstration: true })))
    .onConflictDoNothing()
  const added = await tx
    .insert(person)
    .values(people.map(({ persona, name, administrator = false }) => ({ email: personaAddress(persona), name, administrator, demonstration: true })))
    .onConflictDoNothing()
    .returning({ id: person.id, email: person.email })
  if (added.length === 0) return 0
  const homes = await tx
    .select({ id: organisation.id, slug: organisation.slug })
    .from(organisation)
    .where(inArray(organisation.slug, Object.keys(organisations)))
  const seats = people.flatMap(({ persona, organisation: slug }) => {
    const newcomer = added.find(({ email }) => email === personaAddress(persona))
    const home = homes.find((candidate) => candidate.slug === slug)
    return newcomer && home ? [{ organisationId: home.id, personId: newcomer.id, role: 'owner' as const }] : []
  })
  if (seats.length > 0) await tx.insert(membership).values(seats)
  return added.length
}
