import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csv, type CsvValue } from '#lib/domain/csv.ts'
import { readCsv } from '#lib/domain/csv-reading.ts'
import { addDays } from '#lib/domain/day.ts'
import { dayOf, importColumns, type ImportMetric, mostImportRows, numberOf, readMeasurements } from '#lib/domain/measurement-import.ts'

const free = { baseline: null, target: null, lowest: null, highest: null } as const
const metrics: ImportMetric[] = [
  { id: 'm1', name: 'Contact à 7 jours', measure: 'proportion', direction: 'higher-is-better', unit: '%', ...free, baseline: 40, target: 60 },
  { id: 'm2', name: 'Délai du premier rendez-vous', measure: 'duration', direction: 'lower-is-better', unit: 'jours', ...free },
  { id: 'm3', name: 'Patients inclus', measure: 'count', direction: 'higher-is-better', unit: 'personnes', ...free },
]
const time = { startsOn: '2026-01-05', lastOn: '2028-01-05', today: '2026-06-10' }
const read = (text: string) => readMeasurements(text, metrics, time)
const header = 'metric,period_start,period_end,value,numerator,denominator,sd,n,unit,method,note,reason'
const faultsOf = (...lines: string[]) => read([header, ...lines].join('\r\n')).faults.map(({ line, column, code, value }) => `${line} ${column} ${code}${value === null ? '' : ` «${value}»`}`)

describe('a file read', () => {
  test('with comma, ISO dates and points, as the template writes it', () => {
    expect(read(`${header}\r\nm1,2026-03-01,2026-03-31,,24,50,,,%,Dossiers,,\r\nm2,2026-03-01,2026-03-31,41.5,,,20.25,37,jours,,"Un site, deux équipes",\r\n`)).toEqual({
      read: 2,
      faults: [],
      rows: [
        { line: 2, metricId: 'm1', measurement: { periodStart: '2026-03-01', periodEnd: '2026-03-31', value: null, numerator: 24, denominator: 50, sd: null, n: null, method: 'Dossiers', note: null, surpriseReason: null } },
        { line: 3, metricId: 'm2', measurement: { periodStart: '2026-03-01', periodEnd: '2026-03-31', value: 41.5, numerator: null, denominator: null, sd: 20.25, n: 37, method: null, note: 'Un site, deux équipes', surpriseReason: null } },
      ],
    })
  })

  test('as a French spreadsheet writes it: byte order mark, semicolons, decimal commas, dates, headers and titles in French', () => {
    const text = '\uFEFFIndicateur;Début de période;Fin de période;Valeur;Écart-type;Effectif;Unité\nDELAI DU PREMIER RENDEZ-VOUS;01/03/2026;31/03/2026;1 041,5;20,25;37;jours\n'
    expect(read(text)).toMatchObject({ faults: [], rows: [{ line: 2, metricId: 'm2', measurement: { periodStart: '2026-03-01', periodEnd: '2026-03-31', value: 1041.5, sd: 20.25, n: 37 } }] })
  })

  test('with tabs and old line ends, and a percentage with its sign', () => {
    expect(read('metric\tperiod_start\tperiod_end\tvalue\tn\rm1\t1.3.2026\t31.3.2026\t48,5 %\t50')).toMatchObject({ faults: [], rows: [{ measurement: { value: 48.5, n: 50 } }] })
  })
})

