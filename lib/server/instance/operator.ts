import { env } from '#lib/env.ts'

/** Who runs this portal, as the law wants it named; null where whoever installed it has not said. */
export function operator() {
  const { OPERATOR_NAME, OPERATOR_ADDRESS, OPERATOR_DIRECTOR, OPERATOR_HOSTING, OPERATOR_CONTACT, OPERATOR_SIRET } = env()
  return {
    name: OPERATOR_NAME ?? null,
    address: OPERATOR_ADDRESS ?? null,
    director: OPERATOR_DIRECTOR ?? null,
    hosting: OPERATOR_HOSTING ?? null,
    /** Of the establishment that runs it, 14 digits: what it grants is published under it. */
    siret: OPERATOR_SIRET ?? null,
    /** An e-mail address. */
    contact: OPERATOR_CONTACT ?? null,
  }
}
