import { callState } from '#lib/domain/call.ts'
import { endOfParisDay, isPast } from '#lib/domain/calendar.ts'

/** Where a call stands for those who run it: nobody has seen it, it is announced, it takes applications, they are chosen among, the answer is out. */
export const managedStates = ['open', 'selection', 'announced', 'preparing', 'over'] as const
export type ManagedState = (typeof managedStates)[number]

/** The state of a call run here at an instant. Selection lasts to the end of the day the answer was promised for. */
export function managedState(call: { publishedAt: Date | null; opensAt: Date | null; closesAt: Date | null; answerOn: string | null }, now: Date): ManagedState {
  if (call.publishedAt === null) return 'preparing'
  const state = callState(call, now)
  if (state !== 'closed') return state === 'open' ? 'open' : 'announced'
  return call.answerOn !== null && isPast(endOfParisDay(call.answerOn), now) ? 'over' : 'selection'
}
