import { checkInCounts } from '#lib/domain/check-in.ts'
import { leftOf } from '#lib/domain/commitment.ts'
import { inLocale } from '#lib/domain/localized.ts'
import { milestoneState, milestoneStates } from '#lib/domain/milestone.ts'
import { type ProgrammeSide, programmeState } from '#lib/domain/programme.ts'
import { formatDay, formatList, formatNumber, formatParisInstant } from '#lib/i18n/format.ts'
import { type Card, cardRoom, type OnePage, onePageLimits, pageWidth, type Panel, panelRoom } from '#lib/server/document/one-page.ts'
import { drawMetric } from '#lib/server/programme-report/draw-metric.ts'
import { drawMonths } from '#lib/server/programme-report/draw-months.ts'
import type { Reported, ReportedMetric } from '#lib/server/programme-report/read-reports.ts'
import { basisInWords, claimInWords, courseInWords, holdsFew, latestInWords, monthInWords, type ReportWords, rupturesOf, shortDay, stateInWords } from '#lib/server/programme-report/report-words.ts'

type Said = { call: string; side: ProgrammeSide; now: Date; today: string; words: ReportWords }

/** One laureate on one page, whatever the length of its names and the number of its metrics: what has no room is counted and left to the portal. */
export function reportPage(laureate: Reported, said: Said): OnePage {
  const { call, side, now, words } = said
  const { t, locale } = words
  const { organisationName, solution, metrics } = laureate
  const cards = metrics.slice(0, onePageLimits.cards)
  const sources = [...new Set(metrics.flatMap(({ dataSource }) => dataSource ?? []))]
  return {
    over: t('report.over', { organisation: organisationName, call }),
    title: solution,
    lead: claimInWords(laureate, words),
    facts: factsOf(laureate, said),
    strip: stripOf(laureate, said),
    cards: {
      title: t('report.metrics'), caption: t('report.metricsCaption', { amended: metrics.some(({ amendedOn }) => amendedOn.length > 0) ? 'yes' : 'no' }),
      items: cards.map((metric) => cardOf(metric, laureate, cards.length, words)), none: t('report.noMetric'), more: rest(metrics.length - cards.length, words),
    },
    panels: [followedPanel(laureate, said, cards.length), promisedPanel(laureate, words, cards.length), side === 'manager' ? flagPanel(laureate, words, cards.length) : nextPanel(laureate, said, cards.length)],
    notes: [
      `${t('report.dated', { at: formatParisInstant(now, locale) })} ${sources.length === 0 ? t('report.noSource') : t('report.source', { sources: formatList(sources, locale) })}`,
      `${t('report.contribution')}${holdsFew(laureate) ? ` ${t('report.few')}` : ''}`,
    ],
  }
}

function factsOf(laureate: Reported, { today, words }: Said): OnePage['facts'] {
  const { t, locale, moods } = words
  const { mood, startsOn, stoppedOn } = laureate
  const [first, ...others] = rupturesOf(laureate, locale)
  const state = stateInWords(laureate, today, words)
  return [
    { term: t('report.rupture'), value: first === undefined ? t('report.noRupture') : others.length === 0 ? first : t('report.andOthers', { first, count: others.length }) },
    { term: t('report.month'), value: t('report.since', { month: monthInWords(laureate, today, words), day: formatDay(startsOn, locale) }) },
    { term: t('report.state'), value: stoppedOn !== null && programmeState(laureate, today) === 'stopped' ? t('report.stoppedOn', { day: formatDay(stoppedOn, locale) }) : state },
    { term: t('report.mood'), value: mood === null ? t('report.noMood') : t('report.moodOf', { mood: moods[mood.mood], month: mood.month }) },
  ]
}

function stripOf(laureate: Reported, { today, words: { t } }: Said): OnePage['strip'] {
  const counts = milestoneStates.map((state) => ({ state, count: laureate.milestones.filter((each) => milestoneState(each, today) === state).length })).filter(({ count }) => count > 0).toReversed()
  const inWords = counts.length === 0 ? t('report.noMilestone') : counts.map(({ state, count }) => t(`report.legend.${state}`, { count })).join(t('report.semicolon'))
  return {
    drawing: drawMonths(laureate, { width: pageWidth, today, month: (month) => t('report.m', { month }), alt: t('report.monthsAlt', { counts: inWords }) }),
    caption: t(laureate.stoppedOn === null ? 'report.monthsCaption' : 'report.monthsStopped', { counts: inWords }),
  }
}

