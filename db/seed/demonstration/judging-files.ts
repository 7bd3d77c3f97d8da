/** What the demonstration's partners are and write, checked against the shapes of lib/domain. Every person and word is invented. */
import { z } from 'zod'
import judging from '#db/seed/demonstration/judging.json' with { type: 'json' }
import { organisationKinds } from '#lib/domain/organisation.ts'

const words = z.strictObject({ fr: z.string().min(1), en: z.string().min(1) })
const texts = z.array(z.string().min(1)).min(1)
const byLevel = z.strictObject({ high: texts, middle: texts, low: texts })
const stage = z.strictObject({ name: words, guidance: words })

const filedJudging = z.strictObject({
  houses: z.array(z.strictObject({ key: z.string(), name: z.string(), kind: z.enum(organisationKinds), domain: z.string().endsWith('.example'), people: z.array(z.strictObject({ name: z.string(), mailbox: z.string() })).min(1) })),
  committee: stage,
  jury: stage,
  toApplicant: z.strictObject({ fr: byLevel, en: byLevel }),
  toJury: byLevel,
  notes: texts,
  motives: z.strictObject({ fr: texts, en: texts }),
  juryText: words,
})
export type Judging = z.infer<typeof filedJudging>
export type Level = keyof Judging['toJury']

/** The file, whole. Throws `ZodError` when it is not in shape. */
export function readJudging(): Judging {
  return filedJudging.parse(judging)
}
