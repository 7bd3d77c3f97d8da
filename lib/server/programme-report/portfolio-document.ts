import { boardFilters } from '#lib/domain/board-view.ts'
import { flagRules } from '#lib/domain/flag.ts'
import { inLocale } from '#lib/domain/localized.ts'
import { moods } from '#lib/domain/check-in.ts'
import { formatNumber, formatParisInstant } from '#lib/i18n/format.ts'
import type { Block, PortalDocument } from '#lib/server/document/portal-document.ts'
import { coverageBlocks } from '#lib/server/programme-report/portfolio-coverage.ts'
import { laureateBlocks, resultBlocks } from '#lib/server/programme-report/portfolio-tables.ts'
import { reportPage } from '#lib/server/programme-report/report-page.ts'
import { holdsFew, type ReportWords, reportWords } from '#lib/server/programme-report/report-words.ts'
import type { Portfolio } from '#lib/server/programme-report/show-portfolio.ts'

/** All laureates of a call for a steering committee: figures, one table, coverage, results whatever they say, then each on its page. */
export function portfolioDocument(portfolio: Portfolio): PortalDocument {
  const { now, board: { today, view, call, calls }, laureates, locale } = portfolio
  const words = reportWords(locale)
  const { t } = words
  const titles = new Map(calls.map(({ slug, title }) => [slug, inLocale(title, locale)]))
  const cautions = [t('portfolio.contribution'), ...(laureates.some(holdsFew) ? [t('report.few')] : [])]
  const isNarrowed = boardFilters.some((name) => name !== 'call' && view[name] !== '')
  return {
    locale,
    kind: t('portfolio.kind'),
    title: call === null ? t('portfolio.titleAll') : t('portfolio.title', { call: inLocale(call.title, locale) }),
    number: null,
    sha256: null,
    dated: now,
    demonstration: (call === null ? calls : [call]).some(({ demonstration }) => demonstration) ? t('demonstration') : null,
    lead: [t('portfolio.lead', { at: formatParisInstant(now, locale) }), ...(isNarrowed ? [t('portfolio.narrowed')] : [])].join(' '),
    blocks: laureates.length === 0 ? [{ block: 'text', text: t('portfolio.none') }] : [
      ...countBlocks(portfolio, words),
      { block: 'note', title: t('portfolio.read'), text: cautions.join(' '), tone: 'plain' },
      ...coverageBlocks(portfolio, words),
      ...laureateBlocks(portfolio, words),
      ...resultBlocks(portfolio, words),
    ],
    pages: laureates.map((laureate) => reportPage(laureate, { call: titles.get(laureate.call) ?? laureate.call, side: 'manager', now, today, words })),
  }
}

function countBlocks({ laureates }: Portfolio, { t, locale, moods: named, flags }: ReportWords): Block[] {
  const number = (value: number) => formatNumber(value, locale)
  const unsaid = laureates.filter(({ mood }) => mood === null).length
  const raised = laureates.flatMap((each) => each.flags)
  return [
    { block: 'counts', counts: [
      { count: number(laureates.length), of: t('portfolio.laureates', { count: laureates.length }) },
      ...moods.map((mood) => ({ count: number(laureates.filter((each) => each.mood?.mood === mood).length), of: named[mood] })),
      { count: number(raised.length), of: t('portfolio.flags', { count: raised.length }) },
    ] },
    { block: 'text', tone: 'soft', text: [
      t('portfolio.moodSource'), ...(unsaid > 0 ? [t('portfolio.unsaid', { count: unsaid })] : []),
      ...(raised.length === 0 ? [] : [t('portfolio.byRule', { list: flagRules.map((rule) => ({ rule, count: raised.filter((each) => each.rule === rule).length })).filter(({ count }) => count > 0).map(({ rule, count }) => t('report.of', { name: flags.names[rule], count: number(count) })).join(t('report.comma')) })]),
    ].join(' ') },
  ]
}
