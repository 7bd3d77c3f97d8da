import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editableFields, isOpen, type Window } from '#lib/domain/draft.ts'
import { filingState } from '#lib/domain/filing.ts'

const day = 86_400_000
const now = new Date('2026-05-12T12:00:00Z')
const at = (days: number) => new Date(now.getTime() + days * day)
const window: Window = { opensAt: at(-30), closesAt: at(3), permitUntil: null, isSubmitted: false, staysOpen: [], staysOpenUntil: null, corrections: [] }
const state = (more: Partial<Window>, changed: string[] = [], isWithdrawn = false) => filingState({ ...window, ...more }, { isWithdrawn, changed }, now)

describe('the state of a file', () => {
  it.each([
    ['draft', {}, []],
    ['early', { opensAt: at(1) }, []],
    ['missed', { closesAt: at(-1) }, []],
    ['draft', { closesAt: at(-1), permitUntil: at(1) }, []],
    ['deposited', { isSubmitted: true }, []],
    ['changed', { isSubmitted: true }, ['pitch']],
    ['waiting', { isSubmitted: true, closesAt: at(-1) }, ['pitch']],
    ['waiting', { isSubmitted: true, closesAt: at(-1), staysOpen: ['team'], staysOpenUntil: at(1) }, ['pitch']],
    ['changed', { isSubmitted: true, closesAt: at(-1), staysOpen: ['team'], staysOpenUntil: at(1) }, ['team']],
    ['to-correct', { isSubmitted: true, closesAt: at(-1), corrections: [{ fields: ['team'], until: at(1) }] }, []],
    ['waiting', { isSubmitted: true, closesAt: at(-2), corrections: [{ fields: ['team'], until: at(-1) }] }, ['team']],
  ] as const)('is %s', (expected, more, changed) => {
    expect(state(more as Partial<Window>, [...changed])).toBe(expected)
  })

  it('of one taken back depends on whether it may come back', () => {
    expect(state({}, [], true)).toBe('withdrawn')
    expect(state({ closesAt: at(-1) }, [], true)).toBe('lapsed')
  })

  it('asks nobody to do what they may not: who is to change or deposit something can', () => {
    const instant = fc.integer({ min: -40, max: 40 }).map(at)
    const any = fc.record({
      opensAt: instant, closesAt: instant, permitUntil: fc.option(instant), isSubmitted: fc.boolean(), staysOpen: fc.subarray(['team', 'pitch']), staysOpenUntil: fc.option(instant),
      corrections: fc.array(fc.record({ fields: fc.constant(['evidence']), until: instant }), { maxLength: 2 }),
    }).filter(({ opensAt, closesAt }) => opensAt < closesAt)
    fc.assert(fc.property(any, fc.subarray(['team', 'pitch', 'evidence']), fc.boolean(), (its, changed, isWithdrawn) => {
      const found = filingState(its, { isWithdrawn, changed }, now)
      const mayBeOpen = !['missed', 'lapsed', 'waiting', 'early'].includes(found)
      const mustBeOpen = ['draft', 'withdrawn', 'deposited'].includes(found)
      expect([isOpen(its, now) || !mustBeOpen, !isOpen(its, now) || mayBeOpen]).toEqual([true, true])
      expect(found === 'changed' && editableFields(its, now).length === 0).toBe(false)
    }))
  })
})
