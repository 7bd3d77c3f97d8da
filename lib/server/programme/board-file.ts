import { createTranslator } from 'use-intl/core'
import { checkInCounts } from '#lib/domain/check-in.ts'
import { csv, type CsvValue } from '#lib/domain/csv.ts'
import { inLocale } from '#lib/domain/localized.ts'
import { milestoneState, milestoneStates } from '#lib/domain/milestone.ts'
import { formatDay } from '#lib/i18n/format.ts'
import { loadMessages } from '#lib/i18n/messages.ts'
import { type SpreadsheetColumn, writeSpreadsheet } from '#lib/server/document/spreadsheet.ts'
import type { Asked } from '#lib/server/endpoint.ts'
import type { ExportedBoard } from '#lib/server/programme/export-board.ts'
import type { BoardLaureate } from '#lib/server/programme/show-board.ts'

type Cell = { title: string; kind: Exclude<SpreadsheetColumn['kind'], 'instant'>; value: (laureate: BoardLaureate) => string | number | null }

/** What an address of the board's files asks: its view and a language. */
export const boardAsked = ({ search }: Asked) => search

/** The board's columns, one line a laureate; as many groups of metric columns as the laureate with most of them has. */
function cellsOf({ board: { today, calls, laureates }, locale }: ExportedBoard): Cell[] {
  const t = createTranslator({ locale, messages: loadMessages(locale), namespace: 'flag' })
  const column = (kind: Cell['kind']) => (title: string, value: Cell['value']): Cell => ({ title, kind, value })
  const [text, number, date] = [column('text'), column('number'), column('date')]
  const titles = new Map(calls.map(({ slug, title }) => [slug, inLocale(title, locale)]))
  const next = ({ milestones }: BoardLaureate) => milestones.find(({ doneOn }) => doneOn === null) ?? null
  const most = Math.max(0, ...laureates.map(({ metrics }) => metrics.length))
  return [
    text(t('columns.call'), ({ call }) => titles.get(call) ?? call),
    text(t('columns.number'), (its) => its.number),
    text(t('columns.organisation'), ({ organisationName }) => organisationName),
    text(t('columns.solution'), ({ solution }) => solution),
    date(t('columns.startsOn'), ({ startsOn }) => startsOn),
    ...milestoneStates.map((state) => number(t(`columns.${state}`), ({ milestones }) => milestones.filter((each) => milestoneState(each, today) === state).length)),
    text(t('columns.nextMilestone'), (its) => inLocale(next(its)?.title ?? { fr: '' }, locale)),
    date(t('columns.nextOn'), (its) => next(its)?.dueOn ?? null),
    text(t('columns.flags'), ({ flags }) => flags.map(({ rule, since }) => t('flagSince', { name: t(`names.${rule}`), day: formatDay(since, locale) })).join(' ; ')),
    date(t('columns.contact'), ({ lastContactOn }) => lastContactOn),
    ...(['sent', 'skipped', 'overdue'] as const).map((state) => number(t(`columns.${state}`), (its) => checkInCounts(its, today)[state])),
    ...Array.from({ length: most }, (_, at) => {
      const of = <T>(value: (metric: BoardLaureate['metrics'][number]) => T) => ({ metrics }: BoardLaureate) => (metrics[at] ? value(metrics[at]) : null)
      const title = (key: 'metric' | 'unit' | 'baseline' | 'target' | 'value' | 'low' | 'high' | 'on') => t(`columns.${key}`, { index: at + 1 })
      return [
        text(title('metric'), of(({ name }) => name)), text(title('unit'), of(({ unit }) => unit)), number(title('baseline'), of(({ baseline }) => baseline)), number(title('target'), of(({ target }) => target)),
        number(title('value'), of(({ latest }) => latest && latest.value)), number(title('low'), of(({ latest }) => latest?.interval?.low ?? null)), number(title('high'), of(({ latest }) => latest?.interval?.high ?? null)), date(title('on'), of(({ latest }) => latest && latest.on)),
      ]
    }).flat(),
  ]
}

/** CSV as RFC 4180, harmless in a spreadsheet, in the order of the board. */
export function boardCsv(exported: ExportedBoard): string {
  return csv(cellsOf(exported).map(({ title, value }) => [title, (laureate: BoardLaureate): CsvValue => value(laureate)] as const), exported.board.laureates)
}

/** The same as a spreadsheet. Refusal `busy`. */
export function boardSpreadsheet(exported: ExportedBoard): Promise<Uint8Array> {
  const { board: { call, laureates }, locale } = exported
  const t = createTranslator({ locale, messages: loadMessages(locale), namespace: 'flag' })
  const cells = cellsOf(exported)
  return writeSpreadsheet({ locale, sheet: call ? inLocale(call.title, locale) : t('title'), columns: cells.map(({ title, kind }) => ({ title, kind })), rows: laureates.map((each) => cells.map(({ value }) => value(each))) })
}

const types = { pdf: 'application/pdf', csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }

/** A file to keep, named after the call, or the board where it is of all of them, and the day. */
export function boardFile({ board: { call, today } }: Pick<ExportedBoard, 'board'>, format: keyof typeof types, content: string | Uint8Array): Response {
  return new Response(content as BodyInit, { headers: { 'Content-Type': types[format], 'Content-Disposition': `attachment; filename="${call ? `${call.slug}-` : ''}board-${today}.${format}"` } })
}
