import { parisDate, parseParisTime, startOfParisDay } from '#lib/domain/calendar.ts'

const day = 86_400_000

/** Time as the demonstration counts it: in days from that of its first start, on the clocks of Paris. */
export type Times = {
  now: Date
  /** "2026-05-12", so many days from today. */
  day: (offset: number) => string
  /** "2026-05-12T17:00" */
  clock: (offset: number, hour: string) => string
  instant: (offset: number, hour: string) => Date
}

export function timesFrom(now: Date): Times {
  // At noon no change of clocks makes a day another one.
  const noon = startOfParisDay(parisDate(now)).getTime() + day / 2
  const dayAt = (offset: number) => parisDate(new Date(noon + offset * day))
  const clock = (offset: number, hour: string) => `${dayAt(offset)}T${hour}`
  return {
    now,
    day: dayAt,
    clock,
    instant: (offset, hour) => {
      const at = parseParisTime(clock(offset, hour))
      if (!at.ok) throw new RangeError(`${clock(offset, hour)}: ${at.reason}`)
      return at.instant
    },
  }
}

/** Somebody who acts as if their request had come in at `when`. */
export function actingAt(personId: string, when: Date): { personId: string; arrived: number } {
  return { personId, arrived: performance.now() - (Date.now() - when.getTime()) }
}
