import { smallestShown } from '#lib/domain/disclosure.ts'
import { inLocale } from '#lib/domain/localized.ts'
import type { PublishedResult } from '#lib/domain/result.ts'
import { isMeasured } from '#lib/domain/roll-up.ts'
import { env } from '#lib/env.ts'
import { formatNumber, formatParisDay } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locale.ts'
import { documentWords, type DocumentWords } from '#lib/server/document/document-words.ts'
import { type Card, cardRoom, type OnePage, onePageLimits } from '#lib/server/document/one-page.ts'
import type { PortalDocument } from '#lib/server/document/portal-document.ts'
import { drawMetric } from '#lib/server/programme-report/draw-metric.ts'
import { panelOf, rest } from '#lib/server/programme-report/report-page.ts'
import { figureOf, shortDay } from '#lib/server/programme-report/report-words.ts'
import type { showDisclosure } from '#lib/server/result/list-results.ts'

type Release = Awaited<ReturnType<typeof showDisclosure>>

/** One release of a call's results on a page: what its frozen text says and nothing else, what is hidden said in words. */
export function releaseDocument(release: Release, locale: Locale): PortalDocument {
  const { call, sequence, releasedAt, sha256 } = release
  const t = documentWords(locale)
  return {
    locale,
    kind: t('release.kind'),
    title: t('release.titleOf', { call: inLocale(call.title, locale), sequence }),
    number: null,
    sha256,
    dated: releasedAt,
    demonstration: call.demonstration ? t('demonstration') : null,
    lead: null,
    blocks: [],
    pages: [releasePage(release, t, locale)],
  }
}

function releasePage({ call, sequence, releasedAt, content: { results }, changes, releases }: Release, t: DocumentWords, locale: Locale): OnePage {
  const shown = results.slice(0, onePageLimits.cards)
  const hidden = results.flatMap(({ points }) => points).filter((point) => point.hidden).length
  const panel = (title: string, items: { head: string; text: string }[], none: string) => panelOf(title, items, none, shown.length, { t }, true)
  const isFirst = releases[0]?.sequence === sequence
  return {
    over: t('release.over', { sequence, day: formatParisDay(releasedAt, locale) }),
    title: t('release.title', { call: inLocale(call.title, locale) }),
    lead: t('release.lead'),
    facts: [
      { term: t('release.results'), value: t('release.resultsOf', { count: results.length }) },
      { term: t('release.laureates'), value: formatNumber(new Set(results.map(({ laureate }) => laureate)).size, locale) },
      { term: t('release.compared'), value: formatNumber(results.filter(({ outcome }) => isMeasured(outcome)).length, locale) },
      { term: t('release.hidden'), value: hidden === 0 ? t('release.nothingHidden') : t('release.hiddenCount', { count: hidden }) },
    ],
    strip: null,
    cards: {
      title: t('release.results'), caption: t('release.caption', { amended: results.some(({ amendments }) => amendments.length > 0) ? 'yes' : 'no' }),
      items: shown.map((result) => cardOf(result, shown.length, t, locale)), none: t('release.none'), more: rest(results.length - shown.length, { t }),
    },
    panels: [
      panel(t('release.ruptures'), rupturesOf(results, t, locale), t('release.none')),
      panel(t('release.changes'), changes.map(({ kind, result }) => ({ head: t(`release.changed.${kind}`), text: t('release.of', { laureate: result.laureateName, name: result.name }) })), t(isFirst ? 'release.first' : 'release.unchanged')),
      panel(t('release.hidden'), hidden === 0 ? [] : [{ head: t('release.hiddenCount', { count: hidden }), text: t('release.hiddenWhy', { least: smallestShown }) }], t('release.nothingHidden')),
    ],
    notes: [t('release.notes', { address: `${env().PORTAL_URL}/${locale}/results/${call.slug}/${sequence}` }), t('release.contribution')],
  }
}

function cardOf(result: PublishedResult, count: number, t: DocumentWords, locale: Locale): Card {
  const { name, laureateName, unit, outcome, points, baseline, baselineOn, target, targetOn, amendments, startsOn, months, comparator } = result
  const { columns, height, picture } = cardRoom(count)
  const drawn = points.flatMap(({ id, from, on, value, low, high, n }) => (value === null ? [] : [{ id, from, on, value, n, bounds: low === null || high === null ? null : { low, high }, state: 'verified' as const }]))
  const axes = columns === 1 ? { month: (month: number) => t('report.m', { month }), number: (value: number) => formatNumber(value, locale, 1) } : {}
  const basis = basisOf(result, t, locale)
  return {
    title: t('release.of', { laureate: laureateName, name }),
    aside: outcome === 'too-early' || outcome === 'suppressed' ? null : t(`report.outcomes.${outcome}`),
    drawing: drawMetric({ points: drawn, baseline, baselineOn, target, targetOn, amendedOn: amendments.map(({ on }) => on), startsOn, months }, { width: picture, height: height - 3, alt: t('release.alt', { name, count: drawn.length }), ...axes }),
    figure: figureInWords(points.at(-1), unit, t, locale),
    lines: [...(basis === '' ? [] : [basis]), courseOf(result, t, locale), t(`report.comparators.${comparator}`)],
  }
}

function figureInWords(last: PublishedResult['points'][number] | undefined, unit: string, t: DocumentWords, locale: Locale): string {
  if (last === undefined) return t('release.tooEarly')
  if (last.value === null) return t('release.hiddenFigure', { least: smallestShown })
  const value = figureOf(last.value, unit, locale)
  return last.low === null || last.high === null ? value : t('report.between', { value, low: formatNumber(last.low, locale, 1), high: formatNumber(last.high, locale, 1) })
}

function basisOf({ points, measure }: PublishedResult, t: DocumentWords, locale: Locale): string {
  const last = points.at(-1)
  const hidden = points.filter((point) => point.hidden && point !== last).length
  return [
    ...(last === undefined ? [] : [t('report.until', { day: shortDay(last.on, locale) })]),
    ...(last === undefined || last.value === null || measure === 'count' ? [] : [last.n === null ? t(last.hidden ? 'release.nHidden' : 'report.noN') : t('report.n', { n: formatNumber(last.n, locale), small: 'no', count: 'no' })]),
    ...(hidden === 0 ? [] : [t('release.hiddenToo', { count: hidden })]),
  ].join(t('report.comma'))
}

function courseOf({ baseline, baselineHidden, target, unit }: PublishedResult, t: DocumentWords, locale: Locale): string {
  return [
    baselineHidden ? t('release.baselineHidden', { least: smallestShown }) : baseline === null ? t('release.noBaseline') : t('release.baseline', { value: figureOf(baseline, unit, locale) }),
    target === null ? t('release.noTarget') : t('release.target', { value: figureOf(target, unit, locale) }),
  ].join(t('report.comma'))
}

/** How many laureates stand on each rupture, in the order of the release; people are in no sum. */
function rupturesOf(results: readonly PublishedResult[], t: DocumentWords, locale: Locale) {
  return [...Map.groupBy(results, ({ rupture }) => rupture).values()].map((own) => ({
    head: inLocale((own[0] as PublishedResult).ruptureTitle, locale),
    text: t('release.ruptureCounts', { laureates: new Set(own.map(({ laureate }) => laureate)).size, measured: new Set(own.filter(({ outcome }) => isMeasured(outcome)).map(({ laureate }) => laureate)).size }),
  }))
}
