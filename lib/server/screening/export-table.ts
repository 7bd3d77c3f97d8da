import { createTranslator } from 'use-intl/core'
import { csv, type CsvValue } from '#lib/domain/csv.ts'
import { parisTime } from '#lib/domain/calendar.ts'
import { inLocale } from '#lib/domain/localized.ts'
import type { Question } from '#lib/domain/question.ts'
import { type Column, type FixedColumn, questionOf, type ScreeningRow } from '#lib/domain/screening.ts'
import { printPlace } from '#lib/domain/screening-cursor.ts'
import type { Locale } from '#lib/i18n/locale.ts'
import { loadMessages } from '#lib/i18n/messages.ts'
import { type SpreadsheetColumn, type SpreadsheetValue, writeSpreadsheet } from '#lib/server/document/spreadsheet.ts'
import type { ExportedApplications } from '#lib/server/screening/export-applications.ts'

type Cell = { title: string; kind: SpreadsheetColumn['kind']; value: (row: ScreeningRow) => SpreadsheetValue }

/** The columns of a view as a table people read: titles and values in words. */
function cellsOf({ view, vocabulary, locale }: ExportedApplications): Cell[] {
  const t = createTranslator({ locale, messages: loadMessages(locale) })
  const challenge = (slug: string | null) => vocabulary.challenges.find((each) => each.slug === slug)
  const text = (value: Cell['value']) => ({ kind: 'text' as const, value })
  const number = (value: Cell['value']) => ({ kind: 'number' as const, value })
  const fixed: Record<FixedColumn, Omit<Cell, 'title'>> = {
    number: text((row) => row.number),
    solution: text((row) => row.solution),
    organisation: text((row) => row.organisation),
    challenge: text((row) => inLocale(challenge(row.challenge)?.title ?? { fr: '' }, locale)),
    rupture: text((row) => (row.rupture ? inLocale(row.rupture.title, locale) : null)),
    maturity: text((row) => row.maturity && t(`application.maturities.${row.maturity}`)),
    regulatoryState: text((row) => row.regulatoryState && t(`application.regulatoryStates.${row.regulatoryState}`)),
    budget: number((row) => row.budget),
    submittedAt: { kind: 'instant', value: (row) => new Date(row.submittedAt) },
    eligibility: text((row) => t(`screening.eligibilities.${row.eligibility}`)),
    motive: text((row) => row.motive),
    tags: text((row) => row.tags.map(({ name }) => name).join(' ; ')),
    corrections: number((row) => row.corrections),
    messages: number((row) => row.messages),
    files: number((row) => row.files),
  }
  const of = (column: Column): Cell => {
    const id = questionOf(column)
    if (id === null) return { title: t(`screening.columns.${column as FixedColumn}`), ...fixed[column as FixedColumn] }
    const asked = vocabulary.questions.find((each) => each.id === id) as Question
    const yesNo = { true: t('application.answers.yes'), false: t('application.answers.no') }
    return { title: inLocale(asked.label, locale), kind: asked.kind === 'number' ? 'number' : 'text', value: (row) => answerWords(asked, row, locale, yesNo) }
  }
  return view.columns.map(of)
}

function answerWords({ id, kind, options }: Question, { answers }: ScreeningRow, locale: Locale, yesNo: { true: string; false: string }): SpreadsheetValue {
  const given = answers[id] ?? null
  if (given === null) return null
  if (kind === 'number') return typeof given === 'number' ? given : null
  if (typeof given === 'boolean') return yesNo[`${given}`]
  const label = (option: string) => inLocale(options.find((each) => each.id === option)?.label ?? { fr: option }, locale)
  return [given].flat().map((option) => label(String(option))).join(' ; ')
}

/** CSV as RFC 4180, harmless in a spreadsheet; instants as "2026-05-12 17:05:33", Paris time. */
export function exportCsv(exported: ExportedApplications): string {
  return csv(cellsOf(exported).map(({ title, value }) => [title, (row: ScreeningRow) => plain(value(row))] as const), exported.rows)
}

function plain(value: SpreadsheetValue): CsvValue {
  if (!(value instanceof Date)) return value
  const { year, month, day, hour, minute, second } = parisTime(value)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:${two(second)}`
}

/** The same as a spreadsheet. Refusal `busy`. */
export function exportSpreadsheet(exported: ExportedApplications): Promise<Uint8Array> {
  const cells = cellsOf(exported)
  return writeSpreadsheet({
    locale: exported.locale,
    sheet: inLocale(exported.call.title, exported.locale),
    columns: cells.map(({ title, kind }) => ({ title, kind })),
    rows: exported.rows.map((row) => cells.map(({ value }) => value(row))),
  })
}

/** The same for programs: codes instead of words, the columns chosen and the identifier. */
export function exportJson({ view, rows, next, ignored }: ExportedApplications): object {
  const values = (row: ScreeningRow) => Object.fromEntries(view.columns.map((column) => {
    const id = questionOf(column)
    return [column, id === null ? row[column as FixedColumn] : (row.answers[id] ?? null)]
  }))
  return { applications: rows.map((row) => ({ id: row.id, ...values(row), mark: row.mark })), after: next && printPlace(next), ignored }
}
