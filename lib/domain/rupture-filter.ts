/**
 * The filters of the list of ruptures, as its address carries them: `?stage=suivi&evidence=high&quantified=no&q=lit`.
 * Nothing in an address is an error: what is not understood is set aside and named, so the page can say so.
 */
import { z } from 'zod'
import { evidenceGrades } from '#lib/domain/estimate.ts'
import { inLocale } from '#lib/domain/localized.ts'
import { isQuantified, type Rupture, ruptureFields } from '#lib/domain/rupture.ts'
import { fold, matches } from '#lib/domain/search.ts'
import { type Ignored, ignored, type SearchParams, valuesOf } from '#lib/domain/search-params.ts'
import { stageSlugs } from '#lib/domain/stage.ts'

const longestQuery = 100
const mostNotes = 10

export const ruptureFilter = z.object({
  stage: z.array(z.enum(stageSlugs)),
  field: z.array(z.enum(ruptureFields)),
  quantified: z.enum(['yes', 'no']).nullable(),
  evidence: z.array(z.enum(evidenceGrades)),
  q: z.string().max(longestQuery),
})
export type RuptureFilter = z.infer<typeof ruptureFilter>

export const everyRupture: RuptureFilter = { stage: [], field: [], quantified: null, evidence: [], q: '' }

/** Reads the filter out of an address. Never throws; at most ten notes come back, however long the address. */
export function parseRuptureFilter(params: SearchParams): { filter: RuptureFilter; ignored: Ignored[] } {
  const notes: Ignored[] = []
  const several = <V extends string>(key: string, options: readonly V[]): V[] => {
    const known = new Set<V>()
    for (const value of valuesOf(params, key)) {
      const option = options.find((it) => it === value)
      if (option === undefined) notes.push(ignored(key, value, 'unknown-value'))
      else known.add(option)
    }
    return options.filter((option) => known.has(option))
  }
  const one = (key: string): string | null => {
    const [first = null, ...others] = valuesOf(params, key)
    for (const other of others) notes.push(ignored(key, other, 'repeated'))
    return first
  }
  const quantified = (value: string | null): RuptureFilter['quantified'] => {
    if (value === 'yes' || value === 'no') return value
    if (value !== null) notes.push(ignored('quantified', value, 'unknown-value'))
    return null
  }
  const text = (value: string | null): string => {
    const query = (value ?? '').toWellFormed().trim()
    if (query.length <= longestQuery) return query
    notes.push(ignored('q', query, 'too-long'))
    return ''
  }
  const filter: RuptureFilter = {
    stage: several('stage', stageSlugs),
    field: several('field', ruptureFields),
    quantified: quantified(one('quantified')),
    evidence: several('evidence', evidenceGrades),
    q: text(one('q')),
  }
  return { filter, ignored: notes.slice(0, mostNotes) }
}

type Listed = Pick<Rupture, 'stage' | 'field' | 'evidence' | 'title' | 'summary' | 'population' | 'estimates'>

/** True when a rupture passes every filter. Text is looked for in the words of one language. */
export function passes(rupture: Listed, filter: RuptureFilter, locale: 'fr' | 'en'): boolean {
  const chosen = <V>(options: readonly V[], value: V): boolean => options.length === 0 || options.includes(value)
  return (
    chosen(filter.stage, rupture.stage) &&
    chosen(filter.field, rupture.field) &&
    chosen(filter.evidence, rupture.evidence) &&
    (filter.quantified === null || isQuantified(rupture.estimates) === (filter.quantified === 'yes')) &&
    matches([rupture.title, rupture.summary, rupture.population].map((words) => inLocale(words, locale)).join(' '), filter.q)
  )
}

/** The address of a filter, always the same for the same filter: '' for none, else '?stage=…'. */
export function ruptureFilterQuery(filter: RuptureFilter): string {
  const params = new URLSearchParams()
  for (const stage of stageSlugs) if (filter.stage.includes(stage)) params.append('stage', stage)
  for (const field of ruptureFields) if (filter.field.includes(field)) params.append('field', field)
  if (filter.quantified !== null) params.append('quantified', filter.quantified)
  for (const grade of evidenceGrades) if (filter.evidence.includes(grade)) params.append('evidence', grade)
  if (fold(filter.q) !== '') params.append('q', filter.q)
  const query = params.toString()
  return query === '' ? '' : `?${query}`
}
