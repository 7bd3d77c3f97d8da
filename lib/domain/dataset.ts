/**
 * A dataset is a table of public facts written once as columns, and given as CSV, JSON and Table Schema
 * (specs.frictionlessdata.io/table-schema, version 1). Texts come in both languages, one column each.
 */
import { csv, type CsvValue } from '#lib/domain/csv.ts'
import type { Localized } from '#lib/domain/localized.ts'

/** Every table that can be downloaded, by the name in its address. The last ones have the columns of French national schemas. */
export const datasetNames = ['ruptures', 'estimates', 'sources', 'calls', 'laureates', 'metrics', 'results', 'dispositifs-aide', 'subventions'] as const
export type DatasetName = (typeof datasetNames)[number]

/** `list` is an array in JSON and values joined by "|" in CSV; `year` is a whole number. */
const columnTypes = ['string', 'integer', 'number', 'boolean', 'date', 'datetime', 'year', 'list'] as const
export type ColumnType = (typeof columnTypes)[number]

type Value = string | number | boolean | readonly string[] | null
export type Column<Row> = { name: string; type: ColumnType; value: (row: Row) => Value }
/** `conformsTo` is the national schema the columns are taken from. */
export type Dataset<Row> = { name: DatasetName; key: readonly string[]; columns: readonly Column<Row>[]; conformsTo?: string }

/** One column; absent values are null. */
export function column<Row>(name: string, type: ColumnType, value: (row: Row) => Value | undefined): Column<Row> {
  return { name, type, value: (row) => value(row) ?? null }
}

/** Two columns, `<name>_fr` and `<name>_en`; a missing translation stays empty rather than repeating the French. */
export function bothLanguages<Row>(name: string, value: (row: Row) => Localized | null | undefined): Column<Row>[] {
  return [
    { name: `${name}_fr`, type: 'string', value: (row) => value(row)?.fr ?? null },
    { name: `${name}_en`, type: 'string', value: (row) => value(row)?.en ?? null },
  ]
}

/** The dataset as CSV text, without byte order mark: UTF-8 is said in the content type. */
export function datasetCsv<Row>({ columns }: Dataset<Row>, rows: readonly Row[]): string {
  return csv(columns.map(({ name, value }) => [name, (row: Row) => cell(value(row))] as const), rows)
}

/** The dataset as records keyed by column name. */
export function datasetRecords<Row>({ columns }: Dataset<Row>, rows: readonly Row[]): Record<string, Value>[] {
  return rows.map((row) => Object.fromEntries(columns.map(({ name, value }) => [name, value(row)])))
}

/** The description of the CSV file: its fields, its key, and the empty cell as the only missing value. */
export function tableSchema<Row>({ name, key, columns }: Dataset<Row>) {
  return {
    name,
    fields: columns.map((field) => ({ name: field.name, type: field.type === 'list' ? 'string' : field.type, constraints: { required: key.includes(field.name) } })),
    primaryKey: [...key],
    missingValues: [''],
  }
}

/** A "|" inside a listed value would split it in two, so it becomes a broken bar. */
function cell(value: Value): CsvValue {
  return Array.isArray(value) ? value.map((item: string) => item.replaceAll('|', '¦')).join('|') : (value as CsvValue)
}
