/**
 * The programme is the laureate's nine months. Length, mentoring, coaching, connections and four modules of
 * edition 2 are sourced; the calendar and its milestones are our proposal.
 */
import { z } from 'zod'
import { addMonths } from '#lib/domain/day.ts'
import { draftLine, required } from '#lib/domain/form-text.ts'
import { localized } from '#lib/domain/localized.ts'
import { slug } from '#lib/domain/slug.ts'
import { sourceId } from '#lib/domain/source.ts'

export const programmeTemplate = z.object({
  months: z.int().positive(),
  monthsSourceId: sourceId,
  note: localized,
  modules: z.array(
    z.object({ slug, title: localized, sourceId: sourceId.nullable(), isProposal: z.boolean(), note: localized.nullable() }),
  ),
  milestones: z.array(z.object({ month: z.int().nonnegative(), title: localized, isProposal: z.boolean() })),
})
export type ProgrammeTemplate = z.infer<typeof programmeTemplate>

/** The days of a programme; `followUps` are months after the start. */
export type ProgrammeDays = { startsOn: string; months: number; followUps: readonly number[]; stoppedOn: string | null }

/** `upcoming` before its first day, `running` through its months, `follow-up` until the last one asked for, then `over`; `stopped` from the day it was. */
const programmeStates = ['upcoming', 'running', 'follow-up', 'over', 'stopped'] as const
export type ProgrammeState = (typeof programmeStates)[number]

/** Where a programme stands on a Paris day. Its last month ends the day before the anniversary; a follow-up is due on its day. */
export function programmeState(programme: ProgrammeDays, today: string): ProgrammeState {
  const { startsOn, months, stoppedOn } = programme
  if (stoppedOn !== null && today >= stoppedOn) return 'stopped'
  if (today < startsOn) return 'upcoming'
  if (today < addMonths(startsOn, months)) return 'running'
  return today <= lastDay(programme) ? 'follow-up' : 'over'
}

/** The last day on which anything is asked: that of the last follow-up, or the anniversary that ends the programme. */
export function lastDay({ startsOn, months, followUps }: Pick<ProgrammeDays, 'startsOn' | 'months' | 'followUps'>): string {
  return addMonths(startsOn, Math.max(months, ...followUps))
}

/** Whole months since the start: 0 in the first month, negative before it. */
export function programmeMonth(startsOn: string, today: string): number {
  const months = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))
  const near = months(today) - months(startsOn)
  return addMonths(startsOn, near) <= today ? near : near - 1
}

/** Characters allowed in the reason a programme is stopped for. */
export const programmeLimits = { reason: 500 } as const
export const stopInput = z.object({ reason: draftLine.pipe(required(programmeLimits.reason)) })

/** Where whoever sees a programme stands. */
const programmeSides = ['laureate', 'manager', 'mentor'] as const
export type ProgrammeSide = (typeof programmeSides)[number]
