/**
 * What the public may see of counts of people. Rule: no count from 1 to 10 is shown (CASD, for PMSI and SNDS exports; the
 * product's own), and none that is hidden can be worked out from sums, filters, dates or earlier releases. The suppression
 * of further counts is chosen greedily, small ones first; see Willenborg and de Waal, Elements of Statistical Disclosure
 * Control, 2001, chapters 4 and 6. The reason why a count is hidden is for managers: said in public, it would tell how large it is.
 */
import { hiddenSpreads } from '#lib/domain/disclosure-range.ts'

/** Counts from 1 to below this are not shown. */
export const smallestShown = 11

/**
 * A hidden count keeps at least ten possible values, as many as "1 to 10" says, even for whoever knows that hidden ones are
 * not zero: its possible values lie at least this far apart. Two that are hidden together so never add up to fewer than 11.
 */
export const protection = 9

/**
 * `published`: shown in an earlier release, which cannot be taken back. `implicit`: shown nowhere, but others give it away, as what
 * is left of a total. `signed`: an implicit one that may be below zero, as a correction; small in either sense is small.
 */
export type Cell = { key: string; count: number; published?: boolean; implicit?: boolean; signed?: boolean }
export type Sum = { total: string; parts: readonly string[] }
/** All counts of the same people: this release's, earlier ones', and what lies between them; and every sum that ties them. */
export type CountTable = { cells: readonly Cell[]; sums: readonly Sum[] }

/** `small`: 1 to 10. `small-group`: nobody out of 1 to 10, which tells something of each. `protects`: others could be worked out from it. */
export const hiddenReasons = ['small', 'small-group', 'protects'] as const
export type HiddenReason = (typeof hiddenReasons)[number]
export type Disclosed = {
  /** Per key, the count (a zero is a zero) or null where it is hidden. Implicit cells are not in it. */
  shown: Record<string, number | null>
  reasons: Record<string, HiddenReason>
  /** Counts from 1 to 10 that earlier releases give away whatever is hidden now: nothing may be released before somebody has looked. */
  exposed: string[]
}

/** How far below the truth a signed count is tried: any number well above the protection. */
const signedReach = 1_000

/** What may be shown of a table. Throws a RangeError where a sum does not hold, as then nothing could be proved. */
export function disclose({ cells, sums }: CountTable): Disclosed {
  const places = new Map(cells.map(({ key }, at) => [key, at]))
  const ties = sums.map(({ total, parts }) => ({ total: placeOf(places, total), parts: parts.map((key) => placeOf(places, key)) }))
  const count = (at: number) => (cells[at] as Cell).count
  if (places.size !== cells.length || cells.some((it) => !Number.isSafeInteger(it.count) || (it.count < 0 && !(it.signed && it.implicit)))) throw new RangeError('Counts are whole, and each key is there once')
  if (ties.some(({ total, parts }) => count(total) !== parts.reduce((sum, at) => sum + count(at), 0))) throw new RangeError('A sum does not hold')

  const own = cells.map((it, at) => at).filter((at) => !cells[at]?.published && !cells[at]?.implicit)
  const isSmall = (at: number) => count(at) !== 0 && Math.abs(count(at)) < smallestShown
  const ofSmallGroup = new Set(ties.filter(({ total }) => isSmall(total)).flatMap(({ parts }) => parts.filter((at) => count(at) === 0)))
  const primary = new Set(own.filter((at) => isSmall(at) || ofSmallGroup.has(at)))
  const guarded = new Set(cells.flatMap((it, at) => (it.implicit && isSmall(at) ? [at] : [])))

  /** Those of the hidden counts, and of the small implicit ones, that the rest narrows too far; or whether `only` this one is. */
  const narrowed = (hidden: ReadonlySet<number>, only?: number): number[] => {
    const unknown = cells.flatMap((it, at) => (it.implicit || hidden.has(at) ? [at] : []))
    const column = new Map(unknown.map((at, index) => [at, index]))
    const rows = ties.map(({ total, parts }) => {
      const row = unknown.map(() => 0)
      for (const [at, sign] of [[total, -1] as const, ...parts.map((part) => [part, 1] as const)]) {
        const index = column.get(at)
        if (index !== undefined) row[index] = (row[index] as number) + sign
      }
      return row
    }).filter((row) => row.some((value) => value !== 0))
    const asked = unknown.map((at) => (only === undefined ? hidden.has(at) || guarded.has(at) : at === only))
    const least = unknown.map((at) => (cells[at]?.signed ? count(at) - signedReach : hidden.has(at) && count(at) > 0 ? 1 : 0))
    const spreads = hiddenSpreads({ rows, values: unknown.map(count), least }, asked, protection)
    return unknown.filter((_, index) => asked[index] && (spreads[index] as number) < protection)
  }

  const exposed = new Set(narrowed(new Set(own)))
  const open = (hidden: ReadonlySet<number>) => narrowed(hidden).filter((at) => !exposed.has(at))
  const hidden = new Set(primary)
  const totals = new Set(ties.map(({ total }) => total))
  const cost = (at: number) => count(at) * (totals.has(at) ? 4 : 1)
  for (let left = open(hidden); left.length > 0; left = open(hidden)) {
    const first = left[0] as number
    const near = nearest(ties, first, own.filter((at) => !hidden.has(at)))
    if (near.length === 0) break
    const ordered = near.toSorted((a, b) => cost(a) - cost(b) || a - b)
    const settles = ordered.find((at) => narrowed(new Set([...hidden, at]), first).length === 0)
    hidden.add(settles ?? (ordered[0] as number))
  }
  for (const at of [...hidden].filter((it) => !primary.has(it)).toSorted((a, b) => cost(b) - cost(a) || a - b)) {
    hidden.delete(at)
    if (open(hidden).length > 0) hidden.add(at)
  }
  const named = (at: number) => (cells[at] as Cell).key
  return {
    shown: Object.fromEntries(cells.flatMap((it, at) => (it.implicit ? [] : [[it.key, hidden.has(at) ? null : it.count]]))),
    reasons: Object.fromEntries([...hidden].toSorted((a, b) => a - b).map((at) => [named(at), isSmall(at) ? 'small' : primary.has(at) ? 'small-group' : 'protects'])),
    exposed: [...exposed].filter((at) => isSmall(at) || ofSmallGroup.has(at)).map(named),
  }
}

