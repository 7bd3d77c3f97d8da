/**
 * What a manager settles of a call before it is published, part by part, as it comes from the screen: texts in both
 * languages, Paris times as a clock shows them, rows left blank. Each part is saved whole; see `publishing.ts` for what
 * a call needs to be published.
 */
import { type CoreField, coreFields } from '#lib/domain/application.ts'
import { isPast, parseParisTime } from '#lib/domain/calendar.ts'
import { draftLine, draftProse, required } from '#lib/domain/form-text.ts'
import type { Localized } from '#lib/domain/localized.ts'
import { organisationKinds } from '#lib/domain/organisation.ts'
import { lengthOf } from '#lib/domain/plain-text.ts'
import { slug } from '#lib/domain/slug.ts'
import { z } from 'zod'

/** Parts of a call's settings, in the order they are settled. */
export const callParts = ['presentation', 'calendar', 'challenges', 'partners', 'eligibility', 'freeze', 'form', 'rubric'] as const
export type CallPart = (typeof callParts)[number]

/** Characters allowed, said in advance. */
export const settingLimits = {
  slug: 40, title: 160, target: 1_000, phase: 120, note: 500, challenge: 300, description: 2_000, role: 300,
  statement: 400, reason: 600, whoMayApply: 1_500, criterion: 160, anchor: 400, guidance: 1_500,
} as const

/** How many rows a part may hold. */
export const mostRows = { phases: 20, challenges: 20, partners: 60, rules: 30, criteria: 15 } as const

/** One line in both languages; English may wait. Codes at `fr`: `missing`, `over-limit`. */
export function line(limit: number) {
  return z.object({ fr: draftLine.pipe(required(limit)), en: mayBeEmpty(draftLine, limit).optional() }).transform(({ fr, en }) => worded(fr, en))
}

/** Paragraphs in both languages, or nothing. Code at `fr`: `missing` when there is English only. */
export function paragraphs(limit: number) {
  return z
    .object({ fr: mayBeEmpty(draftProse, limit), en: mayBeEmpty(draftProse, limit).optional() })
    .refine(({ fr, en }) => fr !== null || !en, { path: ['fr'], params: { code: 'missing' } })
    .nullish()
    .transform((given) => (given?.fr ? worded(given.fr, given.en) : null))
}

function mayBeEmpty(text: z.ZodType<string, string>, limit: number) {
  return text.transform((given) => given.trim()).refine((given) => lengthOf(given) <= limit, { params: { code: 'over-limit' } }).transform((given) => given || null)
}

function worded(fr: string, en: string | null | undefined): Localized {
  return en ? { fr, en } : { fr }
}

/** A clock in Paris, "2027-03-28T17:00", as an instant; '' is none yet. Codes: `not-a-time`, `does-not-exist`, `exists-twice`. */
export const parisClock = z.string().trim().nullish().transform((text, context): Date | null => {
  if (!text) return null
  const parsed = parseParisTime(text)
  if (parsed.ok) return parsed.instant
  context.issues.push({ code: 'custom', input: text, params: { code: parsed.reason } })
  return z.NEVER
})

/** The same where there must be one. Code: `missing`. */
export const givenParisClock = parisClock.refine((instant) => instant !== null, { params: { code: 'missing' } }).transform((instant) => instant as Date)

const dayOrNone = z.union([z.literal('').transform(() => null), z.iso.date()]).nullish().transform((day) => day ?? null)

/** A number as people type it, "12,5" or "1 000"; '' is none. Code: `number`. */
export const typedNumber = z.union([z.number(), z.string()]).nullish().transform((typed, context): number | null => {
  const text = String(typed ?? '').replace(/[\s\u00A0\u202F]/gu, '').replace(',', '.')
  if (text === '') return null
  const value = /^-?\d{1,12}(?:\.\d{1,6})?$/.test(text) ? Number(text) : Number.NaN
  if (Number.isFinite(value)) return value
  context.issues.push({ code: 'custom', input: text, params: { code: 'number' } })
  return z.NEVER
})

/**
 * Rows as they stand on the screen: those left blank come as null and are left out, the others keep their place for
 * faults. A row that is given another `rank` goes there, before or after the one that has it.
 */
