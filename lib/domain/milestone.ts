/** A milestone is a step of a programme by a day: done by the laureate with evidence, accepted by a manager, moved only with a reason. */
import { addDays, addMonths, daysBetween } from '#lib/domain/day.ts'

/** The day of each milestone of a template: months after the start, on the same day of the month or its last (day.ts). */
export function milestoneDays<T extends { month: number }>(startsOn: string, milestones: readonly T[]): (T & { dueOn: string })[] {
  return milestones.map((it) => ({ ...it, dueOn: addMonths(startsOn, it.month) }))
}

export type MilestoneDays = { dueOn: string; doneOn: string | null; acceptedOn: string | null }

/** `late` from the day after it was due until the laureate says it is done; `done` awaits a manager. */
export const milestoneStates = ['planned', 'due-soon', 'late', 'done', 'accepted'] as const
export type MilestoneState = (typeof milestoneStates)[number]

/** Days ahead in which a milestone counts as near: our rule. */
const nearDays = 14

/** Where a milestone stands on a Paris day. */
export function milestoneState({ dueOn, doneOn, acceptedOn }: MilestoneDays, today: string): MilestoneState {
  if (acceptedOn !== null) return 'accepted'
  if (doneOn !== null) return 'done'
  if (today > dueOn) return 'late'
  return daysBetween(today, dueOn) <= nearDays ? 'due-soon' : 'planned'
}

/** Days past its day for a milestone that is not done, 0 for every other. */
export function lateDays(milestone: MilestoneDays, today: string): number {
  return milestoneState(milestone, today) === 'late' ? daysBetween(milestone.dueOn, today) : 0
}

/** The day from which a milestone has been late by so many days. */
export function lateSince(dueOn: string, days: number): string {
  return addDays(dueOn, days)
}

/** Why a milestone may not be moved to this day, as codes: `missing-reason`, `same-day`, `before-start`, `accepted`. */
export function moveFaults(milestone: MilestoneDays, to: string, reason: string, startsOn: string): string[] {
  const faults = [
    milestone.acceptedOn !== null && 'accepted',
    to === milestone.dueOn && 'same-day',
    to < startsOn && 'before-start',
    reason.trim() === '' && 'missing-reason',
  ]
  return faults.filter((code) => code !== false)
}
