/**
 * A check-in is the monthly report of a laureate: progress per milestone, one figure per due metric, blockers, one ask to a
 * named partner, and the mood of the project. It saves itself like a draft, is submitted or skipped with a reason, and answered.
 */
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
