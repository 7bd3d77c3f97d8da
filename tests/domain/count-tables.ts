/** Random tables of counts as results are published, and somebody who tries to work out what is hidden in them. */
import { type CountTable, difference, disclose, type Disclosed, proportionTable, together } from '#lib/domain/disclosure.ts'
import type { Random } from '#lib/domain/random.ts'

const below = (random: Random, most: number) => Math.floor(random.uniform() * most)
/** Small counts as small groups have them: zeros, a few, and some that may be shown. */
const count = (random: Random) => [0, 1 + below(random, 10), 1 + below(random, 30), 11 + below(random, 120)][below(random, 4)] as number

/** Rows × columns with their totals, as a metric by place and age. */
export function crossed(random: Random): CountTable {
  const [rows, columns] = [2 + below(random, 3), 2 + below(random, 3)]
  const cells = Array.from({ length: rows }, () => Array.from({ length: columns }, () => count(random)))
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  const rowTotals = cells.map(sum)
  const columnTotals = Array.from({ length: columns }, (_, at) => sum(cells.map((row) => row[at] as number)))
  return {
    cells: [
      ...cells.flatMap((row, r) => row.map((value, c) => ({ key: `${r}.${c}`, count: value }))),
      ...rowTotals.map((value, r) => ({ key: `row.${r}`, count: value })),
      ...columnTotals.map((value, c) => ({ key: `column.${c}`, count: value })),
      { key: 'all', count: sum(rowTotals) },
    ],
    sums: [
      ...cells.map((row, r) => ({ total: `row.${r}`, parts: row.map((_, c) => `${r}.${c}`) })),
      ...columnTotals.map((_, c) => ({ total: `column.${c}`, parts: cells.map((row, r) => `${r}.${c}`) })),
      { total: 'all', parts: rowTotals.map((_, r) => `row.${r}`) },
      { total: 'all', parts: columnTotals.map((_, c) => `column.${c}`) },
    ],
  }
}

/** The same people cut by several filters, each of which adds up to all of them. */
export function filtered(random: Random): CountTable {
  const first = Array.from({ length: 2 + below(random, 4) }, () => count(random))
  const all = first.reduce((sum, value) => sum + value, 0)
  const cuts = [first, ...Array.from({ length: 1 + below(random, 2) }, () => split(random, all))]
  return {
    cells: [{ key: 'all', count: all }, ...cuts.flatMap((cut, filter) => cut.map((value, at) => ({ key: `${filter}.${at}`, count: value })))],
    sums: cuts.map((cut, filter) => ({ total: 'all', parts: cut.map((_, at) => `${filter}.${at}`) })),
  }
}

/** A proportion in each of several places and in all of them together. */
export function proportions(random: Random): CountTable {
  const places = Array.from({ length: 1 + below(random, 4) }, (_, at) => {
    const denominator = count(random)
    return { key: `place-${at}`, denominator, numerator: below(random, denominator + 1) }
  })
  const sum = (part: 'numerator' | 'denominator') => places.reduce((total, it) => total + it[part], 0)
  const parts = ['numerator', 'denominator', 'rest'] as const
  return together([
    ...places.map(({ key, numerator, denominator }) => proportionTable(key, numerator, denominator)),
    proportionTable('all', sum('numerator'), sum('denominator')),
    { cells: [], sums: parts.map((part) => ({ total: `all.${part}`, parts: places.map(({ key }) => `${key}.${part}`) })) },
  ])
}

/** Releases of cumulative counts in two groups and together: what came between two releases is tied too. Each is disclosed knowing the earlier ones. */
export function released(random: Random): { table: CountTable; disclosed: Disclosed }[] {
  const found: { table: CountTable; disclosed: Disclosed }[] = []
  let groups = [count(random), count(random)]
  let before: CountTable = { cells: [], sums: [] }
  const names = ['a', 'b', 'all']
  const published = new Set<string>()
  for (let release = 0; release < 3; release += 1) {
    const counts = [...groups, (groups[0] as number) + (groups[1] as number)]
    const cells = names.map((name, at) => ({ key: `${name}@${release}`, count: counts[at] as number }))
    const earlier = new Map(before.cells.map((it) => [it.key, it]))
    const since = names.map((name, at) => ({ earlier: earlier.get(`${name}@${release - 1}`), now: cells[at] as { key: string; count: number } }))
    const between = release === 0 ? [] : since.flatMap((it) => (it.earlier === undefined ? [] : [difference(it.now, it.earlier)]))
    const table = together([before, { cells, sums: [{ total: `all@${release}`, parts: [`a@${release}`, `b@${release}`] }] }, ...between])
    const known = { cells: table.cells.map((it) => ({ ...it, published: published.has(it.key) })), sums: table.sums }
    const disclosed = disclose(known)
    for (const [key, value] of Object.entries(disclosed.shown)) if (value !== null) published.add(key)
    found.push({ table: known, disclosed })
    before = { cells: table.cells.map(({ key, count: value, implicit }) => ({ key, count: value, implicit: implicit ?? false })), sums: table.sums }
    groups = groups.map((value) => value + count(random))
  }
  return found
}

