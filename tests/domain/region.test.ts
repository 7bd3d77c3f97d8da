import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { regionOf, regions } from '#lib/domain/region.ts'

test('a postcode lies in the region of its department, overseas and Corsica too', () => {
  const known = { 75011: '11', 69003: '84', '01000': '84', 13001: '93', 44000: '52', 59000: '32', 67000: '44', 20000: '94', 20600: '94', 97110: '01', 97200: '02', 97300: '03', 97400: '04', 97600: '06' }
  for (const [postcode, region] of Object.entries(known)) expect([postcode, regionOf(postcode)]).toEqual([postcode, region])
})

test('Monaco, collectivities of no region, army posts and anything else are nowhere', () => {
  for (const postcode of ['98000', '97500', '97133x', '98800', '00100', '99123', '7501', '750111', ' 75011', '', null]) expect([postcode, regionOf(postcode)]).toEqual([postcode, null])
})

test('only the department decides, each of the 18 regions has one, and nothing that is no postcode is anywhere', () => {
  const found = new Set(Array.from({ length: 100_000 }, (_, code) => regionOf(String(code).padStart(5, '0'))))
  found.delete(null)
  expect([...found].toSorted()).toEqual(regions)
  expect(regions).toHaveLength(18)
  fc.assert(fc.property(fc.integer({ min: 0, max: 96 }), fc.nat(999), fc.nat(999), (department, a, b) => {
    const [one, other] = [a, b].map((rest) => regionOf(`${String(department).padStart(2, '0')}${String(rest).padStart(3, '0')}`))
    expect(one).toBe(other)
  }))
  fc.assert(fc.property(fc.string().filter((text) => !/^\d{5}$/.test(text)), (text) => {
    expect(regionOf(text)).toBeNull()
  }))
})
