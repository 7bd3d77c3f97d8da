/** Calendar days as "2026-05-12", without time or place: what a programme's calendar is made of. */
import { z } from 'zod'

export const day = z.iso.date()

const dayLength = 86_400_000

/** The same day `months` later (or earlier), or the month's last day where it has no such day: 31 January + 1 is 28 or 29 February. */
export function addMonths(date: string, months: number): string {
  const { year, month, at } = partsOf(date)
  const index = year * 12 + (month - 1) + months
  const [intoYear, intoMonth] = [Math.floor(index / 12), ((index % 12) + 12) % 12]
  const last = new Date(Date.UTC(intoYear, intoMonth + 1, 0)).getUTCDate()
  return textOf(Date.UTC(intoYear, intoMonth, Math.min(at, last)))
}

export function addDays(date: string, days: number): string {
  return textOf(numberOf(date) + days * dayLength)
}

/** Days from one to the other; negative when `to` comes first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((numberOf(to) - numberOf(from)) / dayLength)
}

function numberOf(date: string): number {
  const { year, month, at } = partsOf(date)
  return Date.UTC(year, month - 1, at)
}

function partsOf(date: string): { year: number; month: number; at: number } {
  const [year = Number.NaN, month = Number.NaN, at = Number.NaN] = date.split('-').map(Number)
  if (!day.safeParse(date).success) throw new RangeError(`Not a day: ${date}`)
  return { year, month, at }
}

function textOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10)
}
