import { inLocale } from '#lib/domain/localized.ts'
import { lastVerified } from '#lib/domain/measured-series.ts'
import { type Outcome, type Result, rollUp } from '#lib/domain/roll-up.ts'
import type { StageSlug } from '#lib/domain/stage.ts'
import type { Block, Column } from '#lib/server/document/portal-document.ts'
import type { ReportWords } from '#lib/server/programme-report/report-words.ts'
import type { Portfolio } from '#lib/server/programme-report/show-portfolio.ts'

const judged = ['improved', 'no-difference', 'worse', 'not-comparable', 'too-early'] as const satisfies Outcome[]

/** Ruptures and stages with how many laureates stand on each and what changed there; people are in no sum. */
export function coverageBlocks({ laureates, board: { choices } }: Portfolio, { t, locale }: ReportWords): Block[] {
  const titles = new Map(laureates.flatMap(({ metrics }) => metrics.map(({ rupture, ruptureTitle }) => [rupture, inLocale(ruptureTitle, locale)] as const)))
  const { ruptures, stages: byStage } = rollUp(resultsOf(laureates))
  if (ruptures.length === 0) return []
  const counted = (counts: Record<Outcome, number>) => judged.map((outcome) => String(counts[outcome]))
  const columns = (first: string): Column[] => [{ title: first, share: 36 }, { title: t('portfolio.laureatesShort'), share: 11, end: true }, { title: t('portfolio.compared'), share: 12, end: true }, ...judged.map((outcome) => ({ title: t(`portfolio.short.${outcome}`), share: 11.5, end: true }))]
  const stageTitle = (slug: StageSlug) => choices.stage.filter(({ value }) => value === slug).map(({ title }) => inLocale(title, locale))[0] ?? slug
  return [
    { block: 'heading', text: t('portfolio.coverage') },
    { block: 'text', tone: 'soft', text: t('portfolio.coverageCaption') },
    { block: 'table', columns: columns(t('portfolio.stage')), rows: byStage.map(({ stage, laureates: count, measured, counts }) => ({ cells: [stageTitle(stage), String(count), String(measured), ...counted(counts)] })) },
    { block: 'subheading', text: t('portfolio.byRupture') },
    { block: 'table', columns: columns(t('report.rupture')), rows: ruptures.map(({ ruptureId, bridges, measured, counts }) => ({ cells: [titles.get(ruptureId) ?? ruptureId, String(bridges.length), String(measured), ...counted(counts)] })) },
  ]
}

function resultsOf(laureates: Portfolio['laureates']): Result[] {
  return laureates.flatMap(({ id: laureateId, metrics }) => metrics.map((metric, position) => {
    const last = lastVerified(metric.points)
    return { ...metric, laureateId, metricId: metric.id, ruptureId: metric.rupture, stage: metric.stage as StageSlug, position, latest: last && { value: last.value, interval: last.bounds }, suppressed: false }
  }))
}
