/**
 * What a check-in says, flat as on the wire: `progress.<milestoneId>.state`, `figures.<metricId>.value`, `mood`. Judged here
 * without a schema, so that the page that writes it can too.
 */
import { checkInLimits, type Figures, type Mood, type Progress } from '#lib/domain/check-in.ts'
import type { Content } from '#lib/domain/draft.ts'
import { keepLine, keepParagraphs, lengthOf } from '#lib/domain/plain-text.ts'
import type { MetricMeasure } from '#lib/domain/programme-metric.ts'
import { readNumber } from '#lib/domain/written-number.ts'

export const progressParts = ['state', 'note'] as const
export const figureParts = ['value', 'numerator', 'denominator', 'n'] as const
export type FigurePart = (typeof figureParts)[number]
/** The fields that are neither of a milestone nor of a metric. */
const checkInTexts = ['blockers', 'ask', 'moodReason'] as const
export const checkInCore = [...checkInTexts, 'askOrganisationId', 'mood'] as const
export type CheckInCore = (typeof checkInCore)[number]

export const progressName = (milestoneId: string, part: (typeof progressParts)[number]) => `progress.${milestoneId}.${part}`
export const figureName = (metricId: string, part: FigurePart) => `figures.${metricId}.${part}`

/** Which numbers make a figure of this measure. */
export const figureAsks: Readonly<Record<MetricMeasure, readonly FigurePart[]>> = {
  proportion: ['numerator', 'denominator'], rate: ['numerator', 'denominator'], mean: ['value', 'n'], duration: ['value', 'n'], count: ['value'],
}

/** A field of several parts taken apart; null for one of the others. */
export function entryOf(field: string): { of: 'progress' | 'figures'; id: string; part: string } | null {
  const [of, id, part, ...rest] = field.split('.')
  return (of === 'progress' || of === 'figures') && id !== undefined && part !== undefined && rest.length === 0 ? { of, id, part } : null
}

type Written = { progress: Progress; figures: Figures; blockers: string | null; askOrganisationId: string | null; ask: string | null; mood: Mood | null; moodReason: string | null }

/** What is written, flat; nothing written is left out. */
export function checkInContent({ progress, figures, ...core }: Written): Content {
  const entries = (of: 'progress' | 'figures', all: Progress | Figures) =>
    Object.entries(all).flatMap(([id, entry]) => Object.entries(entry).map(([part, value]) => [`${of}.${id}.${part}`, value] as const))
  const all = [...entries('progress', progress), ...entries('figures', figures), ...checkInCore.map((name) => [name, core[name]] as const)]
  return Object.fromEntries(all.filter(([, value]) => value !== null && value !== undefined && value !== ''))
}

/** The milestones a check-in asks about: not accepted yet, and due at most two months after it. */
export function askedMilestones<M extends { month: number; acceptedAt: Date | null }>(milestones: readonly M[], month: number): M[] {
  return milestones.filter((each) => each.acceptedAt === null && each.month <= month + 2)
}

/** The metrics of which a check-in asks a figure: those due that month. */
export function dueMetrics<M extends { schedule: readonly number[] }>(metrics: readonly M[], month: number): M[] {
  return metrics.filter(({ schedule }) => schedule.includes(month))
}

export type CheckInGap = { field: string; code: 'missing' | 'over-limit' | 'half' }

/**
 * What keeps a check-in from being submitted. Codes: `missing` for the mood, for its reason unless on track, for one half
 * of an ask; `half` for a figure of which a part is missing; `over-limit`. Nothing else is owed: a month without news is one.
 */
export function checkInGaps(content: Content): CheckInGap[] {
  const isEmpty = (name: string) => String(content[name] ?? '').trim() === ''
  const missing = [
    ...(isEmpty('mood') ? ['mood'] : []),
    ...(!isEmpty('mood') && content.mood !== 'on-track' && isEmpty('moodReason') ? ['moodReason'] : []),
    ...(isEmpty('ask') !== isEmpty('askOrganisationId') ? [isEmpty('ask') ? 'ask' : 'askOrganisationId'] : []),
  ]
  const names = Object.keys(content)
  const limitOf = (name: string) => (name.endsWith('.note') ? checkInLimits.note : (checkInLimits as Readonly<Record<string, number>>)[name])
  const long = names.filter((name) => {
    const limit = limitOf(name)
    return limit !== undefined && lengthOf(String(content[name])) > limit
  })
  const half = names.flatMap((name) => {
    const other = name.endsWith('.numerator') ? name.replace(/numerator$/, 'denominator') : name.endsWith('.denominator') ? name.replace(/denominator$/, 'numerator') : null
    return other !== null && isEmpty(other) ? [other] : []
  })
  return [...missing.map((field) => ({ field, code: 'missing' as const })), ...half.map((field) => ({ field, code: 'half' as const })), ...long.map((field) => ({ field, code: 'over-limit' as const }))]
}

/** The fields of a check-in among what a form sent, as they are saved: an emptied one is null, a number is read as the language writes it. */
export function checkInSent(values: Readonly<Record<string, unknown>>, language: 'fr' | 'en'): Content {
  const read = (name: string, text: string) => {
    if (text.trim() === '') return null
    if (entryOf(name)?.of === 'figures') return readNumber(text, language)
    return (checkInTexts as readonly string[]).includes(name) ? keepParagraphs(text) : keepLine(text)
  }
  const isField = (name: string) => entryOf(name) !== null || (checkInCore as readonly string[]).includes(name)
  return Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (isField(name) && typeof value === 'string' ? [[name, read(name, value)]] : [])))
}
