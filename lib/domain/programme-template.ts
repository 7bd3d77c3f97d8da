/**
 * What managers settle of a call's programme, as it comes from the screen: how long, which modules, which milestones in
 * which month, when outcomes are asked for again, and from which day.
 */
import { line, rows, typedNumber } from '#lib/domain/call-settings.ts'
import type { Localized } from '#lib/domain/localized.ts'
import type { ProgrammeTemplate } from '#lib/domain/programme.ts'
import { freshSlug } from '#lib/domain/slug.ts'
import { z } from 'zod'

/** Characters allowed in a title, months a programme and its follow-up may last, rows each list may hold. */
export const templateLimits = { title: 200, months: 36, followUp: 60, modules: 20, milestones: 30, followUps: 6 } as const


/** Which row of what was there it is, counted from 0; null for a new one. */
const was = z.string().nullish().transform((text) => (text && /^\d{1,2}$/.test(text) ? Number(text) : null))
const wholeWithin = (least: number, most: number) => typedNumber.refine((value) => value !== null && Number.isInteger(value) && value >= least && value <= most, { params: { code: 'out-of-bounds' } }).transform(Number)

/** "12, 24": months after the start, each once, in order. Code: `out-of-bounds`. */
const followUps = z.string().transform((text, context): number[] => {
  const months = [...new Set(text.split(/[\s,;]+/).filter(Boolean).map(Number))].sort((a, b) => a - b)
  if (months.length <= templateLimits.followUps && months.every((month) => Number.isInteger(month) && month > 0 && month <= templateLimits.followUp)) return months
  context.issues.push({ code: 'custom', input: text, params: { code: 'out-of-bounds' } })
  return z.NEVER
})

/** Codes: at `months` `beyond-end`, for a milestone after the last follow-up; at `followUps` `before-end`; otherwise those of texts and numbers. */
export const templateInput = z
  .object({
    months: wholeWithin(1, templateLimits.months),
    modules: rows({ was, title: line(templateLimits.title) }, templateLimits.modules),
    milestones: rows({ was, title: line(templateLimits.title), month: wholeWithin(0, templateLimits.followUp) }, templateLimits.milestones),
    followUps,
    startsOn: z.union([z.literal('').transform(() => null), z.iso.date()]).nullish().transform((day) => day ?? null),
  })
  .check(({ value: { months, milestones, followUps: later }, issues }) => {
    if (milestones.some(({ month }) => month > Math.max(months, ...later))) issues.push({ code: 'custom', path: ['months'], input: months, params: { code: 'beyond-end' } })
    if (later.some((month) => month <= months)) issues.push({ code: 'custom', path: ['followUps'], input: later, params: { code: 'before-end' } })
  })
export type TemplateInput = z.output<typeof templateInput>

type Kept = Pick<ProgrammeTemplate, 'modules' | 'milestones'>

/**
 * What is kept: modules in their order, milestones by month. A row whose words and month nobody touched keeps its source
 * or its mark as a proposal; one that was changed or added is the managers' own, and has neither.
 */
export function markedAsBefore(before: Kept, { modules, milestones }: Pick<TemplateInput, 'modules' | 'milestones'>): Kept {
  const taken = new Set<string>()
  return {
    modules: modules.map(({ was: at, title }) => {
      const old = before.modules.find(({ slug }, index) => index === at && !taken.has(slug))
      const its = old && sameWords(old.title, title) ? old : { slug: old?.slug ?? freshSlug(title.fr, new Set([...taken, ...before.modules.map(({ slug }) => slug)]), 'module'), title, sourceId: null, isProposal: false, note: null }
      taken.add(its.slug)
      return its
    }),
    milestones: milestones
      .map(({ was: at, title, month }) => {
        const old = at === null ? undefined : before.milestones[at]
        return { month, title, isProposal: old !== undefined && old.month === month && sameWords(old.title, title) && old.isProposal }
      })
      .sort((a, b) => a.month - b.month),
  }
}

function sameWords(a: Localized, b: Localized): boolean {
  return a.fr === b.fr && (a.en ?? '') === (b.en ?? '')
}
