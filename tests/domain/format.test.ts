import { expect, test } from 'vitest'
import { formatBytes, formatDay, formatDistance, formatFigure, formatMonth, formatParisDay, formatParisHour, formatParisSecond, formatPercent, formatShortParisDay } from '#lib/i18n/format.ts'

const [thin, hard] = ['\u202F', '\u00A0']

test.each([
  [77_601, 'personnes hospitalisées/an', `77${thin}601${hard}personnes hospitalisées/an`],
  [11.7, '%', `11,7${hard}%`],
  [248, '€', `248${hard}€`],
  [14e9, '€/an', `14${hard}milliards d’euros/an`],
  [1_600_000, null, `1${thin}600${thin}000`],
])('%s %s reads %s in French', (value, unit, expected) => {
  expect(formatFigure(value, unit, 'fr')).toBe(expected)
})

test.each([
  [77_601, 'people admitted/year', `77,601${hard}people admitted/year`],
  [11.7, '%', '11.7%'],
  [20, '% of respondents', '20% of respondents'],
  [14e9, '€/year', `€14${hard}billion/year`],
])('%s %s reads %s in English', (value, unit, expected) => {
  expect(formatFigure(value, unit, 'en')).toBe(expected)
})

test('dates read as people say them, in Paris', () => {
  const deadline = new Date('2026-05-12T15:00:00Z')
  expect(formatParisDay(deadline, 'fr')).toBe('mardi 12 mai 2026')
  expect(formatShortParisDay(deadline, 'fr')).toBe('12\u00a0mai\u00a02026')
  expect(formatShortParisDay(deadline, 'en')).toBe('12\u00a0May\u00a02026')
  expect([formatParisHour(deadline, 'fr'), formatParisHour(new Date('2026-05-12T15:05:00Z'), 'fr'), formatParisHour(deadline, 'en')]).toEqual([`17${hard}h`, `17${hard}h${hard}05`, '17:00'])
  expect([formatDay('2021-10-01', 'fr'), formatDay('2021-09-28', 'en'), formatMonth('2022-01', 'fr')]).toEqual(['1er octobre 2021', '28 September 2021', 'janvier 2022'])
})

test('distances are told in days, then months, then years', () => {
  expect([0, 1, 3, -2, -90, 1000].map((days) => formatDistance(days, 'fr'))).toEqual(['aujourd’hui', 'demain', 'dans 3 jours', 'avant-hier', 'il y a 3 mois', 'dans 3 ans'])
})

test('shares', () => {
  expect([formatPercent(0.6, 'fr'), formatPercent(0.455, 'en')]).toEqual([`60${hard}%`, '46%'])
})

test('an instant that must be proved has its second, in Paris', () => {
  expect(formatParisSecond(new Date('2026-05-12T14:59:07.999Z'), 'fr')).toBe(`16${hard}h${hard}59${hard}min${hard}07${hard}s`)
  expect(formatParisSecond(new Date('2026-01-15T23:00:00Z'), 'fr')).toBe(`0${hard}h${hard}00${hard}min${hard}00${hard}s`)
  expect(formatParisSecond(new Date('2026-01-15T23:00:00Z'), 'en')).toBe('00:00:00')
})

test('files have a size people say, and their exact bytes', () => {
  expect([0, 999, 8192, 1_234_567].map((bytes) => formatBytes(bytes, 'fr'))).toEqual([`0${hard}octet`, `999${hard}octets`, `8,2${hard}ko (8${thin}192${hard}octets)`, `1,2${hard}Mo (1${thin}234${thin}567${hard}octets)`])
  expect([1, 8192, 20e6].map((bytes) => formatBytes(bytes, 'en'))).toEqual([`1${hard}byte`, `8.2${hard}kB (8,192${hard}bytes)`, `20${hard}MB (20,000,000${hard}bytes)`])
})
