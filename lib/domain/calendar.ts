/**
 * Paris time. Every deadline is a Paris wall clock time turned into an instant; a wall clock time that does not
 * exist or exists twice (clock changes) is refused rather than guessed, because runtimes guess differently.
 * A deadline is inclusive to the last second it names. Only `Intl` is used, so this file runs anywhere.
 */
const parisZone = 'Europe/Paris'

/** Wall clock in Paris; month from 1 to 12. */
export type ParisTime = { year: number; month: number; day: number; hour: number; minute: number; second: number }

const parisRefusals = ['not-a-time', 'does-not-exist', 'exists-twice'] as const
export type ParisRefusal = (typeof parisRefusals)[number]
export type ParisInstant = { ok: true; instant: Date } | { ok: false; reason: ParisRefusal }

const wallClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: parisZone,
  calendar: 'iso8601',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

const hour = 3_600_000
/** Paris has been one or two hours ahead of UTC since 1976; this file serves dates after that. */
const offsets = [1 * hour, 2 * hour]

/** What a clock in Paris shows at an instant; fractions of a second are dropped. */
export function parisTime(instant: Date): ParisTime {
  const parts = Object.fromEntries(wallClock.formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts
  return { year, month, day, hour, minute, second }
}

/** The instant at which a clock in Paris shows this time, or why there is not exactly one. */
export function parisInstant(time: ParisTime): ParisInstant {
  const asUtc = Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second)
  if (!sameTime(utcTime(asUtc), time) || time.year < 1977) return { ok: false, reason: 'not-a-time' }
  const instants = offsets.map((offset) => new Date(asUtc - offset)).filter((at) => sameTime(parisTime(at), time))
  const [first, second] = instants
  if (first === undefined) return { ok: false, reason: 'does-not-exist' }
  if (second !== undefined) return { ok: false, reason: 'exists-twice' }
  return { ok: true, instant: first }
}

const localDateTime = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?$/

/** Parses the value of an `<input type="datetime-local">` ("2026-05-12T17:00") as Paris time. */
export function parseParisTime(text: string): ParisInstant {
  const numbers = localDateTime.exec(text)?.slice(1).map((digits) => Number(digits ?? 0))
  if (numbers === undefined) return { ok: false, reason: 'not-a-time' }
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = numbers
  return parisInstant({ year, month, day, hour, minute, second })
}

/** What an `<input type="datetime-local">` shows of an instant in Paris, "2026-05-12T17:00"; with seconds where there are any. */
export function parisClockText(instant: Date): string {
  const { hour, minute, second } = parisTime(instant)
  return `${parisDate(instant)}T${pad(hour)}:${pad(minute)}${second === 0 ? '' : `:${pad(second)}`}`
}

/** "2026-05-12", the Paris date of an instant. */
export function parisDate(instant: Date): string {
  const { year, month, day } = parisTime(instant)
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`
}

/** First instant of a Paris date ("2026-05-12"); midnight exists once in Paris, clocks change at two or three. */
export function startOfParisDay(date: string): Date {
  const start = parseParisTime(`${date}T00:00:00`)
  if (!start.ok) throw new RangeError(`Not a date: ${date}`)
  return start.instant
}

/** Last named second of a Paris date, 23:59:59; with `isPast` it stays open until the second is over. */
export function endOfParisDay(date: string): Date {
  const end = parseParisTime(`${date}T23:59:59`)
  if (!end.ok) throw new RangeError(`Not a date: ${date}`)
  return end.instant
}

/** True once the second named by the deadline is entirely over: 17:00:00.999 is on time for 17:00:00. */
export function isPast(deadline: Date, now: Date): boolean {
  return Math.floor(now.getTime() / 1000) > Math.floor(deadline.getTime() / 1000)
}

/** Paris calendar days from one instant to another: 0 the same day, 1 tomorrow, negative for the past. */
export function parisDaysBetween(from: Date, to: Date): number {
  return (utcMidnight(parisTime(to)) - utcMidnight(parisTime(from))) / (24 * hour)
}

function utcMidnight({ year, month, day }: ParisTime): number {
  return Date.UTC(year, month - 1, day)
}

function utcTime(milliseconds: number): ParisTime {
  const at = new Date(milliseconds)
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    second: at.getUTCSeconds(),
  }
}

const units = ['year', 'month', 'day', 'hour', 'minute', 'second'] as const

function sameTime(a: ParisTime, b: ParisTime): boolean {
  return units.every((unit) => a[unit] === b[unit])
}

function pad(number: number): string {
  return String(number).padStart(2, '0')
}
