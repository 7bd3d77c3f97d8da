import { inLocale } from '#lib/domain/localized.ts'
import type { Block, Column, Piece } from '#lib/server/document/portal-document.ts'
import { drawMetric } from '#lib/server/programme-report/draw-metric.ts'
import { drawMonths } from '#lib/server/programme-report/draw-months.ts'
import type { Reported } from '#lib/server/programme-report/read-reports.ts'
import { basisInWords, courseInWords, latestInWords, monthInWords, type ReportWords, shortDay, stateInWords } from '#lib/server/programme-report/report-words.ts'
import type { Portfolio } from '#lib/server/programme-report/show-portfolio.ts'

/** How many metrics a laureate's line has room for. */
const mostMetrics = 3
/** A table is laid out so many rows at a time. */
const rowsTogether = 60
const line = (text: string, tone?: 'strong' | 'small' | 'alarm', lines = 2): Piece => ({ text, lines, ...(tone && { tone }) })

/** All laureates, one a line: months, metrics as pictures, state and flags. */
export function laureateBlocks({ laureates, board: { today } }: Portfolio, words: ReportWords): Block[] {
  const { t } = words
  const columns = [{ title: t('portfolio.laureate'), share: 24 }, { title: t('portfolio.months'), share: 24 }, { title: t('report.metrics'), share: 34 }, { title: t('portfolio.state'), share: 22 }]
  const rows = laureates.map((each) => [
    [line(each.organisationName, 'strong'), line(each.solution, 'small'), line(monthInWords(each, today, words), 'small')],
    [{ drawing: drawMonths(each, { width: 104, today, alt: null }) }, line(milestonesInWords(each, words), 'small', 3)],
    metricPieces(each, words),
    statePieces(each, today, words),
  ])
  return tables(t('portfolio.all'), t('portfolio.allCaption'), columns, rows, words)
}

/** One table, or as many as it takes for none to be long, each on a page of its own. */
function tables(title: string, caption: string, columns: readonly Column[], rows: Piece[][][], { t }: ReportWords): Block[] {
  return Array.from({ length: Math.ceil(rows.length / rowsTogether) }, (_, index): Block[] => [
    { block: 'heading', text: index === 0 ? title : t('portfolio.goesOn', { title }), newPage: true },
    ...(index === 0 ? [{ block: 'text' as const, tone: 'soft' as const, text: caption }] : []),
    { block: 'pictures', columns, rows: rows.slice(index * rowsTogether, (index + 1) * rowsTogether) },
  ]).flat()
}

function milestonesInWords({ milestones }: Reported, { t }: ReportWords): string {
  return t('portfolio.milestones', { accepted: milestones.filter(({ acceptedOn }) => acceptedOn !== null).length, count: milestones.length })
}

function metricPieces({ metrics, startsOn, months }: Reported, words: ReportWords): Piece[] {
  const { t } = words
  if (metrics.length === 0) return [line(t('report.noMetric'), 'small')]
  const shown = metrics.slice(0, mostMetrics).flatMap((metric): Piece[] => [
    line(metric.name, 'small', 1),
    { drawing: drawMetric({ ...metric, startsOn, months }, { width: 62, height: 22, alt: null }), beside: latestInWords(metric, words) },
  ])
  return metrics.length > mostMetrics ? [...shown, line(t('portfolio.onPage', { count: metrics.length - mostMetrics }), 'small', 1)] : shown
}

function statePieces(laureate: Reported, today: string, words: ReportWords): Piece[] {
  const { t, locale, moods, flags: named } = words
  const { mood, flags, lastContactOn } = laureate
  return [
    line(mood === null ? stateInWords(laureate, today, words) : t('portfolio.stateAnd', { state: stateInWords(laureate, today, words), mood: moods[mood.mood].toLowerCase() })),
    ...[...Map.groupBy(flags, ({ rule }) => rule)].map(([rule, raised]) => line(raised.length === 1 ? named.names[rule] : t('report.of', { name: named.names[rule], count: String(raised.length) }), 'alarm')),
    ...(flags.length === 0 ? [line(t('report.noFlag'), 'small')] : []),
    line(lastContactOn === null ? t('report.noContact') : t('portfolio.contact', { day: shortDay(lastContactOn, locale) }), 'small'),
  ]
}

/** Every metric of every laureate, in the order of laureates and places: a null or a bad result has the room of a good one. */
export function resultBlocks({ laureates }: Portfolio, words: ReportWords): Block[] {
  const { t, locale } = words
  const rows = laureates.flatMap((laureate) => laureate.metrics.map((metric) => ({ laureate, metric })))
  if (rows.length === 0) return []
  const columns = [{ title: t('portfolio.metric'), share: 30 }, { title: t('portfolio.course'), share: 26 }, { title: t('portfolio.latest'), share: 30 }, { title: t('portfolio.outcome'), share: 22 }]
  return tables(t('portfolio.results'), t('portfolio.resultsCaption'), columns, rows.map(({ laureate, metric }) => [
    [line(metric.name, 'strong'), line(laureate.organisationName, 'small'), line(inLocale(metric.ruptureTitle, locale), 'small')],
    [{ drawing: drawMetric({ ...metric, startsOn: laureate.startsOn, months: laureate.months }, { width: 116, height: 34, alt: null }) }],
    [line(latestInWords(metric, words)), line(courseInWords(metric, words), 'small', 3), line(basisInWords(metric, words) ?? '', 'small')],
    [line(t(`report.outcomes.${metric.outcome}`), 'strong'), ...(metric.outcome === 'too-early' ? [] : [line(t(`report.comparators.${metric.comparator}`), 'small', 3)])],
  ]), words)
}