describe('every bad cell is named, and nothing is kept', () => {
  test('numbers, dates, metrics, counts, units', () => {
    expect(faultsOf(
      'm1,2026-03-01,2026-03-31,,24,50,,,%,,,',
      'm9,2026-02-30,31/13/2026,abc,,,,,,,,',
      ',,,,1.5,50,,,,,,',
      'm1,2026-03-01,2026-03-30,,51,50,,,,,,',
      'm2,2026-03-01,2026-03-31,60,,,,20,semaines,,,',
      'm3,2026-03-01,2026-07-31,12,,,,,,,,',
      'm3,2026-03-01,2026-03-31,12,,,,,,,,,trop',
    )).toEqual([
      '3 metric unknown-metric «m9»', '3 period_start not-a-date «2026-02-30»', '3 period_end not-a-date «31/13/2026»', '3 value not-a-number «abc»',
      '4 metric missing «»', '4 period_start missing «»', '4 period_end missing «»', '4 numerator not-whole «1.5»',
      '5 numerator over-denominator «51»', '6 unit unit-differs «semaines»', '7 period_end in-the-future «2026-07-31»', '8 null too-many-cells «trop»',
    ])
    expect(read(`${header}\nm1,2026-03-01,2026-03-31,,24,50,,,%,,,\nm1,2026-04-01,2026-04-30,,x,50,,,%,,,\n`).rows).toEqual([])
  })

  test('a surprising value without its reason, twice the same, figures out of all bounds, control characters', () => {
    expect(faultsOf('m1,2026-03-01,2026-03-31,,2,50,,,,,,')).toEqual(['2 reason unexplained «»'])
    expect(faultsOf('m1,2026-03-01,2026-03-31,,2,50,,,,,,Grève')).toEqual([])
    expect(faultsOf('m3,2026-03-01,2026-03-31,12,,,,,,,,', 'm3,01/03/2026,31/03/2026,13,,,,,,,,')).toEqual(['3 metric doubled «m3»'])
    expect(faultsOf('m3,2026-03-01,2026-03-31,99999999999999,,,,,,,,')).toEqual(['2 value out-of-range «99999999999999»'])
    expect(faultsOf('m3,2026-03-01,2026-03-31,12,,,,,,,a\u0007b,')).toEqual(['2 note control-characters «a\u0007b»'])
  })

  test('a line is where its row begins, whatever line ends a quote holds', () => {
    expect(faultsOf('m3,2026-03-01,2026-03-31,12,,,,,,,"un\r\ndeux\ntrois",', 'm3,2026-04-01,2026-04-30,douze,,,,,,,,')).toEqual(['5 value not-a-number «douze»'])
  })

  test.each([
    ['', [[1, null, 'empty']]],
    [header, [[1, null, 'empty']]],
    ['"metric', [[1, null, 'broken-quote']]],
    [`${header}\nm3,2026-03-01,2026-03-31,12,,,,,,,"ouvert,\n`, [[1, null, 'broken-quote']]],
    [`${header}\nm3,2026-03-01,2026-03-31,12,,,,,,,,\nm3,2026-04-01,2026-04-30,12,,,,,,,"ouvert,\n`, [[3, null, 'broken-quote']]],
    ['metric,value\nm3,4', [[1, 'period_start', 'missing-column'], [1, 'period_end', 'missing-column']]],
    ['metric,period_start,period_end,n\nm3,2026-03-01,2026-03-31,4', [[1, 'value', 'missing-column']]],
    [`${header},couleur,Valeur\nm3,2026-03-01,2026-03-31,12,,,,,,,,,,`, [[1, 'couleur', 'unknown-column'], [1, 'Valeur', 'doubled-column']]],
    ['metric,period_start,period_end,value,date de naissance\nm3,2026-03-01,2026-03-31,12,1980-01-01', [[1, 'date de naissance', 'birth-date']]],
  ])('of the file itself (%#)', (text, expected) => { expect(read(text).faults.map(({ line, column, code }) => [line, column, code])).toEqual(expected) })

  test('too many rows', () => {
    const text = `${header}\n${'m3,2026-03-01,2026-03-31,12,,,,,,,,\n'.repeat(mostImportRows + 1)}`
    expect(read(text).faults).toEqual([{ line: 1, column: null, code: 'too-many-rows', value: String(mostImportRows + 1) }])
  })
})

test('10,000 rows are read well within three seconds', { timeout: 30_000 }, () => {
  const rows = Array.from({ length: 10_000 }, (_, at) => `m2,${addDays('2026-01-05', at % 100)},${addDays('2026-01-06', (at % 100) + Math.floor(at / 100) % 50)},"${40 + (at % 7)},5",,,12.25,${20 + (at % 50)},jours,Registre,"Ligne ${at}, un commentaire",`)
  const begun = performance.now()
  const found = read([header, ...rows].join('\r\n'))
  expect(performance.now() - begun).toBeLessThan(3000)
  expect(found.read).toBe(10_000)
  expect(new Set(found.faults.map(({ code }) => code))).toEqual(new Set(['doubled']))
})