export function rows<S extends z.ZodRawShape>(shape: S, most: number) {
  const row = z.object({ ...shape, rank: typedNumber })
  return z
    .array(row.nullable())
    .max(most + 10)
    .refine((all) => all.filter((each) => each !== null).length <= most, { params: { code: 'too-many-rows' } })
    .transform((all) => inRank(all.filter((each) => each !== null) as { rank: number | null }[]).map(({ rank: _rank, ...rest }) => rest) as z.output<z.ZodObject<S>>[])
}

/** The rows in the order their ranks ask for, counted from 1; one without a rank, or with its own, stays where it is. */
export function inRank<T extends { rank: number | null }>(all: readonly T[]): T[] {
  const wanted = all.map((row, index) => {
    const place = index + 1
    const rank = row.rank ?? place
    return { row, at: rank + Math.sign(rank - place) / 2 }
  })
  return wanted.sort((a, b) => a.at - b.at).map(({ row }) => row)
}

export const known = { id: z.uuid().nullish().transform((id) => id ?? null) }

/** The address of a call, for good: it starts the number of each application. Code: `reserved`. */
const callSlug = slug.max(settingLimits.slug).refine((name) => name !== 'new', { params: { code: 'reserved' } })

export const newCall = z.object({ initiative: slug, title: line(settingLimits.title), slug: callSlug })

export const presentation = z.object({
  title: line(settingLimits.title),
  edition: typedNumber.pipe(z.int().min(1).max(999).nullable()),
  target: paragraphs(settingLimits.target),
})

const phaseRow = z.object({ ...known, title: line(settingLimits.phase), startsAt: parisClock, endsAt: parisClock, note: paragraphs(settingLimits.note) })

/** Opening, closing, the day of the answer and the phases between. Codes: `not-after-opening`, `answer-before-closing`, `ends-before-start`, `missing`. */
export const calendar = z
  .object({ opensAt: parisClock, closesAt: parisClock, answerOn: dayOrNone, phases: z.array(phaseRow.nullable()).max(mostRows.phases + 10) })
  .check(({ value: { opensAt, closesAt, answerOn, phases }, issues }) => {
    const fault = (path: (string | number)[], code: string) => issues.push({ code: 'custom', path, input: null, params: { code } })
    if (opensAt && closesAt && closesAt <= opensAt) fault(['closesAt'], 'not-after-opening')
    if (closesAt && answerOn && answersTooEarly(answerOn, closesAt)) fault(['answerOn'], 'answer-before-closing')
    phases.forEach((phase, index) => {
      if (phase?.endsAt && !phase.startsAt) fault(['phases', index, 'startsAt'], 'missing')
      if (phase?.startsAt && phase.endsAt && phase.endsAt <= phase.startsAt) fault(['phases', index, 'endsAt'], 'ends-before-start')
    })
    if (phases.filter(Boolean).length > mostRows.phases) fault(['phases'], 'too-many-rows')
  })
  .transform(({ phases, ...rest }) => ({ ...rest, phases: phases.filter((phase) => phase !== null).sort(byStart) }))
export type Calendar = z.output<typeof calendar>

/** Undated phases come last; those that start together stay as they were. */
function byStart(a: { startsAt: Date | null }, b: { startsAt: Date | null }): number {
  return (a.startsAt?.getTime() ?? Infinity) - (b.startsAt?.getTime() ?? Infinity) || 0
}

type Period = { startsAt: Date | null; endsAt: Date | null }
type CallDates = { opensAt: Date | null; closesAt: Date | null }

/** Phases that begin or end to the second with the call follow it when its dates move, unless that would turn them round. */
export function followCall<P extends Period>(phases: readonly P[], before: CallDates, after: CallDates): P[] {
  const moved = (at: Date | null, from: Date | null, to: Date | null) => (at !== null && from !== null && to !== null && isSameSecond(at, from) ? to : at)
  return phases.map((phase) => {
    const [startsAt, endsAt] = [moved(phase.startsAt, before.opensAt, after.opensAt), moved(phase.endsAt, before.closesAt, after.closesAt)]
    return startsAt !== null && endsAt !== null && endsAt <= startsAt ? phase : Object.assign({}, phase, { startsAt, endsAt })
  })
}

