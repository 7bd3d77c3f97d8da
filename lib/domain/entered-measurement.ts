/** A measurement as it comes in, typed into a form or sent by a program: figures as people write them, or as numbers. */
import { typedNumber } from '#lib/domain/call-settings.ts'
import { day } from '#lib/domain/day.ts'
import { draftLine, draftProse, optional, required } from '#lib/domain/form-text.ts'
import { z } from 'zod'

/** Characters allowed, said in advance. */
export const measurementLimits = { method: 300, note: 2_000, reason: 1_000, idempotencyKey: 100 } as const

/** Code: `number`. A number beyond 10¹² is a mistake in the unit. */
const figure = z.union([z.number(), z.string()]).nullish().transform((given, context): number | null => {
  const value = typeof given === 'number' ? given : (typedNumber.safeParse(given).data ?? ((given ?? '').trim() === '' ? null : Number.NaN))
  if (value === null || (Number.isFinite(value) && Math.abs(value) <= 1e12)) return value
  context.issues.push({ code: 'custom', input: given, params: { code: 'number' } })
  return z.NEVER
})

/** Codes: `number`, `not-whole`. */
const whole = figure.refine((value) => value === null || (Number.isInteger(value) && Math.abs(value) <= 1e9), { params: { code: 'not-whole' } })

const words = (limit: number) => draftProse.nullish().pipe(optional(limit))

/** Each field once. Whether the figures make sense is judged when they are submitted; a draft may be unfinished. */
export const enteredMeasurement = z.object({
  periodStart: day,
  periodEnd: day,
  value: figure,
  numerator: whole,
  denominator: whole,
  sd: figure,
  n: whole,
  method: draftLine.nullish().pipe(optional(measurementLimits.method)),
  note: words(measurementLimits.note),
  surpriseReason: words(measurementLimits.reason),
  /** A document of the programme that shows it. */
  fileId: z.union([z.literal('').transform(() => null), z.uuid()]).nullish().transform((id) => id ?? null),
})
export type EnteredMeasurement = z.output<typeof enteredMeasurement>

/** A form's tick, or a program's `true`. */
export const ticked = z.union([z.literal('yes').transform(() => true), z.literal('').transform(() => false), z.boolean()]).nullish().transform((it) => it ?? false)

/** A reason that must be given. Code: `missing`. */
export const givenReason = draftProse.pipe(required(measurementLimits.reason))

/** What names an attempt, so that trying again enters nothing twice. */
export const attemptKey = z.string().regex(/^[\w-]{8,100}$/)
