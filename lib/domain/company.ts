/**
 * A company as the State's "Recherche d’entreprises" service tells it: `GET /search?q={siren}` answers a list of at most
 * one unit. Units that opposed publication come with `[NON-DIFFUSIBLE]` in place of what they hide, or not at all.
 */
import { isSiret } from '#lib/domain/siren.ts'
import { z } from 'zod'

/** What is kept of a company; what the register does not say or does not publish is null. */
export type Company = {
  siren: string
  /** The registered name, mostly in capitals. */
  name: string
  /** INSEE's four digits, "5710"; see `legalFormFamily`. */
  legalForm: string | null
  /** "53.10Z" */
  naf: string | null
  /** "1991-01-01" */
  registeredOn: string | null
  /** The whole line of the headquarters, postcode and city included. */
  address: string | null
  postcode: string | null
  city: string | null
  /** INSEE's code of the commune (COG), "2A004". */
  citycode: string | null
  /** Of the headquarters. */
  siret: string | null
  /** False once the register says it has ceased. */
  active: boolean
}

/** What asking about a number leads to; none of them keeps anybody from going on. */
export type CompanyOutcome =
  | { outcome: 'found'; company: Company }
  /** Nothing under that number, or a unit whose name is not published. */
  | { outcome: 'unknown'; why: 'absent' | 'undisclosed' }
  | { outcome: 'unreachable' }

const mask = '[NON-DIFFUSIBLE]'

/** Text on one line, without control characters; a masked or empty one is none. */
const line = z.string().transform((text) => text.replace(/[\p{C}\s]+/gu, ' ').trim()).refine((text) => text !== '' && text.length <= 500 && !text.includes(mask))

/** One wrong detail must not cost the rest: what does not have the form expected is not known. */
const detail = <T extends z.ZodType>(schema: T) => schema.nullish().catch(null).transform((value) => value ?? null)
const written = (form: RegExp) => detail(z.string().regex(form))

const headquarters = z.object({
  siret: detail(z.string().refine(isSiret)),
  adresse: detail(line),
  code_postal: written(/^\d{5}$/),
  libelle_commune: detail(line),
  commune: written(/^(?:\d{2}|2[AB])\d{3}$/),
})

const unit = z.object({
  siren: z.string(),
  nom_raison_sociale: detail(line),
  nom_complet: detail(line),
  nature_juridique: written(/^\d{4}$/),
  activite_principale: written(/^\d{2}\.\d{2}[A-Z]$/),
  // Dates before any register are how "unknown" is sometimes written.
  date_creation: detail(z.iso.date().refine((day) => day >= '1500')),
  etat_administratif: detail(z.string()),
  siege: detail(headquarters),
})

const answer = z.object({ results: z.array(z.unknown()) })

/** Reads what the service answered to a question about one SIREN. What is no answer of it counts as `unreachable`. */
export function readCompanyAnswer(body: unknown, siren: string): CompanyOutcome {
  const list = answer.safeParse(body)
  if (!list.success) return { outcome: 'unreachable' }
  const units = list.data.results.flatMap((result) => unit.safeParse(result).data ?? [])
  const found = units.find((each) => each.siren === siren)
  if (!found) return { outcome: 'unknown', why: 'absent' }
  const name = found.nom_raison_sociale ?? found.nom_complet
  return name === null ? { outcome: 'unknown', why: 'undisclosed' } : { outcome: 'found', company: companyOf(found, name) }
}

function companyOf({ siren, siege, ...found }: z.output<typeof unit>, name: string): Company {
  return {
    siren,
    name,
    legalForm: found.nature_juridique,
    naf: found.activite_principale,
    registeredOn: found.date_creation,
    address: siege?.adresse ?? null,
    postcode: siege?.code_postal ?? null,
    city: siege?.libelle_commune ?? null,
    citycode: siege?.commune ?? null,
    siret: siege?.siret?.startsWith(siren) ? siege.siret : null,
    active: found.etat_administratif !== 'C',
  }
}
