/** A commitment is what a partner promised: mentoring hours, an experimentation site, data, introductions. What it gave is counted beside. */
import { typedNumber } from '#lib/domain/call-settings.ts'
import { daysBetween } from '#lib/domain/day.ts'
import { draftLine, draftProse, required } from '#lib/domain/form-text.ts'
import { lengthOf } from '#lib/domain/plain-text.ts'
import { z } from 'zod'

export const commitmentKinds = ['mentoring', 'site', 'data', 'introduction', 'expertise', 'other'] as const
export type CommitmentKind = (typeof commitmentKinds)[number]

export const commitmentStates = ['promised', 'under-way', 'kept', 'unmet', 'withdrawn'] as const
export type CommitmentState = (typeof commitmentStates)[number]

/** Characters allowed. */
export const commitmentLimits = { title: 200, owner: 120, unit: 40, note: 500 } as const

const optional = (text: z.ZodType<string, string>, limit: number) =>
  text.nullish().transform((given) => given?.trim() || null).refine((given) => given === null || lengthOf(given) <= limit, { params: { code: 'over-limit' } })
const amount = typedNumber.refine((value) => value !== null && value > 0, { params: { code: 'positive' } }).transform(Number)
const orNone = <T extends z.ZodType>(schema: T) => z.union([z.literal('').transform(() => null), schema]).nullish().transform((value) => (value ?? null) as z.output<T> | null)

/** What is recorded of a commitment. Codes: `positive` for the amount, and those of texts and days. */
export const commitmentInput = z.object({
  kind: z.enum(commitmentKinds),
  title: draftLine.pipe(required(commitmentLimits.title)),
  ownerName: optional(draftLine, commitmentLimits.owner),
  amount,
  unit: draftLine.pipe(required(commitmentLimits.unit)),
  programmeId: orNone(z.uuid()),
  dueOn: orNone(z.iso.date()),
})
/** A part given. A negative amount takes back what was recorded by mistake. Code: `not-zero`. */
export const deliveryInput = z.object({
  amount: typedNumber.refine((value) => value !== null && value !== 0, { params: { code: 'not-zero' } }).transform(Number),
  deliveredOn: z.iso.date(),
  note: optional(draftLine, commitmentLimits.note),
})
/** What a partner says of how far it is, when it is not a delivery that says it. A commitment that will not be kept says why. Code: `missing`. */
export const commitmentReport = z
  .object({ state: z.enum(['promised', 'under-way', 'unmet']), note: optional(draftProse, commitmentLimits.note) })
  .refine(({ state, note }) => state !== 'unmet' || note !== null, { path: ['note'], params: { code: 'missing' } })
export const withdrawalInput = z.object({ reason: draftLine.pipe(required(commitmentLimits.note)) })

/** Smallest part of an amount that counts: sums of hours in binary fractions miss by less. */
const crumb = 1e-9

/** Where what was given puts a commitment; withdrawn it stays, and unmet too until it is given whole. */
export function stateOfGiven(before: CommitmentState, given: number, promised: number): CommitmentState {
  if (before === 'withdrawn') return before
  if (given >= promised - crumb) return 'kept'
  if (before === 'unmet') return before
  return given > crumb ? 'under-way' : 'promised'
}

/** How much is still to be given, never less than nothing; sums such as 0.1 + 0.2 leave no crumb. */
export function leftOf(given: number, promised: number): number {
  const left = promised - given
  return left > crumb ? Number(left.toPrecision(12)) : 0
}

type Standing = { state: CommitmentState; dueOn: string | null }

/** Days since a commitment was due and was neither kept nor withdrawn; 0 on its day, before, and without a day. */
export function overdueDays({ state, dueOn }: Standing, today: string): number {
  return dueOn === null || state === 'kept' || state === 'withdrawn' ? 0 : Math.max(0, daysBetween(dueOn, today))
}

/** What waits for somebody comes first, by day: then what has no day, then what is settled. */
export function byUrgency(a: Standing, b: Standing): number {
  const settled = ({ state }: Standing) => Number(state === 'kept' || state === 'withdrawn')
  return settled(a) - settled(b) || (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999')
}