function cardOf(metric: ReportedMetric, { startsOn, months }: Reported, count: number, words: ReportWords): Card {
  const { t, locale } = words
  const { columns, height, picture } = cardRoom(count)
  const axes = columns === 1 ? { month: (month: number) => t('report.m', { month }), number: (value: number) => formatNumber(value, locale, 1) } : {}
  const basis = basisInWords(metric, words)
  return {
    title: metric.name,
    aside: metric.outcome === 'too-early' ? null : t(`report.outcomes.${metric.outcome}`),
    drawing: drawMetric({ ...metric, startsOn, months }, { width: picture, height: height - 3, alt: t('report.metricAlt', { name: metric.name, count: metric.points.length }), ...axes }),
    figure: latestInWords(metric, words),
    lines: [...(basis === null ? [] : [basis]), courseInWords(metric, words, columns === 2), t(`report.comparators.${metric.comparator}`)],
  }
}

function followedPanel(laureate: Reported, { side, today, words }: Said, cards: number): Panel {
  const { sessions, lastContactOn, mood } = laureate
  const { t, locale } = words
  const items = [
    { head: t('report.checkIns'), text: t('report.checkInCounts', checkInCounts(laureate, today)) },
    { head: t('report.sessions', { count: sessions.held }), text: sessions.nextAt === null ? t('report.noNext') : t('report.nextSession', { at: formatParisInstant(new Date(sessions.nextAt), locale) }) },
    // A mentor does not read the messages, so cannot know when the last one was.
    ...(side === 'mentor' ? [] : [{ head: t('report.contact'), text: lastContactOn === null ? t('report.noContact') : formatDay(lastContactOn, locale) }]),
    ...(mood?.reason ? [{ head: t('report.moodReason', { month: mood.month }), text: mood.reason }] : []),
  ]
  return panelOf(t('report.followed'), items, t('report.noContact'), cards, words, false)
}

function promisedPanel({ promised }: Reported, words: ReportWords, cards: number): Panel {
  const { t, locale, commitments } = words
  const number = (value: number) => formatNumber(value, locale)
  const items = promised.map(({ title, organisationName, amount, given, unit, dueOn, state }) => ({
    head: t('report.given', { given: number(given), amount: number(amount), unit, state: commitments[state] }),
    text: [title, organisationName, ...(leftOf(given, amount) > 0 && dueOn !== null && state !== 'withdrawn' ? [t('report.dueOn', { day: shortDay(dueOn, locale) })] : [])].join(t('report.comma')),
  }))
  return panelOf(t('report.promised'), items, t('report.noPromise'), cards, words, true)
}

function flagPanel({ flags, milestones, metrics, commitments }: Reported, words: ReportWords, cards: number): Panel {
  const { t, locale, flags: said } = words
  const subjects = new Map([...milestones.map((each) => [each.id, inLocale(each.title, locale)] as const), ...metrics.map((each) => [each.id, each.name] as const), ...commitments.map((each) => [each.id, each.title] as const)])
  const items = flags.map(({ rule, since, subjectId }) => ({ head: t('report.flagSince', { name: said.names[rule], day: shortDay(since, locale) }), text: subjects.get(subjectId) ?? said.rule[rule] }))
  return Object.assign(panelOf(t('report.flags'), items, t('report.noFlag'), cards, words, true), { alarm: true as const })
}

/** What comes next, for whom flags are not raised. */
function nextPanel({ milestones, stoppedOn }: Reported, { today, words }: Said, cards: number): Panel {
  const { t, locale, milestones: states } = words
  const ahead = stoppedOn === null ? milestones.filter(({ doneOn }) => doneOn === null) : []
  const items = ahead.map((each) => ({ head: inLocale(each.title, locale), text: t('report.milestoneOn', { day: formatDay(each.dueOn, locale), state: states[milestoneState(each, today)].toLowerCase() }) }))
  return panelOf(t('report.next'), items, t('report.nothingNext'), cards, words, true)
}

/** A panel with what a page of so many cards has room for; the rest is counted, where it is of one kind. */
export function panelOf(title: string, items: Panel['items'], none: string, cards: number, words: Pick<ReportWords, 't'>, countsRest: boolean): Panel {
  const { entries } = panelRoom(cards)
  const shown = items.length > entries ? items.slice(0, entries) : items
  return { title, items: shown, none, more: countsRest ? rest(items.length - shown.length, words) : null }
}

/** "et 3 de plus sur le portail", or nothing where all is shown. */
export const rest = (count: number, { t }: Pick<ReportWords, 't'>) => (count > 0 ? t('report.more', { count }) : null)
