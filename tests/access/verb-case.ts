import { type Persona, personas } from '#tests/access/routes.ts'
import type { World } from '#tests/access/world.ts'
import { parisClockText } from '#lib/domain/calendar.ts'
import type { RefusalCode } from '#lib/server/refusal.ts'

/** `invalid` is never expected: every input of the table is a good one. */
export type Outcome = 'ok' | Exclude<RefusalCode, 'invalid'>
export type Case = {
  /** What tells this case from the verb's others. */
  about?: string
  input: (world: World, asker: Persona) => Record<string, unknown>
  outcome: Readonly<Record<Persona, Outcome>>
  /** For commands: the tables a deed changes beside the journal, exactly. */
  changes?: readonly string[] | ((asker: Persona) => readonly string[])
  /** For deeds that leave no audit entry. */
  unrecorded?: true
}

export const forAll = (outcome: Outcome) => Object.fromEntries(personas.map((persona) => [persona, outcome])) as Record<Persona, Outcome>
export const anyone = forAll('ok')
export const signedIn = { ...anyone, visitor: 'unauthenticated' } as const
/** The named personas may; to the others what is asked for does not exist. */
export const only = (...allowed: Persona[]) => ({ ...forAll('not-found'), ...Object.fromEntries(allowed.map((persona) => [persona, 'ok' as const])) })
/** The same where nothing is looked up first, so that a visitor is asked to sign in. */
export const onlySignedIn = (...allowed: Persona[]) => ({ ...only(...allowed), visitor: 'unauthenticated' as const })
export const nothing = () => ({})
export const aFile = { name: 'plan.pdf', mediaType: 'application/pdf', size: 9, sha256: 'a'.repeat(64), receivedSha256: 'a'.repeat(64), strippedMetadata: false }
export const theTable = ({ openCall }: World) => ({ slug: openCall.slug })
export const theHospital = ({ organisations }: World) => ({ organisationId: organisations.hospital })
export const managers = only('manager', 'manager-2')
export const managersSignedIn = onlySignedIn('manager', 'manager-2')
export const words = { fr: 'Des mots', en: 'Words' }
export const followers = only('laureate', 'mentor', 'manager', 'manager-2')
/** Whoever is not of the laureate's own is written down. */
export const noted = (asker: Persona) => (asker === 'laureate' ? [] : ['consultation'])
/** What a clock in Paris shows in so many days, as a field for it sends it. */
export const parisIn = (days: number) => parisClockText(new Date(Date.now() + days * 86_400_000))
