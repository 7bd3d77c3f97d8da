/**
 * Measurements from a CSV file: every bad cell is named before anything is kept, and one bad cell keeps the whole file out.
 * Template, one row per value (a proportion has numerator and denominator, or value and n; leave the rest empty):
 *   metric,period_start,period_end,value,numerator,denominator,sd,n,unit,method,note,reason
 * `reason` is why a surprising value is right. Dates as 2026-03-31 or 31/03/2026; 3.5 or 3,5; headers in French do too.
 */
import { readCsv } from '#lib/domain/csv-reading.ts'
import { type MeasuredMetric, type MeasuredTime, type Measurement, measurementFaults, measurementForm } from '#lib/domain/measurement.ts'
import { patientLevelSigns } from '#lib/domain/patient-level.ts'
import { fold } from '#lib/domain/search.ts'

/** The columns of the template, in its order, and the French headers that do as well (folded, without punctuation). */
export const importColumns = {
  metric: ['indicateur'],
  period_start: ['debut', 'debut de periode', 'du'],
  period_end: ['fin', 'fin de periode', 'au'],
  value: ['valeur'],
  numerator: ['numerateur'],
  denominator: ['denominateur'],
  sd: ['ecart type'],
  n: ['effectif'],
  unit: ['unite'],
  method: ['methode'],
  note: ['remarque', 'commentaire'],
  reason: ['motif', 'explication'],
} as const satisfies Record<string, readonly string[]>
export type ImportColumn = keyof typeof importColumns

/** More rows than this are refused. */
export const mostImportRows = 20_000

/** `name` is what stands in the column `metric`: the metric's identifier or its title, as the laureate reads it. */
export type ImportMetric = MeasuredMetric & { id: string; name: string }
export type ImportedMeasurement = { line: number; metricId: string; measurement: Measurement }
/** `line` from 1, the header's; `column` as written in the file, or of the template where it is missing; `value` as written. */
export type ImportFault = { line: number; column: string | null; code: string; value: string | null }

/**
 * What the file would bring (`rows`, empty as soon as there is a fault), how many rows it has, and every fault in the order
 * of its lines. Codes of the file: `empty`, `broken-quote`, `unknown-column`, `missing-column`, `doubled-column`, `too-many-rows`,
 * and those of patient-level.ts. Of a cell: `missing`, `unknown-metric`, `not-a-number`, `not-whole`, `not-a-date`, `doubled`,
 * `too-many-cells`, those of form-text.ts and of `measurementFaults`.
 */
