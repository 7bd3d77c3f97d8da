import { createTranslator } from 'use-intl/core'
import { csv, type CsvValue } from '#lib/domain/csv.ts'
import { parisDate } from '#lib/domain/calendar.ts'
import { inLocale } from '#lib/domain/localized.ts'
import { type RankedRow, type RankingSort, sortedRows } from '#lib/domain/ranked-row.ts'
import type { Locale } from '#lib/i18n/locale.ts'
import { loadMessages } from '#lib/i18n/messages.ts'
import { writeSpreadsheet } from '#lib/server/document/spreadsheet.ts'
import type { ShownRanking } from '#lib/server/ranking/show-ranking.ts'

type Cell = { title: string; kind: 'text' | 'number'; value: (row: RankedRow) => string | number | null }

/** The columns of a ranking as people read them; figures stay figures, the score also as the exact fraction it is. */
function cellsOf({ applications, criteria }: ShownRanking, locale: Locale): Cell[] {
  const t = createTranslator({ locale, messages: loadMessages(locale), namespace: 'ranking.columns' })
  const of = createTranslator({ locale, messages: loadMessages(locale), namespace: 'ranking' })
  const named = new Map(applications.map((application) => [application.id, application]))
  const number = (title: string, value: Cell['value']): Cell => ({ title, kind: 'number', value })
  const text = (title: string, value: Cell['value']): Cell => ({ title, kind: 'text', value })
  return [
    number(t('rank'), ({ rank }) => rank),
    text(t('exAequo'), ({ exAequo }) => (exAequo ? of('yes') : '')),
    text(t('number'), ({ id }) => named.get(id)?.number ?? null),
    text(t('solution'), ({ id }) => named.get(id)?.solution ?? null),
    text(t('organisation'), ({ id }) => named.get(id)?.organisation ?? null),
    number(t('score'), ({ score }) => score && Number(score.decimal)),
    text(t('exact'), ({ score }) => score && score.exact),
    number(t('evaluations'), ({ evaluations }) => evaluations),
    number(t('low'), ({ interval }) => interval && interval.rank.low),
    number(t('high'), ({ interval }) => interval && interval.rank.high),
    number(t('expected'), ({ interval }) => interval && interval.expectedRank),
    number(t('probability'), ({ interval }) => interval && interval.aboveCut),
    text(t('atCut'), ({ interval }) => (interval?.atCut ? of('yes') : '')),
    number(t('spread'), ({ disagreement }) => (disagreement.totals.length < 2 ? null : disagreement.spread)),
    text(t('shape'), ({ disagreement }) => of(`shapes.${disagreement.shape}`)),
    text(t('shortlist'), ({ inside }) => (inside ? of('yes') : '')),
    ...criteria.flatMap(({ slug, name }) => [1, 2, 3, 4, 5].map((mark) => number(of('columns.marks', { criterion: inLocale(name, locale), mark }), ({ disagreement }) => disagreement.strips.find(({ criterionId }) => criterionId === slug)?.counts[mark - 1] ?? 0))),
  ]
}

export type ExportedRanking = ShownRanking & { sort: RankingSort; locale: Locale }

/** CSV as RFC 4180, harmless in a spreadsheet, in the order of the view. */
export function rankingCsv(exported: ExportedRanking): string {
  return csv(cellsOf(exported, exported.locale).map(({ title, value }) => [title, (row: RankedRow): CsvValue => value(row)] as const), sortedRows(exported.rows, exported.sort))
}

/** The same as a spreadsheet. Refusal `busy`. */
export function rankingSpreadsheet(exported: ExportedRanking): Promise<Uint8Array> {
  const cells = cellsOf(exported, exported.locale)
  return writeSpreadsheet({
    locale: exported.locale,
    sheet: inLocale(exported.head.name, exported.locale),
    columns: cells.map(({ title, kind }) => ({ title, kind })),
    rows: sortedRows(exported.rows, exported.sort).map((row) => cells.map(({ value }) => value(row))),
  })
}

const types = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', json: 'application/json' }

/** A file to keep, named after the call, what it holds and the day. */
export function rankingFile({ call }: { call: { slug: string } }, what: string, format: keyof typeof types, content: string | Uint8Array): Response {
  return new Response(content as BodyInit, { headers: { 'Content-Type': types[format], 'Content-Disposition': `attachment; filename="${call.slug}-${what}-${parisDate(new Date())}.${format}"` } })
}

/** The same for programs: codes instead of words, with everything that was computed. */
export function rankingJson({ head, algorithm, factsSha256, input: { rules }, result: { shortlist, estimates, reliabilities, kindSplits, sensitivities }, rows, incomplete, wanted, applications }: ShownRanking): object {
  const numbers = new Map(applications.map(({ id, number }) => [id, number]))
  const told = estimates.shown ? { shown: true, atCut: estimates.atCut, severities: estimates.severities, withoutSeverity: estimates.withoutSeverity } : estimates
  return { roundId: head.id, algorithm, facts: factsSha256, rules, wanted, rows: rows.map((row) => ({ number: numbers.get(row.id) ?? null, ...row })), shortlist, incomplete, estimates: told, reliabilities, kindSplits, sensitivities }
}
