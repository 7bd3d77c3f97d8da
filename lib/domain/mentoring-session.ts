/** A session (séance) of a laureate and a mentor: times proposed by one side, one chosen by the other, notes for both. */
import { givenParisClock } from '#lib/domain/call-settings.ts'
import { draftLine, draftProse, optional, required } from '#lib/domain/form-text.ts'
import { z } from 'zod'

export const sessionLimits = { subject: 160, place: 300, reason: 500, notes: 10_000, times: 6 } as const

export type SessionState = 'proposed' | 'agreed' | 'held' | 'cancelled'

/** Where a session stands: agreed, it is held once its time is over. */
export function stateOfSession({ startsAt, minutes, cancelledAt }: { startsAt: Date | null; minutes: number; cancelledAt: Date | null }, now: Date): SessionState {
  if (cancelledAt !== null) return 'cancelled'
  if (startsAt === null) return 'proposed'
  return startsAt.getTime() + minutes * 60_000 < now.getTime() ? 'held' : 'agreed'
}

/** Up to six times on a clock in Paris; empty places are left out, the same time counts once. Codes: `no-time`, `too-many`, those of a time. */
export const proposedTimes = z
  .array(z.union([z.literal('').transform(() => null), givenParisClock]))
  .transform((times) => [...new Set(times.flatMap((time) => (time === null ? [] : [time.getTime()])))].sort((a, b) => a - b).map((time) => new Date(time)))
  .refine((times) => times.length > 0, { params: { code: 'no-time' } })
  .refine((times) => times.length <= sessionLimits.times, { params: { code: 'too-many' } })

export const sessionForm = z.object({
  subject: draftLine.pipe(required(sessionLimits.subject)),
  minutes: z.coerce.number().int().min(15).max(480),
  place: draftLine.nullish().pipe(optional(sessionLimits.place)),
  times: proposedTimes,
})

export const sessionReason = draftProse.pipe(required(sessionLimits.reason))
export const sessionNotes = draftProse.nullish().pipe(optional(sessionLimits.notes))
