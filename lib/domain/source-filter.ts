/** The filters of the list of sources, as its address carries them: `?kind=primary&q=suicide`. Nothing in an address is an error. */
import { inLocale } from '#lib/domain/localized.ts'
import type { PublicSource } from '#lib/domain/public-source.ts'
import { matches } from '#lib/domain/search.ts'
import { type Ignored, ignored, type SearchParams, valuesOf } from '#lib/domain/search-params.ts'
import { type SourceKind, sourceKinds } from '#lib/domain/source.ts'

const longestQuery = 100
const mostNotes = 10

export type SourceFilter = { kind: SourceKind | null; q: string }

/** Reads the filter out of an address. Never throws; what is not understood comes back, ten notes at most. */
export function parseSourceFilter(params: SearchParams): { filter: SourceFilter; ignored: Ignored[] } {
  const notes: Ignored[] = []
  const one = (key: string): string | null => {
    const [first = null, ...others] = valuesOf(params, key)
    for (const other of others) notes.push(ignored(key, other, 'repeated'))
    return first
  }
  const kind = one('kind')
  const known = sourceKinds.find((it) => it === kind) ?? null
  if (kind !== null && known === null) notes.push(ignored('kind', kind, 'unknown-value'))
  const text = (one('q') ?? '').toWellFormed().trim()
  if (text.length > longestQuery) notes.push(ignored('q', text, 'too-long'))
  return { filter: { kind: known, q: text.length > longestQuery ? '' : text }, ignored: notes.slice(0, mostNotes) }
}

/** True when a source passes: its kind, and every word of the query in its title, publisher, year or note. */
export function passesSource(source: PublicSource, filter: SourceFilter, locale: 'fr' | 'en'): boolean {
  const words = [source.title, inLocale(source.publisher, locale), source.year ?? '', source.note === null ? '' : inLocale(source.note, locale)]
  return (filter.kind === null || source.kind === filter.kind) && matches(words.join(' '), filter.q)
}