describe('properties', () => {
  const row = fc.record({
    metric: fc.constantFrom('m1', 'm2', 'm3'), start: fc.integer({ min: 0, max: 100 }), length: fc.integer({ min: 0, max: 40 }),
    whole: fc.integer({ min: 1, max: 400 }), of: fc.integer({ min: 0, max: 400 }), decimals: fc.integer({ min: 0, max: 99 }),
    note: fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', ';', '\t', '\n', "'", '=', '-', ' ') }),
  })
  const written = ({ metric, start, length, whole, of, decimals, note }: { metric: string; start: number; length: number; whole: number; of: number; decimals: number; note: string }) => {
    const ratio = metric === 'm1'
    const value = ratio ? null : metric === 'm2' ? whole + decimals / 100 : whole
    return { metric, start: addDays('2026-01-05', start), end: addDays('2026-01-05', start + length), value, numerator: ratio ? Math.min(whole, of + 1) : null, denominator: ratio ? of + 1 : null, n: metric === 'm2' ? whole : null, note, reason: 'Vérifié' }
  }

  test('whatever the portal’s own CSV writes is read back the same, in the template', () => {
    const columns = Object.keys(importColumns)
    fc.assert(fc.property(fc.uniqueArray(row, { selector: ({ metric, start, length }) => `${metric} ${start} ${length}`, minLength: 1 }), (given) => {
      const rows = given.map(written)
      const cell: Record<string, (it: (typeof rows)[number]) => CsvValue> = { metric: (it) => it.metric, period_start: (it) => it.start, period_end: (it) => it.end, value: (it) => it.value, numerator: (it) => it.numerator, denominator: (it) => it.denominator, n: (it) => it.n, note: (it) => it.note, reason: (it) => it.reason }
      const found = read(csv(columns.map((name) => [name, cell[name] ?? (() => null)] as const), rows))
      expect(found.faults).toEqual([])
      expect(found.rows.map(({ metricId, measurement: { periodStart, periodEnd, value, numerator, denominator } }) => [metricId, periodStart, periodEnd, value, numerator, denominator])).toEqual(rows.map((it) => [it.metric, it.start, it.end, it.value, it.numerator, it.denominator]))
    }), { numRuns: 60 })
  })

  test('one bad cell anywhere is found at its line and keeps all out', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 20 }), fc.nat(), fc.constantFrom([3, 'x'], [1, '2026-13-01'], [0, 'm7'], [7, '1.5']), (length, at, [column, bad]) => {
      const rows = Array.from({ length }, (_, row) => ['m2', addDays('2026-01-05', row), '2026-04-30', '40', '', '', '', '20', '', '', '', ''])
      const line = at % length
      ;(rows[line] as string[])[column as number] = bad as string
      const found = read([header, ...rows.map((cells) => cells.join(','))].join('\n'))
      expect(found.rows).toEqual([])
      expect(found.faults).toEqual([{ line: line + 2, column: header.split(',')[column as number], code: found.faults[0]?.code, value: bad }])
    }))
  })

  test('nothing sent makes it fail otherwise than by saying so', () => {
    const anything = fc.string({ unit: fc.constantFrom('metric', 'value', ',', ';', '\t', '"', '\n', '\r', '=', "'", '1', 'm3', '\uFEFF', 'period_start', 'period_end', '2026-03-01') })
    fc.assert(fc.property(anything, (text) => {
      const found = read(text)
      expect(found.rows.length === 0 || found.faults.length === 0).toBe(true)
    }), { numRuns: 500 })
  })
})

test.each([['3', 3], ['-3,5', -3.5], ['+3.5', 3.5], ['1 234,5', 1234.5], ['1\u202F234\u00A0567', 1_234_567], ['\u22124', -4], ['42 %', 42], ['1.234,5', undefined], ['12 34', undefined], ['1e5', undefined], ['', undefined], ['0x1F', undefined], ['1,2,3', undefined], ['∞', undefined]])('%j is read %s', (written, value) => { expect(numberOf(written)).toBe(value) })

test.each([['2026-03-01', '2026-03-01'], ['1/3/2026', '2026-03-01'], ['01.03.2026', '2026-03-01'], ['29/02/2028', '2028-02-29'], ['29/02/2026', null], ['03/31/2026', null], ['1/3/26', null], ['', null], ['2026-3-1', null]])('%j is the day %s', (written, day) => { expect(dayOf(written)).toBe(day) })

test('CSV: text after a closed quote is kept, an apostrophe before a formula is not', () => {
  expect(readCsv('a;"b"c;\'=d;\'e\r\n\r\n;;"";\r\n')).toEqual({ separator: ';', rows: [{ line: 1, cells: ['a', 'bc', '=d', "'e"] }], brokenAt: null })
  expect(readCsv('\uFEFF"a;b";c').rows).toEqual([{ line: 1, cells: ['a;b', 'c'] }])
})

test('CSV: whatever is written is read back', () => {
  const cellText = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\t', '\r', '\n', '=', "'", '-', ' ', 'é') }).filter((text) => !/^'[=\-\t\r\n]/u.test(text))
  fc.assert(fc.property(fc.array(fc.tuple(cellText, cellText), { minLength: 1 }), (rows) => {
    const kept = rows.filter(([a, b]) => a !== '' || b !== '')
    const found = readCsv(csv([['alpha,beta', ([a]) => a], ['b', ([, b]) => b]], rows))
    expect(found.rows.slice(1).map(({ cells }) => cells)).toEqual(kept)
    expect(found.separator).toBe(',')
  }))
})
