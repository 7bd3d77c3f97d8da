/**
 * Phases of a call laid out on a line of months. A date that was announced, a month without a day and a date nobody
 * published are different things, so each is its own kind of bar; nothing is drawn where nothing is known.
 */
import type { Phase } from '#lib/domain/call.ts'

/** `open`: begins in a known month or day, its end was not found. `unknown`: neither was found. */
export const barKinds = ['dated', 'planned', 'open', 'unknown'] as const
export type BarKind = (typeof barKinds)[number]

/** From 0, the first day drawn, to 1, the end of the last month. */
export type Bar = { slug: string; kind: BarKind; from: number; to: number }
export type Timeline = { bars: Bar[]; months: { month: string; at: number }[] }

type Dates = Pick<Phase, 'slug' | 'startsOn' | 'endsOn' | 'startsMonth' | 'datesArePlanned'>

const day = 86_400_000
/** How far the line goes on after the start of a phase whose end was not found, in months. */
const openFor = 2

/** The bars of the phases, in their order, and the first day of each month drawn; empty when no date is known. */
export function timeline(phases: readonly Dates[]): Timeline {
  const starts = phases.map(startOf).filter((at) => at !== null)
  const ends = phases.map(lastDrawn).filter((at) => at !== null)
  if (starts.length === 0) return { bars: phases.map(({ slug }) => ({ slug, kind: 'unknown', from: 0, to: 1 })), months: [] }
  const first = firstOfMonth(Math.min(...starts, ...ends), 0)
  const last = firstOfMonth(Math.max(...starts, ...ends), 1)
  const at = (instant: number) => (instant - first) / (last - first)
  return {
    bars: phases.map((phase) => {
      const start = startOf(phase)
      if (start === null) return { slug: phase.slug, kind: 'unknown', from: 0, to: 1 }
      if (phase.endsOn === null) return { slug: phase.slug, kind: 'open', from: at(start), to: 1 }
      return { slug: phase.slug, kind: phase.datesArePlanned ? 'planned' : 'dated', from: at(start), to: at(utc(phase.endsOn) + day) }
    }),
    months: monthsBetween(first, last).map((month) => ({ month: new Date(month).toISOString().slice(0, 7), at: at(month) })),
  }
}

function startOf({ startsOn, startsMonth }: Dates): number | null {
  if (startsOn !== null) return utc(startsOn)
  return startsMonth === null ? null : utc(`${startsMonth}-01`)
}

function lastDrawn(phase: Dates): number | null {
  if (phase.endsOn !== null) return utc(phase.endsOn)
  const start = startOf(phase)
  return start === null ? null : firstOfMonth(start, openFor)
}

function utc(date: string): number {
  return Date.parse(`${date}T00:00:00Z`)
}

/** First instant of the month of `instant`, `later` months on. */
function firstOfMonth(instant: number, later: number): number {
  const date = new Date(instant)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + later, 1)
}

function monthsBetween(first: number, last: number): number[] {
  const months: number[] = []
  for (let month = first; month < last; month = firstOfMonth(month, 1)) months.push(month)
  return months
}
