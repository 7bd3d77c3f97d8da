import { signedIn } from '#lib/domain/access.ts'
import type { CompanyOutcome } from '#lib/domain/company.ts'
import { siren } from '#lib/domain/siren-input.ts'
import { companyRegister } from '#lib/server/organisation/company-register.ts'
import { query, type Query } from '#lib/server/query.ts'
import { z } from 'zod'

const input = z.object({ siren })

/** The law alone: its transaction has ended before the register is asked, so that no connection waits for the network. */
const askable = query({ name: 'organisation.look-up-company', input, may: signedIn, read: async (_context, asked) => asked })

/**
 * What the French company register says of a SIREN, within about two seconds. Not finding out is an answer, never a refusal:
 * `unknown` and `unreachable` keep nobody from going on.
 */
export const lookUpCompany: Query<typeof input, CompanyOutcome> = Object.assign(
  async (...asked: Parameters<typeof askable>) => companyRegister().lookUp((await askable(...asked)).siren),
  { verb: askable.verb, verbName: askable.verbName, input },
)
