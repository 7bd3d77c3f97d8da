/**
 * A call for projects is one edition of an initiative: phases, challenges, partners, laureates.
 * What was looked for and not found is null, with a note saying so; the state follows from dates alone.
 */
import { z } from 'zod'
import { endOfParisDay, isPast, startOfParisDay } from '#lib/domain/calendar.ts'
import { laureate } from '#lib/domain/laureate.ts'
import { localized } from '#lib/domain/localized.ts'
import { slug } from '#lib/domain/slug.ts'
import { sourceId } from '#lib/domain/source.ts'

/** A Paris date, "2021-09-28". */
export const day = z.iso.date()

export const phase = z.object({
  slug,
  title: localized,
  startsOn: day.nullable(),
  endsOn: day.nullable(),
  /** "2022-01" when only the month is known. */
  startsMonth: z.string().regex(/^\d{4}-\d{2}$/).nullable(),
  /** True when the dates were announced and the real ones were not found. */
  datesArePlanned: z.boolean(),
  sourceId,
  note: localized.nullable(),
})
export type Phase = z.infer<typeof phase>

export const challenge = z.object({ slug, title: localized, description: localized, sourceId })
export type Challenge = z.infer<typeof challenge>

export const partner = z.object({ slug, name: z.string().min(1), role: localized, note: localized.nullable(), sourceId })
export type Partner = z.infer<typeof partner>

/** Something a visitor expects of a call: known with its source, or not found, said either way. */
export const finding = z.object({ text: localized.nullable(), sourceId: sourceId.nullable(), note: localized.nullable() })
export type Finding = z.infer<typeof finding>

export const call = z.object({
  slug,
  initiative: slug,
  edition: z.int().positive().nullable(),
  title: localized,
  /** True for a public call of the same field that is not run here. */
  external: z.boolean(),
  externalNote: localized.nullable(),
  opensOn: day.nullable(),
  opensOnNote: localized.nullable(),
  closesOn: day.nullable(),
  target: finding,
  phases: z.array(phase),
  challenges: z.array(challenge),
  themes: z.array(localized),
  themesSourceId: sourceId.nullable(),
  partners: z.array(partner),
  partnersNote: localized.nullable(),
  applications: z.object({
    received: z.int().nonnegative().nullable(),
    approximate: z.boolean(),
    sourceId: sourceId.nullable(),
    note: localized.nullable(),
  }),
  eligibility: finding,
  selectionCriteria: finding,
  outcomes: finding,
  budget: z.object({ euros: z.int().positive(), sourceId }).nullable(),
  laureates: z.array(laureate),
  laureatesComplete: z.boolean(),
  laureatesNote: localized.nullable(),
  sourceIds: z.array(sourceId).min(1),
})
export type Call = z.infer<typeof call>

/** forecasted, open and closed are the words of CommonGrants 0.4.0; unknown says that no opening date was found. */
export const callStates = ['unknown', 'forecasted', 'open', 'closed'] as const
export type CallState = (typeof callStates)[number]

/** Where a call stands at an instant. Its two instants come from exact times when it has them, from Paris days otherwise. */
export function callState(call: { opensAt: Date | null; closesAt: Date | null }, now: Date): CallState {
  if (call.closesAt !== null && isPast(call.closesAt, now)) return 'closed'
  if (call.opensAt === null) return 'unknown'
  return now < call.opensAt ? 'forecasted' : 'open'
}

/** The instants of a call known by its days: it opens at the first second of a Paris day and closes after the last. */
export function callInstants(call: Pick<Call, 'opensOn' | 'closesOn'>): { opensAt: Date | null; closesAt: Date | null } {
  return {
    opensAt: call.opensOn === null ? null : startOfParisDay(call.opensOn),
    closesAt: call.closesOn === null ? null : endOfParisDay(call.closesOn),
  }
}

const phaseStates = ['unknown', 'to-come', 'under-way', 'over'] as const
export type PhaseState = (typeof phaseStates)[number]

/** Where a phase stands at an instant; unknown when neither of its days was found. */
export function phaseState({ startsOn, endsOn }: Pick<Phase, 'startsOn' | 'endsOn'>, now: Date): PhaseState {
  if (endsOn !== null && isPast(endOfParisDay(endsOn), now)) return 'over'
  if (startsOn === null) return 'unknown'
  return now < startOfParisDay(startsOn) ? 'to-come' : 'under-way'
}

/** The phases under way at an instant, and the one that starts next, by their exact hours; phases without hours are neither. */
export function phasesAt<P extends { startsAt: string | null; endsAt: string | null }>(phases: readonly P[], now: Date): { current: P[]; next: P | null } {
  const dated = phases.flatMap((phase) => (phase.startsAt === null ? [] : [{ phase, starts: new Date(phase.startsAt), ends: phase.endsAt === null ? null : new Date(phase.endsAt) }]))
  const current = dated.filter(({ starts, ends }) => starts <= now && (ends === null || !isPast(ends, now)))
  const [next = null] = dated.filter(({ starts }) => starts > now).toSorted((a, b) => a.starts.getTime() - b.starts.getTime())
  return { current: current.map(({ phase }) => phase), next: next && next.phase }
}
