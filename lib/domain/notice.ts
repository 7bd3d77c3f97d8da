/**
 * A notice tells one person of one thing that waits for them: a check-in, a milestone, a measurement, a commitment. It is
 * made once, goes when the thing is done, and reaches them on the portal at once and by mail as they chose.
 */
import { parisDate, parisTime, startOfParisDay } from '#lib/domain/calendar.ts'
import { addDays } from '#lib/domain/day.ts'
import { z } from 'zod'

/** In the order of importance among things of one tier and one day. */
export const noticeKinds = ['check-in-overdue', 'check-in-due', 'milestone-near', 'metric-due', 'commitment-due', 'milestone-to-accept', 'measurement-to-verify'] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** Days before its day at which something is told: our rule. A check-in is told of from the day it opens. */
export const noticeDaysAhead = 14

/** How a kind reaches somebody by mail; on the portal it always does. */
export const mailWays = ['digest', 'at-once', 'none'] as const
export type MailWay = (typeof mailWays)[number]

/** Hours of a clock in Paris, 0 to 23: from the first until the second, past midnight if need be. */
export type QuietHours = { from: number; until: number }

/** `digestDay` from 1, Monday, to 7; `digestHour` of a clock in Paris. */
export type NoticePreference = { choices: Partial<Record<NoticeKind, MailWay>>; quiet: QuietHours | null; digestDay: number; digestHour: number }

/** What holds for whoever chose nothing: one weekly digest, on Monday at eight; no mail at night. */
export const usualPreference: NoticePreference = { choices: {}, quiet: { from: 20, until: 8 }, digestDay: 1, digestHour: 8 }

/** How somebody wants to be told of a kind. */
export function wayOf({ choices }: Pick<NoticePreference, 'choices'>, kind: NoticeKind): MailWay {
  return choices[kind] ?? 'digest'
}

const hour = z.coerce.number().int().min(0).max(23)
/** A form's '' is no quiet hours; the same hour twice is none either. */
const quietHours = z.object({ from: z.union([z.literal('').transform(() => null), hour]), until: hour }).transform(({ from, until }) => (from === null || from === until ? null : { from, until }))

/** What somebody chooses, as it comes from a form; kinds left out stay as they are. */
export const noticePreferenceInput = z.object({
  choices: z.partialRecord(z.enum(noticeKinds), z.enum(mailWays)),
  quiet: quietHours,
  digestDay: z.coerce.number().int().min(1).max(7),
  digestHour: hour,
})

/** Whether no mail is to leave while a clock in Paris shows this hour. An hour that comes twice is quiet twice. */
export function isQuietHour(hour: number, quiet: QuietHours | null): boolean {
  if (quiet === null) return false
  const { from, until } = quiet
  return from < until ? from <= hour && hour < until : hour >= from || hour < until
}

/** Every pair of quiet hours during which this instant falls: what the database compares choices with. */
export function quietHoursAt(now: Date): QuietHours[] {
  const { hour } = parisTime(now)
  const hours = Array.from({ length: 24 }, (_, each) => each)
  return hours.flatMap((from) => hours.filter((until) => from !== until && isQuietHour(hour, { from, until })).map((until) => ({ from, until })))
}

/** `at`: when a digest was last due. `week`: the Monday of that day's week, of which there is one digest. */
export type DigestSlot = { day: number; hour: number; at: Date; week: string }

/** The last time, at or before `now`, that a clock in Paris came to this hour of this weekday; to the next hour there is, when clocks leave it out. */
export function digestSlot(now: Date, day: number, hour: number): DigestSlot {
  const today = parisDate(now)
  const back = (weekday(today) - day + 7) % 7
  const dates = [addDays(today, -back), addDays(today, -back - 7)]
  for (const date of dates) {
    const at = firstAtHour(date, hour)
    if (at <= now) return { day, hour, at, week: addDays(date, 1 - day) }
  }
  throw new RangeError('A week has passed between two of a kind.')
}

/** The slots of every weekday and hour, as the database compares choices with. */
export function digestSlots(now: Date): DigestSlot[] {
  return Array.from({ length: 7 * 24 }, (_, index) => digestSlot(now, Math.floor(index / 24) + 1, index % 24))
}

/** 1, Monday, to 7. */
export function weekday(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7
}

/** Clocks in Paris change by whole hours, so that hours after midnight are whole hours everywhere. */
function firstAtHour(date: string, hour: number): Date {
  let at = startOfParisDay(date)
  while (parisTime(at).hour < hour) at = new Date(at.getTime() + 3_600_000)
  return at
}

/** `day`: when the thing is due; for what waits to be accepted or verified, since when it waits. */
type Ordered = { kind: NoticeKind; day: string; id: string }

const tiers = ['late', 'waited-for', 'soon', 'ahead'] as const
export type NoticeTier = (typeof tiers)[number]

/** Days ahead that count as soon. */
const soonDays = 3

/** What kind of importance a notice has on a Paris day. */
export function tierOf({ kind, day }: Pick<Ordered, 'kind' | 'day'>, today: string): NoticeTier {
  if (kind === 'milestone-to-accept' || kind === 'measurement-to-verify') return 'waited-for'
  if (day < today) return 'late'
  return day <= addDays(today, soonDays) ? 'soon' : 'ahead'
}

/**
 * The order of importance: what is late comes first, then what somebody else waits for, then what is due within three
 * days, then the rest; within each the earliest day, then the order of kinds. Whether it was seen plays no part.
 */
export function byImportance(today: string): (one: Ordered, two: Ordered) => number {
  const key = (it: Ordered) => `${tiers.indexOf(tierOf(it, today))} ${it.day} ${noticeKinds.indexOf(it.kind)} ${it.id}`
  return (one, two) => (key(one) < key(two) ? -1 : key(one) > key(two) ? 1 : 0)
}

/** Notices by what they are about, the group of the most important first, and so within each. */
export function groupedByImportance<N extends Ordered & { about: string }>(notices: readonly N[], today: string): N[][] {
  return [...Map.groupBy(notices.toSorted(byImportance(today)), ({ about }) => about).values()]
}

type Subject = { kind: NoticeKind; programmeId: string | null; checkInId: string | null; milestoneId: string | null; metricId: string | null; commitmentId: string | null }

/** The page where what a notice tells of is done. */
export function noticePath({ kind, programmeId, checkInId, milestoneId, metricId, commitmentId }: Subject): string {
  const room = `/programmes/${programmeId}`
  if (kind === 'commitment-due') return `/commitments#commitment-${commitmentId}`
  if (kind === 'check-in-due' || kind === 'check-in-overdue') return `${room}/check-ins/${checkInId}`
  if (kind === 'metric-due' || kind === 'measurement-to-verify') return `${room}/metrics/${metricId}`
  return `${room}/milestones#milestone-${milestoneId}`
}

/** What somebody is to programmes and partners, as far as it says what they are told of. */
type Standing = { accompanied: boolean; manages: boolean; mentors: boolean; commits: boolean }

/** The kinds somebody may be told of at all: for them they choose. */
export function kindsFor({ accompanied, manages, mentors, commits }: Standing): NoticeKind[] {
  const mine: Record<NoticeKind, boolean> = {
    'check-in-overdue': accompanied, 'check-in-due': accompanied, 'milestone-near': accompanied, 'metric-due': accompanied, 'commitment-due': commits, 'milestone-to-accept': manages, 'measurement-to-verify': manages || mentors,
  }
  return noticeKinds.filter((kind) => mine[kind])
}