export function readMeasurements(text: string, metrics: readonly ImportMetric[], time: MeasuredTime): { rows: ImportedMeasurement[]; read: number; faults: ImportFault[] } {
  const { rows: lines, brokenAt } = readCsv(text)
  const [header, ...body] = lines
  const fault = (line: number, column: string | null, code: string, value: string | null = null): ImportFault => ({ line, column, code, value })
  if (header === undefined) return { rows: [], read: 0, faults: [brokenAt === null ? fault(1, null, 'empty') : fault(brokenAt, null, 'broken-quote')] }
  const faults: ImportFault[] = patientLevelSigns(header.cells.map(templateName), body.map(({ cells }) => cells)).map(({ code, column }) => fault(header.line, column, code))
  const places = new Map<ImportColumn, number>()
  for (const [at, written] of header.cells.entries()) {
    const column = columnOf(written)
    if (column === null) {
      if (written.trim() !== '' && !faults.some((it) => it.column === written)) faults.push(fault(header.line, written, 'unknown-column', written))
    } else if (places.has(column)) faults.push(fault(header.line, written, 'doubled-column', written))
    else places.set(column, at)
  }
  for (const column of ['metric', 'period_start', 'period_end'] as const) if (!places.has(column)) faults.push(fault(header.line, column, 'missing-column'))
  if (!places.has('value') && !places.has('numerator')) faults.push(fault(header.line, 'value', 'missing-column'))
  if (body.length === 0) faults.push(fault(header.line, null, brokenAt === null ? 'empty' : 'broken-quote'))
  if (body.length > mostImportRows) faults.push(fault(header.line, null, 'too-many-rows', String(body.length)))
  if (faults.length > 0) return { rows: [], read: body.length, faults }

  const known = new Map(metrics.flatMap((metric) => [[metric.id, metric] as const, [fold(metric.name), metric] as const]))
  const met = new Set<string>()
  const rows: ImportedMeasurement[] = []
  for (const { line, cells } of body) {
    const found: ImportFault[] = []
    const cell = (column: ImportColumn) => (cells[places.get(column) ?? -1] ?? '').trim()
    const say = (column: ImportColumn, code: string) => { found.push(fault(line, header.cells[places.get(column) ?? -1] ?? column, code, cell(column))) }
    const number = (column: ImportColumn) => {
      const written = cell(column)
      const value = written === '' ? null : numberOf(written)
      if (value === undefined) say(column, 'not-a-number')
      return value ?? null
    }
    const day = (column: ImportColumn) => {
      const value = dayOf(cell(column))
      if (value === null) say(column, cell(column) === '' ? 'missing' : 'not-a-date')
      return value
    }
    if (cells.length > header.cells.length) found.push(fault(line, null, 'too-many-cells', cells.slice(header.cells.length).join(' ')))
    const metric = known.get(cell('metric')) ?? known.get(fold(cell('metric')))
    if (metric === undefined) say('metric', cell('metric') === '' ? 'missing' : 'unknown-metric')
    const [periodStart, periodEnd] = [day('period_start'), day('period_end')]
    const [value, numerator, denominator, sd, n] = [number('value'), number('numerator'), number('denominator'), number('sd'), number('n')]
    for (const [column, it] of [['numerator', numerator], ['denominator', denominator], ['n', n]] as const) if (it !== null && !Number.isInteger(it)) say(column, 'not-whole')
    if (found.length === 0 && metric !== undefined && periodStart !== null && periodEnd !== null) {
      const written = { periodStart, periodEnd, value, numerator, denominator, sd, n, method: cell('method') || null, note: cell('note') || null, surpriseReason: cell('reason') || null }
      const parsed = measurementForm.safeParse(written)
      if (parsed.success) {
        for (const it of measurementFaults(metric, { ...parsed.data, unit: cell('unit') }, time)) say(columnOfField(it.field), it.code)
        const key = `${metric.id} ${periodStart} ${periodEnd}`
        if (met.has(key)) say('metric', 'doubled')
        met.add(key)
        if (found.length === 0) rows.push({ line, metricId: metric.id, measurement: parsed.data })
      } else for (const issue of parsed.error.issues) say(columnOfField(String(issue.path[0]) as keyof Measurement), issue.code === 'custom' ? String(issue.params?.code) : 'out-of-range')
    }
    faults.push(...found)
  }
  if (brokenAt !== null) faults.push(fault(brokenAt, null, 'broken-quote'))
  return { rows: faults.length === 0 ? rows : [], read: body.length, faults }
}

/** "1 234,5" → 1234.5: spaces part thousands, a comma or a point decimals, a percent sign may follow. Undefined for anything else. */
export function numberOf(written: string): number | undefined {
  const text = written.replace(/\s*%$/u, '').replace(/^\u2212/u, '-')
  if (!/^[+-]?(?:\d+|\d{1,3}(?:[\s']\d{3})+)(?:[.,]\d+)?$/u.test(text)) return undefined
  return Number(text.replace(/[\s']/gu, '').replace(',', '.'))
}

/** "31/03/2026", "31.3.2026" or "2026-03-31" → "2026-03-31"; null where no such day exists. */
export function dayOf(written: string): string | null {
  const french = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/u.exec(written)
  const text = french === null ? written : `${french[3]}-${french[2]?.padStart(2, '0')}-${french[1]?.padStart(2, '0')}`
  return measurementForm.shape.periodStart.safeParse(text).success ? text : null
}

const byName = new Map<string, ImportColumn>()
for (const [column, others] of Object.entries(importColumns) as [ImportColumn, readonly string[]][]) for (const name of [column.replace('_', ' '), ...others]) byName.set(name, column)

function columnOf(written: string): ImportColumn | null {
  return byName.get(fold(written).replace(/[^a-z0-9]+/gu, ' ').trim()) ?? null
}

/** A column of the template under its own name, so that what it holds is not taken for a stranger's. */
function templateName(written: string): string {
  return columnOf(written) ?? written
}

function columnOfField(field: keyof Measurement | 'unit'): ImportColumn {
  const columns = { periodStart: 'period_start', periodEnd: 'period_end', surpriseReason: 'reason', value: 'value', numerator: 'numerator', denominator: 'denominator', sd: 'sd', n: 'n', method: 'method', note: 'note', unit: 'unit' } as const
  return columns[field]
}