function split(random: Random, all: number): number[] {
  const cuts = Array.from({ length: 1 + below(random, 3) }, () => below(random, all + 1)).toSorted((a, b) => a - b)
  return [...cuts, all].map((cut, at) => cut - (cuts[at - 1] ?? 0))
}

export type Bounds = { low: number; high: number }
/** The unknown counts and every equation among them, as somebody sees them who knows that what is hidden is not zero. */
export function puzzle({ cells, sums }: CountTable, shown: Disclosed['shown']) {
  const unknown = cells.filter(({ key, implicit, published }) => !published && (implicit || shown[key] == null))
  const place = new Map(unknown.map(({ key }, at) => [key, at]))
  const value = new Map(cells.map(({ key, count: value }) => [key, value]))
  const equations = sums.map(({ total, parts }) => {
    const row = unknown.map(() => 0)
    let constant = 0
    for (const [key, sign] of [[total, -1] as const, ...parts.map((part) => [part, 1] as const)]) {
      const at = place.get(key)
      if (at === undefined) constant -= sign * (value.get(key) as number)
      else row[at] = (row[at] as number) + sign
    }
    return { row, constant }
  })
  return { unknown, equations, least: unknown.map((it) => (it.signed ? -1e6 : !it.implicit && it.count > 0 ? 1 : 0)) }
}

/** Solves by elimination over the rationals, then narrows each unknown by every equation, found and given, until nothing moves. */
export function attack(table: CountTable, shown: Disclosed['shown']): Map<string, Bounds> {
  const { unknown, equations, least } = puzzle(table, shown)
  const rows = [...equations.map(({ row, constant }) => [...row, constant].map(BigInt)), ...reduced(equations.map(({ row, constant }) => [...row, constant].map(BigInt)), unknown.length)]
  const low: number[] = [...least]
  const high = unknown.map(() => Number.POSITIVE_INFINITY)
  const sparse = rows.map((row) => ({ terms: row.slice(0, -1).flatMap((value, at) => (value === 0n ? [] : [[at, Number(value)] as const])), constant: Number(row.at(-1)) }))
  for (let moved = true, turn = 0; moved && turn < 100; turn += 1) {
    moved = false
    for (const { terms, constant } of sparse) {
      for (const [at, own] of terms) {
        let [least, most] = [constant, constant]
        for (const [other, factor] of terms) {
          if (other === at) continue
          const ends = [factor * (low[other] as number), factor * (high[other] as number)]
          least -= Math.max(...ends)
          most -= Math.min(...ends)
        }
        const ends = [least / own, most / own].toSorted((a, b) => a - b) as [number, number]
        const [from, to] = [Math.ceil(ends[0] - 1e-9), Math.floor(ends[1] + 1e-9)]
        if (from > (low[at] as number)) { low[at] = from; moved = true }
        if (to < (high[at] as number)) { high[at] = to; moved = true }
      }
    }
  }
  return new Map(unknown.map(({ key }, at) => [key, { low: low[at] as number, high: high[at] as number }]))
}

function reduced(matrix: bigint[][], columns: number): bigint[][] {
  let done = 0
  for (let column = 0; column < columns; column += 1) {
    const found = matrix.findIndex((row, at) => at >= done && row[column] !== 0n)
    if (found === -1) continue
    ;[matrix[done], matrix[found]] = [matrix[found] as bigint[], matrix[done] as bigint[]]
    const pivot = matrix[done] as bigint[]
    for (const [at, row] of matrix.entries()) {
      if (at === done || row[column] === 0n) continue
      const [a, b] = [row[column] as bigint, pivot[column] as bigint]
      matrix[at] = row.map((value, k) => value * b - (pivot[k] as bigint) * a)
    }
    done += 1
  }
  return matrix.slice(0, done)
}
