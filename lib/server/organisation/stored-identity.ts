import type { organisation } from '#db/schema/organisation.ts'
import type { CompanyOutcome } from '#lib/domain/company.ts'
import type { IdentityStatement } from '#lib/domain/organisation.ts'
import type { Caller } from '#lib/server/opening.ts'
import { lookUpCompany } from '#lib/server/organisation/look-up-company.ts'

type Stated = { siren: string | null; identity: IdentityStatement }
type Kept = typeof organisation.$inferSelect

/** For `ahead` of a command: what the register says of a number that was confirmed. A client's own word for it is not taken. */
export async function askRegister(caller: Caller, { siren, identity }: Stated): Promise<CompanyOutcome | null> {
  return identity === 'confirmed' && siren !== null ? lookUpCompany(caller, { siren }) : null
}

/**
 * The identity columns after a member's statement. What cannot be confirmed now is kept as declared; what was confirmed
 * of the same number before stays.
 */
export function storedIdentity({ siren, identity }: Stated, answer: CompanyOutcome | null, now: Date, before?: Kept) {
  const beingCreated = identity === 'being-created'
  if (answer?.outcome === 'found') {
    const { name: legalName, legalForm, naf, registeredOn, address, postcode, city } = answer.company
    return { siren, beingCreated, identitySource: 'register' as const, identityConfirmedAt: now, legalName, legalForm, naf, registeredOn, address, postcode, city }
  }
  if (before?.identitySource === 'register' && before.siren === siren) return {}
  const nothing = { identityConfirmedAt: null, legalName: null, legalForm: null, naf: null, registeredOn: null, address: null, postcode: null, city: null }
  return { siren, beingCreated, identitySource: siren !== null || beingCreated ? ('declared' as const) : null, ...nothing }
}