/** A screen knows whole seconds; the database may know more. */
export function isSameSecond(a: Date | null, b: Date | null): boolean {
  return (a && Math.floor(a.getTime() / 1000)) === (b && Math.floor(b.getTime() / 1000))
}

/** True when the day of the answer, to its last second in Paris, is over before the call has closed. */
export function answersTooEarly(answerOn: string, closesAt: Date): boolean {
  const end = parseParisTime(`${answerOn}T23:59:59`)
  return end.ok && end.instant < closesAt
}

export const challenges = z.object({
  challenges: rows({ ...known, title: line(settingLimits.challenge), description: paragraphs(settingLimits.description), ruptureIds: z.array(z.uuid()).max(40) }, mostRows.challenges),
})

export const partners = z.object({
  partners: rows({ organisationId: z.uuid(), role: line(settingLimits.role) }, mostRows.partners)
    .refine((all) => new Set(all.map(({ organisationId }) => organisationId)).size === all.length, { params: { code: 'repeated' } }),
})

/** Kinds of organisations a call may be meant for: whoever runs it does not apply. */
export const applicantKinds = organisationKinds.filter((kind) => kind !== 'operator')

export const eligibility = z.object({
  rules: rows({ ...known, statement: line(settingLimits.statement), reason: line(settingLimits.reason), yesIsEligible: z.boolean() }, mostRows.rules),
  whoMayApply: paragraphs(settingLimits.whoMayApply),
  applicantKinds: z.array(z.enum(applicantKinds)).max(applicantKinds.length),
})

/** Core fields that may be left open after the deadline: all but the consent, which is given once. */
export const freezableFields: readonly CoreField[] = coreFields.filter((field) => field !== 'consent')

export const freeze = z
  .object({ staysOpen: z.array(z.enum(coreFields)).refine((fields) => fields.every((field) => freezableFields.includes(field)), { params: { code: 'unfit' } }), staysOpenUntil: parisClock })
  .refine(({ staysOpen, staysOpenUntil }) => staysOpen.length === 0 || staysOpenUntil !== null, { path: ['staysOpenUntil'], params: { code: 'missing' } })
  .transform(({ staysOpen, staysOpenUntil }) => ({ staysOpen: [...new Set(staysOpen)], staysOpenUntil: staysOpen.length === 0 ? null : staysOpenUntil }))

const weight = typedNumber.refine((value) => value !== null, { params: { code: 'missing' } }).refine((value) => value === null || (value > 0 && value <= 100), { params: { code: 'weight' } }).transform((value) => value ?? 0)

export const rubric = z.object({
  criteria: rows({ ...known, name: line(settingLimits.criterion), weight, anchors: z.array(line(settingLimits.anchor)).length(5), guidance: paragraphs(settingLimits.guidance) }, mostRows.criteria),
})

/** Weights are percentages: they add up to a hundred, within what a sum of decimals loses. */
export function weightsAddUp(weights: readonly number[]): boolean {
  return Math.abs(totalWeight(weights) - 100) < 1e-6
}

export function totalWeight(weights: readonly number[]): number {
  return Math.round(weights.reduce((sum, weight) => sum + weight, 0) * 1e6) / 1e6
}

/**
 * After publication applicants rely on what they read: who may apply and how they are judged are settled once the call
 * opens, challenges, questions and what stays open once it closes. Dates still to come and words about the call may change.
 */
const settledAt: Readonly<Record<CallPart, 'opening' | 'closing' | null>> = {
  presentation: null, calendar: null, challenges: 'closing', partners: null, eligibility: 'opening', freeze: 'closing', form: 'closing', rubric: 'opening',
}

/** When a part has stopped being changeable, or null while it still may be changed. */
export function settledBy(part: CallPart, { publishedAt, opensAt, closesAt }: { publishedAt: Date | null; opensAt: Date | null; closesAt: Date | null }, now: Date): 'opening' | 'closing' | null {
  if (publishedAt === null) return null
  if (settledAt[part] === 'opening') return opensAt !== null && now >= opensAt ? 'opening' : null
  return settledAt[part] === 'closing' && closesAt !== null && isPast(closesAt, now) ? 'closing' : null
}
