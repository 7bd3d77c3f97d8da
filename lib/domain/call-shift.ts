/**
 * Moving a call's dates when it is cloned. Every date moves by the same number of Paris days, so what lay three weeks
 * apart still does, and clocks show the same hour as before, summer or winter.
 */
import { parisInstant, parisTime } from '#lib/domain/calendar.ts'
import { z } from 'zod'

export const shiftUnits = ['weeks', 'years'] as const

/** By how much: whole weeks keep the day of the week, whole years the day of the year. */
export const shift = z.object({ unit: z.enum(shiftUnits), by: z.coerce.number().int().min(0).max(600) })
export type Shift = z.infer<typeof shift>

const dayLength = 86_400_000

/** The number of days all dates move by. Years are counted from `anchor`, a day like "2023-03-08"; 29 February becomes the 28th. */
export function shiftInDays({ unit, by }: Shift, anchor: string): number {
  if (unit === 'weeks') return by * 7
  const [year = 0, month = 1, day = 1] = anchor.split('-').map(Number)
  const lastOfMonth = new Date(Date.UTC(year + by, month, 0)).getUTCDate()
  return (Date.UTC(year + by, month - 1, Math.min(day, lastOfMonth)) - Date.UTC(year, month - 1, day)) / dayLength
}

/** "2023-03-08" → the same so many days later. */
export function shiftDay(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayLength).toISOString().slice(0, 10)
}

/** The same hour on the clock, so many days later. Where clocks change that night and the hour is missing or double, three o'clock. */
export function shiftInstant(instant: Date, days: number): Date {
  const { hour, minute, second, ...date } = parisTime(instant)
  const moved = new Date(Date.UTC(date.year, date.month - 1, date.day + days))
  const day = { year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() }
  const same = parisInstant({ ...day, hour, minute, second })
  if (same.ok) return same.instant
  const three = parisInstant({ ...day, hour: 3, minute: 0, second: 0 })
  if (!three.ok) throw new RangeError(`No such day: ${JSON.stringify(day)}`)
  return three.instant
}

/** The fewest whole years that bring a day past another: what a clone is offered. 1 when there is no day. */
export function yearsUntil(day: string | null, today: string): number {
  if (day === null) return 1
  const years = Math.max(1, Number(today.slice(0, 4)) - Number(day.slice(0, 4)))
  return shiftDay(day, shiftInDays({ unit: 'years', by: years }, day)) > today ? years : years + 1
}
