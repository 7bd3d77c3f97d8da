import { inLocale } from '#lib/domain/localized.ts'
import { smallN } from '#lib/domain/measurement.ts'
import { lastVerified } from '#lib/domain/measured-series.ts'
import { programmeMonth, programmeState } from '#lib/domain/programme.ts'
import { formatDay, formatFigure, formatNumber, formatShortParisDay } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locale.ts'
import { loadMessages } from '#lib/i18n/messages.ts'
import { documentWords } from '#lib/server/document/document-words.ts'
import type { Reported, ReportedMetric } from '#lib/server/programme-report/read-reports.ts'

/** The words of reports in one language, with those the pages use for the same things. */
export function reportWords(locale: Locale) {
  const messages = loadMessages(locale)
  return { t: documentWords(locale), locale, flags: messages.flag, milestones: messages.milestone.states, moods: messages['check-in'].moods, commitments: messages.commitment.states }
}
const smallWords = { 'under-11': 'few', 'under-30': 'some', none: 'no' }
export type ReportWords = ReturnType<typeof reportWords>

/** "Mois 5 sur 9", or that it has not begun; after the last month, that it is over. */
export function monthInWords({ startsOn, months }: Pick<Reported, 'startsOn' | 'months'>, today: string, { t, locale }: ReportWords): string {
  const month = programmeMonth(startsOn, today) + 1
  if (month < 1) return t('report.startsOn', { day: formatDay(startsOn, locale) })
  return month > months ? t('report.monthsOver', { months }) : t('report.monthOf', { month, months })
}

export function stateInWords(laureate: Reported, today: string, { t }: ReportWords): string {
  return t(`report.states.${programmeState(laureate, today)}`)
}

/** A value with no more decimals than its metric's page shows. */
export function figureOf(value: number, unit: string, locale: Locale): string {
  return formatFigure(Math.round(value * 10) / 10, unit, locale)
}

/** "48 jours (de 44 à 52)", or that nothing was measured. A value nobody verified yet is not the figure. */
export function latestInWords({ unit, points, locked }: ReportedMetric, { t, locale }: ReportWords): string {
  const last = lastVerified(points)
  if (last === null) return t(!locked ? 'report.notAgreed' : points.length > 0 ? 'report.notVerified' : 'report.notMeasured')
  const value = figureOf(last.value, unit, locale)
  return last.bounds === null ? value : t('report.between', { value, low: formatNumber(last.bounds.low, locale, 1), high: formatNumber(last.bounds.high, locale, 1) })
}

/** What the latest value rests on, and until when. */
export function basisInWords({ measure, points }: ReportedMetric, { t, locale }: ReportWords): string | null {
  const last = lastVerified(points)
  if (last === null) return null
  const waiting = points.filter(({ state }) => state === 'submitted').length
  const parts = [
    t('report.until', { day: shortDay(last.on, locale) }),
    last.n === null ? t('report.noN') : t('report.n', { n: formatNumber(last.n, locale), small: smallWords[smallN(last.n) ?? 'none'], count: measure === 'count' ? 'yes' : 'no' }),
    last.bounds === null && measure !== 'count' ? t('report.noInterval') : null,
    waiting > 0 ? t('report.waiting', { count: waiting }) : null,
  ]
  return parts.filter((part) => part !== null).join(t('report.comma'))
}

/** "Référence 60 jours, cible 30 jours le 1er octobre 2026, un avenant". `brief`: without days, and without the unit where the value says it. */
export function courseInWords({ baseline, target, targetOn, unit, amendedOn, points }: ReportedMetric, { t, locale }: ReportWords, brief = false): string {
  const figure = (value: number) => (brief && lastVerified(points) !== null ? formatNumber(value, locale, 1) : figureOf(value, unit, locale))
  const dated = targetOn === null || brief ? { dated: 'no', day: '' } : { dated: 'yes', day: formatDay(targetOn, locale) }
  const count = amendedOn.length
  return [
    baseline === null ? t('report.noBaseline') : t('report.baseline', { value: figure(baseline) }),
    target === null ? t('report.noTarget') : t('report.target', { value: figure(target), ...dated }),
    ...(count === 0 ? [] : [brief ? t('report.amendmentCount', { count }) : t('report.amendments', { count, day: formatDay(amendedOn.at(-1) as string, locale) })]),
  ].join(t('report.comma'))
}

/** Whether a value rests on fewer people than may be published. */
export function holdsFew({ metrics }: Pick<Reported, 'metrics'>): boolean {
  return metrics.some(({ points }) => points.some(({ n }) => smallN(n) === 'under-11'))
}

/** What the first metric of the claim promises, in one sentence; the pitch where no metric came of it. */
export function claimInWords({ metrics, pitch }: Reported, { t, locale }: ReportWords): string {
  const claimed = metrics.find(({ claimPosition }) => claimPosition === 1)
  if (claimed === undefined || claimed.baseline === null || claimed.target === null) return pitch
  const { name, population, baseline, target, targetOn, unit, locked } = claimed
  return t('report.claim', { agreed: locked ? 'yes' : 'no', name, population, from: figureOf(baseline, unit, locale), to: figureOf(target, unit, locale), dated: targetOn === null ? 'no' : 'yes', day: targetOn === null ? '' : formatDay(targetOn, locale) })
}

/** The ruptures a laureate stands on, the claim's first. */
export function rupturesOf({ metrics }: Pick<Reported, 'metrics'>, locale: Locale): string[] {
  const sorted = metrics.toSorted((a, b) => (a.claimPosition ?? 9) - (b.claimPosition ?? 9))
  return [...new Map(sorted.map(({ rupture, ruptureTitle }) => [rupture, inLocale(ruptureTitle, locale)])).values()]
}

/** "12 mai 2026" with its month shortened: columns are narrow. */
export function shortDay(day: string, locale: Locale): string {
  return formatShortParisDay(new Date(`${day}T12:00:00Z`), locale)
}
