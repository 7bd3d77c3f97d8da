import loadHighs from 'highs'
import { describe, expect, test } from 'vitest'
import { type CountTable, difference, disclose, type Disclosed, proportionTable, protection, smallestShown, together } from '#lib/domain/disclosure.ts'
import { seeded } from '#lib/domain/random.ts'
import { attack, crossed, filtered, proportions, puzzle, released } from '#tests/domain/count-tables.ts'

const cell = (key: string, count: number, more: { published?: boolean; implicit?: boolean } = {}) => ({ key, count, ...more })
const alone = (...counts: number[]): CountTable => ({ cells: counts.map((count, at) => cell(`${at}`, count)), sums: [] })

describe('what is shown', () => {
  test('from 11 on, and zero as zero; not 1 to 10', () => {
    expect(disclose(alone(0, 1, 10, 11, 500))).toEqual({ shown: { 0: 0, 1: null, 2: null, 3: 11, 4: 500 }, reasons: { 1: 'small', 2: 'small' }, exposed: [] })
  })

  test('one small part of a total takes the next smallest with it', () => {
    const table = { cells: [cell('all', 100), cell('a', 4), cell('b', 20), cell('c', 76)], sums: [{ total: 'all', parts: ['a', 'b', 'c'] }] }
    expect(disclose(table)).toEqual({ shown: { all: 100, a: null, b: null, c: 76 }, reasons: { a: 'small', b: 'protects' }, exposed: [] })
  })

  test('two small ones that together are few take a third', () => {
    const table = { cells: [cell('all', 43), cell('a', 2), cell('b', 1), cell('c', 40)], sums: [{ total: 'all', parts: ['a', 'b', 'c'] }] }
    expect(disclose(table).shown).toEqual({ all: 43, a: null, b: null, c: null })
    const enough = { cells: [cell('all', 51), cell('a', 5), cell('b', 6), cell('c', 40)], sums: [{ total: 'all', parts: ['a', 'b', 'c'] }] }
    expect(disclose(enough).shown).toEqual({ all: 51, a: null, b: null, c: 40 })
  })

  test('a proportion: few who did, few who did not, none, all, few at all', () => {
    const of = (numerator: number, denominator: number) => Object.values(disclose(proportionTable('m', numerator, denominator)).shown)
    expect(of(20, 40)).toEqual([20, 40])
    expect(of(5, 40)).toEqual([null, 40])
    expect(of(35, 40)).toEqual([null, 40])
    expect(of(0, 40)).toEqual([0, 40])
    expect(of(40, 40)).toEqual([40, 40])
    expect(of(0, 8)).toEqual([null, null])
    expect(of(8, 8)).toEqual([null, null])
    expect(of(3, 8)).toEqual([null, null])
  })

  test('a second release that few have joined since the first is hidden; one that many have joined is shown', () => {
    const series = (now: number) => disclose(together([{ cells: [cell('march', 50, { published: true }), cell('april', now)], sums: [] }, difference(cell('april', now), cell('march', 50))])).shown
    expect(series(53)).toEqual({ march: 50, april: null })
    expect(series(47)).toEqual({ march: 50, april: null })
    expect(series(50)).toEqual({ march: 50, april: 50 })
    expect(series(61)).toEqual({ march: 50, april: 61 })
  })

  test('a wider filter that few more fall under is hidden', () => {
    const table = together([{ cells: [cell('adults', 90), cell('all', 94)], sums: [] }, difference(cell('all', 94), cell('adults', 90))])
    expect(Object.values(disclose(table).shown).filter((count) => count === null)).toHaveLength(1)
  })

  test('what earlier releases already give away is said', () => {
    const given = { published: true }
    const table = together([{ cells: [cell('march', 50, given), cell('april', 53, given)], sums: [] }, difference(cell('april', 53), cell('march', 50))])
    expect(disclose(table).exposed).toEqual(['april−march'])
  })

  test('the same whatever stands beside it without a tie', () => {
    const random = seeded(5)
    for (let round = 0; round < 50; round += 1) {
      const table = crossed(random)
      const beside = together([table, alone(3, 300)].map((it, at) => (at === 0 ? it : { cells: it.cells.map((own) => cell(`beside.${own.key}`, own.count)), sums: [] })))
      expect(disclose(beside).shown).toMatchObject(disclose(table).shown)
    }
  })

  test('refuses a table that does not add up, or is not one of counts', () => {
    expect(() => disclose({ cells: [cell('all', 10), cell('a', 4)], sums: [{ total: 'all', parts: ['a'] }] })).toThrow(RangeError)
    expect(() => disclose(alone(1.5))).toThrow(RangeError)
    expect(() => disclose({ cells: [cell('a', 1), cell('a', 1)], sums: [] })).toThrow(RangeError)
    expect(() => disclose({ cells: [], sums: [{ total: 'all', parts: [] }] })).toThrow(RangeError)
    expect(() => together([{ cells: [cell('a', 1)], sums: [] }, { cells: [cell('a', 2)], sums: [] }])).toThrow(RangeError)
  })
})

