/**
 * Flags point a manager to a laureate by stated rules, never by impression. Each says its rule, since when, and what it is
 * about; it goes when its reason goes. The numbers of days are our rules, shown beside the board.
 */
import { addDays } from '#lib/domain/day.ts'
import type { Bounds } from '#lib/domain/interval.ts'
import type { CommitmentState } from '#lib/domain/commitment.ts'
import type { MetricDirection } from '#lib/domain/metric.ts'
import { lateDays, type MilestoneDays } from '#lib/domain/milestone.ts'
import { type ProgrammeDays, programmeState } from '#lib/domain/programme.ts'
import type { MetricMeasure } from '#lib/domain/programme-metric.ts'

export const flagRules = ['no-contact', 'milestone-late', 'metric-off-course', 'commitment-unmet', 'check-ins-skipped'] as const
export type FlagRule = (typeof flagRules)[number]

/** `since` is the first day on which the rule held; `subjectId` is the programme, milestone, metric, commitment or check-in. */
export type Flag = { rule: FlagRule; since: string; subjectId: string }

const flagDays = { contact: 30, milestone: 14 } as const

export type FollowedMetric = {
  id: string
  measure: MetricMeasure
  direction: MetricDirection
  baseline: number | null
  baselineOn: string | null
  target: number | null
  targetOn: string | null
  /** The latest measurement that counts, on the last day of its period; without interval, none could be known. */
  latest: { on: string; value: number; interval: Bounds | null } | null
}

export type FollowedCheckIn = { id: string; month: number; dueOn: string; submittedOn: string | null; skippedOn: string | null }

/** A programme as the rules see it; days are Paris days. `lastContactOn`: a check-in, answer, session or message, whoever began. */
export type Followed = {
  programme: ProgrammeDays & { id: string }
  lastContactOn: string | null
  milestones: readonly (MilestoneDays & { id: string })[]
  metrics: readonly FollowedMetric[]
  /** `unmetOn`: the day it was said to be unmet. */
  commitments: readonly { id: string; dueOn: string | null; state: CommitmentState; unmetOn: string | null }[]
  checkIns: readonly FollowedCheckIn[]
}

/** The flags of a programme on a day, oldest first. Contact, milestones, commitments and check-ins are asked for while it runs; metrics through follow-up too. */
export function flags({ programme, lastContactOn, milestones, metrics, commitments, checkIns }: Followed, today: string): Flag[] {
  const state = programmeState(programme, today)
  if (state !== 'running' && state !== 'follow-up') return []
  const offCourse = metrics.flatMap((metric) => {
    const since = offCourseSince(metric, programme.startsOn)
    return since === null ? [] : [{ rule: 'metric-off-course' as const, since, subjectId: metric.id }]
  })
  if (state === 'follow-up') return offCourse.toSorted(bySince)
  const silentSince = addDays(lastContactOn ?? programme.startsOn, flagDays.contact)
  const skipped = skippedTwice(checkIns)
  return [
    ...(silentSince <= today ? [{ rule: 'no-contact' as const, since: silentSince, subjectId: programme.id }] : []),
    ...milestones.filter((it) => lateDays(it, today) >= flagDays.milestone).map(({ id, dueOn }) => ({ rule: 'milestone-late' as const, since: addDays(dueOn, flagDays.milestone), subjectId: id })),
    ...offCourse,
    ...commitments.flatMap((it) => {
      const since = unmetSince(it, today)
      return since === null ? [] : [{ rule: 'commitment-unmet' as const, since, subjectId: it.id }]
    }),
    ...(skipped === null ? [] : [{ rule: 'check-ins-skipped' as const, since: skipped.skippedOn as string, subjectId: skipped.id }]),
  ].toSorted(bySince)
}

/** Where a metric should stand on a day if it went from baseline to target in a straight line; level before and after. Null where nothing is set. */
export function expectedValue({ baseline, baselineOn, target, targetOn }: Pick<FollowedMetric, 'baseline' | 'baselineOn' | 'target' | 'targetOn'>, startsOn: string, on: string): number | null {
  if (baseline === null || target === null || targetOn === null) return null
  const from = Math.max(dayNumber(baselineOn ?? startsOn), dayNumber(startsOn))
  const to = dayNumber(targetOn)
  if (to <= from) return target
  const share = Math.min(1, Math.max(0, (dayNumber(on) - from) / (to - from)))
  return baseline + (target - baseline) * share
}

/**
 * The day of the latest measurement if it is off course, else null: all of its interval lies on the wrong side of the straight
 * line from baseline to target. A count is of everybody, so the value alone is its interval. Any other value without interval
 * never is off course, as nobody knows how sure it is; nor is a neutral metric.
 */
export function offCourseSince(metric: FollowedMetric, startsOn: string): string | null {
  const { measure, direction, latest } = metric
  if (latest === null || direction === 'neutral') return null
  const interval = measure === 'count' ? { low: latest.value, high: latest.value } : latest.interval
  if (interval === null) return null
  const expected = expectedValue(metric, startsOn, latest.on)
  if (expected === null) return null
  const wrong = direction === 'higher-is-better' ? interval.high < expected : interval.low > expected
  return wrong ? latest.on : null
}

/** From the day somebody said so, or the day after it was due without being kept or withdrawn. */
function unmetSince({ dueOn, state, unmetOn }: Followed['commitments'][number], today: string): string | null {
  if (state === 'kept' || state === 'withdrawn') return null
  const overdue = dueOn !== null && dueOn < today ? addDays(dueOn, 1) : null
  return state === 'unmet' ? (unmetOn ?? overdue ?? today) : overdue
}

/** The second of the two latest closed check-ins when both were skipped; a month still open does not count. */
function skippedTwice(checkIns: readonly FollowedCheckIn[]): FollowedCheckIn | null {
  const closed = checkIns.filter(({ submittedOn, skippedOn }) => submittedOn !== null || skippedOn !== null).toSorted((a, b) => b.month - a.month)
  const [last, before] = closed
  if (last === undefined || before === undefined || last.month - before.month !== 1) return null
  return last.skippedOn !== null && before.skippedOn !== null ? last : null
}

function bySince(a: Flag, b: Flag): number {
  return a.since < b.since ? -1 : a.since > b.since ? 1 : flagRules.indexOf(a.rule) - flagRules.indexOf(b.rule)
}

function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000
}
