/** What a manager reminds a laureate of: what waits for the laureate itself, never what a partner or a manager owes. Days are Paris days. */
import { overdueCheckIns } from '#lib/domain/check-in.ts'
import type { Flag, FollowedCheckIn } from '#lib/domain/flag.ts'
import { type MilestoneDays, milestoneState } from '#lib/domain/milestone.ts'
import { type ProgrammeDays, programmeState } from '#lib/domain/programme.ts'

type Reminded = ProgrammeDays & { lastContactOn: string | null; checkIns: readonly FollowedCheckIn[]; milestones: readonly MilestoneDays[]; flags: readonly Flag[] }
/** `day`: when it was due, or of the last contact. */
export type WaitingThing = { kind: 'check-in'; month: number; day: string } | { kind: 'milestone' | 'contact'; day: string }

/** Check-ins past their day, milestones past theirs, and silence as long as its flag; the oldest first. Nothing but while a programme runs. */
export function waitingThings(laureate: Reminded, today: string): WaitingThing[] {
  if (programmeState(laureate, today) !== 'running') return []
  const silent = laureate.flags.some(({ rule }) => rule === 'no-contact')
  const things: WaitingThing[] = [
    ...overdueCheckIns(laureate, today).map(({ month, dueOn }) => ({ kind: 'check-in' as const, month, day: dueOn })),
    ...laureate.milestones.filter((each) => milestoneState(each, today) === 'late').map(({ dueOn }) => ({ kind: 'milestone' as const, day: dueOn })),
    ...(silent ? [{ kind: 'contact' as const, day: laureate.lastContactOn ?? laureate.startsOn }] : []),
  ]
  return things.toSorted((one, two) => (one.day < two.day ? -1 : one.day > two.day ? 1 : 0))
}