/** Of the candidates, those that the fewest sums part from a count. */
function nearest(ties: readonly { total: number; parts: readonly number[] }[], from: number, candidates: readonly number[]): number[] {
  const wanted = new Set(candidates)
  let seen = new Set([from])
  for (;;) {
    const next = new Set(seen)
    for (const { total, parts } of ties) {
      const all = [total, ...parts]
      if (all.some((at) => seen.has(at))) for (const at of all) next.add(at)
    }
    const found = [...next].filter((at) => wanted.has(at))
    if (found.length > 0 || next.size === seen.size) return found
    seen = next
  }
}

/**
 * A proportion as counts: `<key>.numerator`, `<key>.denominator` and, implicit, `<key>.rest`. 45 of 50 tells of 5 who did not.
 * The percentage and its interval are shown only where both counts are: with n beside it, a percentage is a count.
 */
export function proportionTable(key: string, numerator: number, denominator: number, published: { numerator?: boolean; denominator?: boolean } = {}): CountTable {
  return {
    cells: [
      { key: `${key}.numerator`, count: numerator, published: published.numerator ?? false },
      { key: `${key}.denominator`, count: denominator, published: published.denominator ?? false },
      { key: `${key}.rest`, count: denominator - numerator, implicit: true },
    ],
    sums: [{ total: `${key}.denominator`, parts: [`${key}.numerator`, `${key}.rest`] }],
  }
}

/**
 * A count that holds another's people (a later date, a wider filter) or that corrects it: the difference, implicit as
 * `<wider>−<narrower>`, must not be told either. `signed` where nobody can know which is the larger: a correction, or counts
 * that contradict what they should hold.
 */
export function difference(wider: Cell, narrower: Cell, signed = wider.count < narrower.count): CountTable {
  const key = `${wider.key}−${narrower.key}`
  return { cells: [{ key, count: wider.count - narrower.count, implicit: true, signed }], sums: [{ total: wider.key, parts: [narrower.key, key] }] }
}

/** Several tables of the same people as one. A key in two of them is one count: published if it is in either, implicit only if in all. */
export function together(tables: readonly CountTable[]): CountTable {
  const cells = new Map<string, Cell>()
  for (const cell of tables.flatMap((table) => table.cells)) {
    const known = cells.get(cell.key)
    if (known !== undefined && known.count !== cell.count) throw new RangeError(`Two counts under one key: ${cell.key}`)
    cells.set(cell.key, { key: cell.key, count: cell.count, published: Boolean(cell.published || known?.published), implicit: Boolean(cell.implicit && (known?.implicit ?? true)), signed: Boolean(cell.signed && (known?.signed ?? true)) })
  }
  return { cells: [...cells.values()], sums: tables.flatMap(({ sums }) => sums) }
}

function placeOf(places: ReadonlyMap<string, number>, key: string): number {
  const at = places.get(key)
  if (at === undefined) throw new RangeError(`No such count: ${key}`)
  return at
}
