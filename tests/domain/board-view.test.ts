import { array, assert, constantFrom, property, record, subarray, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boardFilters, boardQuery, type BoardView, flagCounts, isInView } from '#lib/domain/board-view.ts'
import { flagRules } from '#lib/domain/flag.ts'

const name = constantFrom('', 'a', 'b', 'c d&e=é')
const view = record({ call: name, rupture: name, stage: name, partner: name, flag: constantFrom('', ...flagRules) })
const laureate = record({
  call: constantFrom('a', 'b'), metrics: array(record({ rupture: constantFrom('a', 'b'), stage: constantFrom('a', 'b') }), { maxLength: 3 }),
  partners: array(record({ id: constantFrom('a', 'b') }), { maxLength: 2 }), flags: subarray([...flagRules]).map((rules) => rules.map((rule) => ({ rule }))),
})
const everything: BoardView = { call: '', rupture: '', stage: '', partner: '', flag: '' }

describe('what of the board is in view', () => {
  it('is everything without a filter, and never more with one more', () => {
    assert(property(laureate, view, constantFrom(...boardFilters), (its, chosen, filter) => {
      expect(isInView(its, everything)).toBe(true)
      expect(!isInView(its, chosen) || isInView(its, { ...chosen, [filter]: '' })).toBe(true)
    }))
  })

  it('asks one metric for both rupture and stage', () => {
    const its = { call: 'x', partners: [], flags: [], metrics: [{ rupture: 'a', stage: 'one' }, { rupture: 'b', stage: 'two' }] }
    expect(isInView(its, { ...everything, rupture: 'a', stage: 'one' })).toBe(true)
    expect(isInView(its, { ...everything, rupture: 'a', stage: 'two' })).toBe(false)
  })

  it('counts for each flag the laureates that choosing it would show', () => {
    assert(property(array(laureate, { maxLength: 6 }), view, (all, chosen) => {
      for (const { rule, count } of flagCounts(all, chosen)) expect(count).toBe(all.filter((each) => isInView(each, { ...chosen, flag: rule })).length)
    }))
  })

  it('is read back from its address as it was', () => {
    assert(property(tuple(view), ([chosen]) => {
      const read = new URLSearchParams(boardQuery(chosen))
      expect(Object.fromEntries(boardFilters.map((filter) => [filter, read.get(filter) ?? '']))).toEqual(chosen)
      expect(boardQuery(everything)).toBe('')
    }))
  })
})
