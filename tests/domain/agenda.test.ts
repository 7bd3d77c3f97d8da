import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AgendaItem, comingsAndGoings, orderAgenda } from '#lib/domain/agenda.ts'

const jurors = ['a', 'b', 'c', 'd']
const items = (most: number) => fc.array(fc.subarray(jurors), { maxLength: most }).map((sets) => sets.map((recused, index): AgendaItem => ({ id: `f${index}`, recused })))

const permutations = <T>(list: readonly T[]): T[][] => (list.length < 2 ? [[...list]] : list.flatMap((head, index) => permutations(list.toSpliced(index, 1)).map((rest) => rest.toSpliced(0, 0, head))))

describe('the order of a jury’s agenda', () => {
  it('counts every walk out of the room and back in', () => {
    expect(comingsAndGoings([])).toBe(0)
    expect(comingsAndGoings([{ id: '1', recused: ['a'] }, { id: '2', recused: [] }, { id: '3', recused: ['a', 'b'] }])).toBe(6)
  })

  it('puts those whom the same members leave for side by side', () => {
    const mixed = [{ id: '1', recused: ['a'] }, { id: '2', recused: ['b'] }, { id: '3', recused: ['a'] }, { id: '4', recused: ['b'] }]
    expect(comingsAndGoings(mixed)).toBe(8)
    expect(comingsAndGoings(orderAgenda(mixed))).toBe(4)
  })

  it('keeps every item once, says the same whatever their order, and never walks more than by name', () => {
    fc.assert(fc.property(items(20), fc.nat(), (agenda, turn) => {
      const ordered = orderAgenda(agenda)
      expect(ordered.map(({ id }) => id).sort()).toEqual(agenda.map(({ id }) => id).sort())
      expect(comingsAndGoings(ordered)).toBeLessThanOrEqual(comingsAndGoings(agenda.toSorted((a, b) => (a.id < b.id ? -1 : 1))))
      const cut = agenda.length === 0 ? 0 : turn % agenda.length
      expect(orderAgenda([...agenda.slice(cut), ...agenda.slice(0, cut)])).toEqual(ordered)
    }))
  })

  it('comes within a quarter of the fewest walks there can be, on average', () => {
    let [found, fewest] = [0, 0]
    fc.assert(fc.property(items(6), (agenda) => {
      found += comingsAndGoings(orderAgenda(agenda))
      fewest += Math.min(...permutations(agenda).map(comingsAndGoings))
    }), { numRuns: 60 })
    expect(found).toBeGreaterThanOrEqual(fewest)
    expect(found).toBeLessThanOrEqual(fewest * 1.25)
  })
})
