/**
 * Signs that a table holds people instead of aggregates. The portal keeps no patient-level data: such a table is refused, and
 * each sign names its column so that whoever sent it knows why. These are signs, not proof: a free text is read by a person.
 */
import { fold } from '#lib/domain/search.ts'

export const patientLevelCodes = ['person-name', 'birth-date', 'national-number', 'address', 'email', 'phone', 'identifier', 'one-row-per-person'] as const
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

/** Headers that name somebody's data in a list of patients, and just as well a site's, a team's or an indicator's elsewhere. */
const ambiguous = /^(noms?|(full )?name|patient|usager|participant|sujet|subject)$/
/** Kinds that tell a list of people once two of them stand in one table. Places and ways to write to somebody tell nothing: sites have them too. */
const telling = new Set<PatientLevelSign['code']>(['person-name', 'birth-date', 'identifier'])

/**
 * The column that gives away a list of people in a sheet whose columns nobody agreed on, or null: one header or value that stands for
 * nothing else, or two kinds that might. Stricter in what it asks than `patientLevelSigns`, as a refusal of honest totals costs trust.
 */
export function patientLevelColumn(sheet: readonly (readonly string[])[]): PatientLevelSign | null {
  const at = headerOf(sheet)
  const header = Array.from({ length: widthOf(sheet) }, (_, column) => sheet[at]?.[column] ?? '')
  const signs = patientLevelSigns(header, sheet.slice(at + 1))
  const doubtful = signs.filter(({ code }) => telling.has(code))
  return signs.find(isCertain) ?? (new Set(doubtful.map(({ code }) => code)).size >= 2 ? (doubtful[0] ?? null) : null)
}

/** Whether a sign needs no second one beside it. */
function isCertain({ code, column }: PatientLevelSign): boolean {
  if (code === 'national-number' || code === 'one-row-per-person') return true
  const name = fold(column).replace(/[^a-z0-9]+/gu, ' ').trim()
  return telling.has(code) && !ambiguous.test(name) && headers[code]?.test(name) === true
}

/** Rows of a sheet before which its header stands, below whatever titles it has. */
const titleRows = 30

/** The row of a sheet that names its columns: the first of words alone that is at least half as wide as the sheet. */
function headerOf(sheet: readonly (readonly string[])[]): number {
  const widest = widthOf(sheet)
  const found = sheet.slice(0, titleRows).findIndex((row) => {
    const cells = row.filter((cell) => cell.trim() !== '')
    return cells.length >= Math.max(1, widest / 2) && cells.every((cell) => /\p{L}/u.test(cell))
  })
  return Math.max(found, 0)
}

function widthOf(sheet: readonly (readonly string[])[]): number {
  return sheet.reduce((most, row) => Math.max(most, row.length), 0)
}

/** Names people give to lists of patients; a "non", "sans" or "no" before it takes the meaning away. */
const listNames = /(?<!\b(?:non|sans|aucune?|absence de|no|not|without|de)[ a-z]{0,12} )\b(?:nominati(?:f|fs|ve|ves)|donnees individuelles|(?:patient|individual) level|liste (?:de |des |d )?(?:patients?|patientes|usagers)|patients? lists?|line ?list(?:ing)?s?)\b/u

/** Whether the name of a file says that it lists patients, or bears a national number. */
export function isPatientLevelName(name: string): boolean {
  const folded = fold(name)
  if (listNames.test(folded.replace(/[^a-z0-9]+/gu, ' '))) return true
  const digits = folded.toUpperCase().replace(/[^0-9AB]+/gu, ' ')
  return [...digits.matchAll(/(?=((?:[\dAB] ?){15}))/gu)].some(([, run]) => isNationalNumber(run ?? ''))
}
