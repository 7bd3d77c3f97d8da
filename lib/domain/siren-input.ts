import { digitsOf, isSiren, isSiret } from '#lib/domain/siren.ts'
import { z } from 'zod'

/** Accepts a SIREN as people type it and stores its digits; issue code `siren`. */
export const siren = z.string().max(32).transform(digitsOf).refine(isSiren, { params: { code: 'siren' } })

/** Accepts a SIRET as people type it and stores its digits; issue code `siret`. */
export const siret = z.string().max(40).transform(digitsOf).refine(isSiret, { params: { code: 'siret' } })
