import { isPast } from '#lib/domain/calendar.ts'
import { Refusal } from '#lib/server/refusal.ts'

const day = 86_400_000

/** Refuses an instant that is over by the database's clock (`past`), or more than `mostDays` away (`too-far`), on its field. */
export function requireToCome(path: string, instant: Date, now: Date, mostDays: number): void {
  const code = isPast(instant, now) ? 'past' : instant.getTime() - now.getTime() > mostDays * day ? 'too-far' : null
  if (code !== null) throw new Refusal('invalid', { faults: [{ path, code }] })
}