/** Hidden counts, and small implicit ones, that an attacker narrows below the protection. */
function recovered(table: CountTable, { shown, exposed }: Pick<Disclosed, 'shown' | 'exposed'>): string[] {
  const bounds = attack(table, shown)
  return table.cells.flatMap(({ key, count, implicit }) => {
    const it = bounds.get(key)
    const guarded = implicit ? count !== 0 && Math.abs(count) < smallestShown : true
    return it !== undefined && guarded && !exposed.includes(key) && it.high - it.low < protection ? [key] : []
  })
}

const primaryOnly = ({ cells }: CountTable) => ({ shown: Object.fromEntries(cells.filter(({ implicit }) => !implicit).map(({ key, count }) => [key, count > 0 && count < smallestShown ? null : count])), exposed: [] })
const makers = [crossed, filtered, proportions]

describe('an attacker who solves the linear system', () => {
  test('recovers no hidden count in 10,000 tables, and true values are always possible', { timeout: 120_000 }, () => {
    const random = seeded(2026)
    let hidden = 0
    const check = (table: CountTable, disclosed: Disclosed) => {
      expect(disclosed.exposed).toEqual([])
      expect(recovered(table, disclosed)).toEqual([])
      for (const { key, count } of table.cells.filter((it) => !it.implicit)) expect([null, count]).toContain(disclosed.shown[key])
      expect(table.cells.filter(({ key, count, implicit, published }) => !implicit && !published && count > 0 && count < smallestShown && disclosed.shown[key] !== null)).toEqual([])
      hidden += Object.values(disclosed.shown).filter((count) => count === null).length
    }
    for (let round = 0; round < 2500; round += 1) {
      for (const make of makers) {
        const table = make(random)
        check(table, disclose(table))
      }
    }
    for (let round = 0; round < 834; round += 1) for (const { table, disclosed } of released(random)) check(table, disclosed)
    expect(hidden).toBeGreaterThan(10_000)
  })

  test('recovers many where only the small counts themselves are hidden', () => {
    const random = seeded(1)
    for (const make of makers) {
      const found = Array.from({ length: 200 }, () => make(random)).filter((table) => recovered(table, primaryOnly(table)).length > 0)
      expect(found.length).toBeGreaterThan(80)
    }
  })

  test('is not beaten by exact bounds: the least and most that linear programming allows', { timeout: 60_000 }, async () => {
    const highs = await loadHighs()
    const random = seeded(3)
    for (let round = 0; round < 60; round += 1) {
      const table = (makers[round % 3] as typeof crossed)(random)
      const { shown } = disclose(table)
      const { unknown, equations, least } = puzzle(table, shown)
      const asked = unknown.flatMap(({ implicit, count }, at) => (implicit && (count === 0 || count >= smallestShown) ? [] : [at]))
      const lines = equations.filter(({ row }) => row.some((value) => value !== 0)).map(({ row, constant }, at) => ` e${at}: ${row.flatMap((value, k) => (value === 0 ? [] : [`${value < 0 ? '-' : '+'} x${k}`])).join(' ')} = ${constant}`)
      const bounds = unknown.map((_, at) => ` ${least[at]} <= x${at} <= 1000000`).join('\n')
      const extreme = (sense: string, at: number) => highs.solve(`${sense}\n obj: x${at}\nSubject To\n${lines.length === 0 ? ' e: x0 >= 0' : lines.join('\n')}\nBounds\n${bounds}\nEnd`).ObjectiveValue
      for (const at of asked) expect(Math.floor(extreme('Maximize', at) + 1e-6) - Math.ceil(extreme('Minimize', at) - 1e-6)).toBeGreaterThanOrEqual(protection)
    }
  })
})

test('hides no more than it must in tables a person can judge', () => {
  const random = seeded(9)
  let [own, shown] = [0, 0]
  for (let round = 0; round < 200; round += 1) {
    const table = crossed(random)
    const large = table.cells.filter(({ count }) => count === 0 || count >= smallestShown)
    const disclosed = disclose(table)
    own += large.length
    shown += large.filter(({ key }) => disclosed.shown[key] !== null).length
  }
  expect(shown / own).toBeGreaterThan(0.5)
})
