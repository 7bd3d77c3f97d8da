/**
 * A check-in is the monthly report of a laureate: progress per milestone, one figure per due metric, blockers, one ask to a
 * named partner, and the mood of the project. It saves itself like a draft, is submitted or skipped with a reason, and answered.
 */
import { addMonths } from '#lib/domain/day.ts'

export const moods = ['on-track', 'at-risk', 'off-track'] as const
export type Mood = (typeof moods)[number]

export const milestoneProgress = ['not-begun', 'begun', 'nearly', 'done', 'blocked'] as const
export type MilestoneProgress = (typeof milestoneProgress)[number]

/** Days before it is due that a check-in opens. */
export const daysOpen = 10

/** Longest texts, in characters. */
export const checkInLimits = { note: 500, blockers: 2_000, ask: 1_000, moodReason: 1_000, skipReason: 500, answer: 4_000 } as const

/** By milestone: how far it is, and a word about it. */
export type Progress = Record<string, { state: MilestoneProgress | null; note: string | null }>
/** By metric: the figure of the month as typed, before it becomes a measurement. */
export type Figures = Record<string, { value: number | null; numerator: number | null; denominator: number | null; n: number | null }>

type Filed = { month: number; submittedOn: string | null; skippedOn: string | null }
type Followed = { startsOn: string; months: number; stoppedOn: string | null; checkIns: readonly Filed[] }

/**
 * The check-ins past their day and neither sent nor skipped, on a Paris day; none once the programme was stopped. What is not
 * filed is the laureate's own paper, which others do not see: that it is awaited follows from the calendar.
 */
export function overdueCheckIns({ startsOn, months, stoppedOn, checkIns }: Followed, today: string): { month: number; dueOn: string }[] {
  if (stoppedOn !== null && stoppedOn <= today) return []
  const filed = new Set(checkIns.filter(({ submittedOn, skippedOn }) => submittedOn !== null || skippedOn !== null).map(({ month }) => month))
  return Array.from({ length: months }, (_, index) => ({ month: index + 1, dueOn: addMonths(startsOn, index + 1) })).filter(({ month, dueOn }) => !filed.has(month) && dueOn < today)
}

/** How many check-ins were sent, were skipped, and are overdue, on a Paris day. */
export function checkInCounts(followed: Followed, today: string): { sent: number; skipped: number; overdue: number } {
  const count = (key: 'submittedOn' | 'skippedOn') => followed.checkIns.filter((each) => each[key] !== null).length
  return { sent: count('submittedOn'), skipped: count('skippedOn'), overdue: overdueCheckIns(followed, today).length }
}
