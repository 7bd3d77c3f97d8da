/** What a manager asks an applicant to correct: chosen fields, why, and until when they are reopened. */
import { freezableFields, givenParisClock } from '#lib/domain/call-settings.ts'
import { answerName } from '#lib/domain/field-name.ts'
import { draftProse, required } from '#lib/domain/form-text.ts'
import type { Question } from '#lib/domain/question.ts'
import { z } from 'zod'

/** Characters of a request, and days it may leave fields open, said in advance. */
export const correctionLimits = { request: 2_000, days: 92 } as const

export const correctionForm = z.object({
  fields: z.array(z.string().max(60)).max(300).refine((fields) => fields.length > 0, { params: { code: 'none-chosen' } }).transform((fields) => [...new Set(fields)]),
  request: draftProse.pipe(required(correctionLimits.request)),
  until: givenParisClock,
})

/** The fields of a form that can be reopened: all but the consent, which is given once. */
export function reopenableFields(questions: readonly Pick<Question, 'id'>[]): string[] {
  return [...freezableFields, ...questions.map(({ id }) => answerName(id))]
}
