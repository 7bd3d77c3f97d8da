/** What a laureate's programme asks for this month, and of whom. Pure; days are Paris days. */
import { addDays, addMonths } from '#lib/domain/day.ts'
import type { ProgrammeSide } from '#lib/domain/programme.ts'

type Plan = {
  startsOn: string
  milestones: readonly { id: string; dueOn: string; doneAt: Date | null; acceptedAt: Date | null }[]
  checkIns: readonly { id: string; opensOn: string; dueOn: string; submittedAt: Date | null; skippedAt: Date | null }[]
  metrics: readonly { id: string; schedule: readonly number[]; measurements: readonly { periodEnd: string }[] }[]
  sessions: readonly { id: string; startsAt: Date | null; cancelledAt: Date | null; isOwnProposal: boolean }[]
}
/** `dueOn` null: as soon as possible. */
export type DueThing = { kind: 'check-in' | 'milestone' | 'accept' | 'metric' | 'session'; id: string; dueOn: string | null; by: ProgrammeSide }

/** Days ahead that count as this month. */
const ahead = 31

/**
 * Everything that waits for somebody and is due within a month, the latest first to have been due; what is late stays.
 * `side` is that of whoever reads: times are chosen by the side that did not propose them.
 */
export function dueThings({ startsOn, milestones, checkIns, metrics, sessions }: Plan, side: ProgrammeSide, today: string): DueThing[] {
  const until = addDays(today, ahead)
  const other = side === 'mentor' ? 'laureate' : 'mentor'
  const own = side === 'mentor' ? 'mentor' : 'laureate'
  const things: DueThing[] = [
    ...checkIns.filter((each) => each.submittedAt === null && each.skippedAt === null && each.opensOn <= today).map(({ id, dueOn }) => ({ kind: 'check-in' as const, id, dueOn, by: 'laureate' as const })),
    ...milestones.filter((each) => each.doneAt === null && each.dueOn <= until).map(({ id, dueOn }) => ({ kind: 'milestone' as const, id, dueOn, by: 'laureate' as const })),
    ...milestones.filter((each) => each.doneAt !== null && each.acceptedAt === null).map(({ id, dueOn }) => ({ kind: 'accept' as const, id, dueOn, by: 'manager' as const })),
    ...metrics.flatMap(({ id, schedule, measurements }) => {
      const waiting = schedule.map((month) => ({ from: addMonths(startsOn, month - 1), dueOn: addMonths(startsOn, month) })).find(({ from }) => !measurements.some(({ periodEnd }) => periodEnd > from))
      return waiting && waiting.dueOn <= until ? [{ kind: 'metric' as const, id, dueOn: waiting.dueOn, by: 'laureate' as const }] : []
    }),
    ...sessions.filter((each) => each.startsAt === null && each.cancelledAt === null).map(({ id, isOwnProposal }) => ({ kind: 'session' as const, id, dueOn: null, by: isOwnProposal ? other : own } as const)),
  ]
  return things.sort((one, two) => (one.dueOn ?? today).localeCompare(two.dueOn ?? today))
}
