/**
 * Signs that a table holds people instead of aggregates. The portal keeps no patient-level data: such a table is refused, and
 * each sign names its column so that whoever sent it knows why. These are signs, not proof: a free text is read by a person.
 */
import { fold } from '#lib/domain/search.ts'

const patientLevelCodes = ['person-name', 'birth-date', 'national-number', 'address', 'email', 'phone', 'identifier', 'one-row-per-person'] as const
export type PatientLevelSign = { code: (typeof patientLevelCodes)[number]; column: string }

/** Headers, folded and without punctuation, that name somebody's data and nothing else. "Patients" as a count is not among them. */
const headers: Partial<Record<PatientLevelSign['code'], RegExp>> = {
  'person-name': /^(nom|noms|prenom|prenoms|nom (et )?prenoms?|prenoms? (et )?nom|nom (de naissance|de famille|d usage|usuel|patronymique|marital|du patient|de la patiente|patient|complet)|prenom (du patient|patient|usuel|de naissance)|initiales( (du )?patient)?|name|full name|(patient|subject|participant) (first |last |full )?name|(first|last|family|given|maiden|middle) ?name|forename|surname|initials)$/,
  'birth-date': /^((date|annee|jour|lieu|ville) de naissance( (du )?patient)?|(date )?naissance|date naiss|ne e? ?le|ddn|dob|yob|birth ?(date|day|year|place)|(date|year|place) of birth)$/,
  'national-number': /^(nir|ins|ins ?c|ins ?nir|nia|(numero|n|no) (de )?(securite sociale|secu|ss|ins|nir)|nss|ssn|social security (number|no)|matricule (ins|assure)|numero (d )?assure|carte vitale|nhs (number|no))$/,
  address: /^((patient )?adresse( (postale|du patient|patient|personnelle|domicile|complete))?|rue|voie|domicile|(home |street |postal |patient )?address|street|numero et voie)$/,
  email: /^(e ?mail|mail|courriel|adresse (e ?mail|mail|electronique)|(patient )?e ?mail( address)?)$/,
  phone: /^(telephone|tel|portable|mobile|numero (de )?telephone|n tel|phone|phone (number|no)|mobile (number|phone)|cell( phone)?)$/,
  identifier: /^(patient|usager|participant|sujet|subject|ipp|iep|nip|nda|ndossier|mrn|((id|identifiant|code|numero|n|no) (du |de l )?)(patient|usager|participant|sujet|subject|dossier|sejour|ipp)|(patient|subject|participant|person|record|case|medical record|encounter) ?(id|identifier|code|number|no|key)|pseudonyme|pseudonym|numero (de )?dossier( patient)?)$/,
}

/** Columns of the portal's own template: its prose and dates are read with the measurement, not guessed at here. */
const own = new Set(['metric', 'period_start', 'period_end', 'value', 'numerator', 'denominator', 'sd', 'n', 'unit', 'method', 'note', 'reason'])

/** Rows looked at for patterns in values. */
const mostRows = 2_000

/** The signs in a header row and the rows below it, at most one of each kind per column; empty when there are none. */
export function patientLevelSigns(header: readonly string[], rows: readonly (readonly string[])[]): PatientLevelSign[] {
  const looked = rows.slice(0, mostRows)
  return header.flatMap((column, at) => {
    const name = fold(column).replace(/[^a-z0-9]+/gu, ' ').trim()
    const values = looked.map((row) => (row[at] ?? '').trim()).filter((value) => value !== '')
    const codes = new Set<PatientLevelSign['code']>()
    for (const code of patientLevelCodes) if (headers[code]?.test(name)) codes.add(code)
    if (values.some(isNationalNumber)) codes.add('national-number')
    if (!own.has(column.trim().toLowerCase())) for (const code of signsOf(name, values)) codes.add(code)
    if (isOfOne(name, values)) codes.add('one-row-per-person')
    return [...codes].map((code) => ({ code, column }))
  })
}

/** Patterns of most values of a column, in five rows or more. */
function signsOf(name: string, values: readonly string[]): PatientLevelSign['code'][] {
  if (values.length < 5) return []
  const most = (matches: (value: string) => boolean) => values.filter(matches).length >= 0.8 * values.length
  const distinct = new Set(values).size
  const found: PatientLevelSign['code'][] = []
  if (distinct >= 3 && most((value) => /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/iu.test(value))) found.push('email')
  if (distinct >= 3 && most((value) => /^(?:\+33|0033|0)[\s.-]?[1-9](?:[\s.-]?\d{2}){4}$/u.test(value))) found.push('phone')
  if (distinct >= 3 && most((value) => /^\d{1,4}\s*(?:bis|ter)?,?\s+(?:rue|avenue|av|bd|boulevard|place|impasse|chemin|allee|quai|route|cours|square)\b/u.test(fold(value)))) found.push('address')
  if (distinct >= 4 && most((value) => yearOf(value) !== null) && spanOfYears(values) >= 15) found.push('birth-date')
  const names = /\b(?:id|ident|identifiant|identifier|code|numero|num|no|ref|reference|key|cle)\b/u.test(name)
  if (names && values.length >= 20 && distinct === values.length && most((value) => /^[a-z]*[-_ ]?\d{3,}$|^[0-9a-f]{8}-[0-9a-f-]{27}$/iu.test(value) && value.length >= 4)) found.push('identifier')
  return found
}

/** A column of numbers of people in which four of five rows, of five or more, stand for one. */
function isOfOne(name: string, values: readonly string[]): boolean {
  if (!/^(?:n|effectif|denominateur|denominator|nombre|nombre de (?:patients|personnes)|count|patients|personnes|people)$/u.test(name)) return false
  return values.length >= 5 && values.filter((value) => Number(value) === 1).length >= 0.8 * values.length
}

/** The French number of social security (NIR), which the national health identity (INS) is: 13 signs and a key of 97 − n mod 97. Corsica counts as 19 and 18. */
export function isNationalNumber(text: string): boolean {
  const digits = text.replace(/[\s.\u2010-\u2015-]/gu, '').toUpperCase()
  if (!/^[1-478]\d{2}(?:0[1-9]|1[0-2]|[2-9]\d)(?:\d{2}|2[AB])\d{8}$/u.test(digits)) return false
  const number = BigInt(digits.slice(0, 13).replace('2A', '19').replace('2B', '18'))
  return 97n - (number % 97n) === BigInt(digits.slice(13))
}

/** The year of a date alone in a cell, or null. */
function yearOf(value: string): number | null {
  const found = /^(\d{4})-\d{1,2}-\d{1,2}(?:[T ].*)?$/u.exec(value) ?? /^\d{1,2}[/.-]\d{1,2}[/.-](\d{4})$/u.exec(value)
  const year = Number(found?.[1])
  return found !== null && year >= 1890 && year <= 2100 ? year : null
}

function spanOfYears(values: readonly string[]): number {
  const years = values.map(yearOf).filter((year) => year !== null)
  return Math.max(...years) - Math.min(...years)
}
