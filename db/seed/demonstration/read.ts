/**
 * The demonstration as files, checked against the shapes of lib/domain: an invented initiative, four calls, and what
 * invented start-ups wrote for them. Only the ruptures they aim at are real. Days count from the first start.
 */
import { z } from 'zod'
import calls from '#db/seed/demonstration/calls.json' with { type: 'json' }
import accompagnement from '#db/seed/demonstration/demo-accompagnement.json' with { type: 'json' }
import jury from '#db/seed/demonstration/demo-jury.json' with { type: 'json' }
import ouvert from '#db/seed/demonstration/demo-ouvert.json' with { type: 'json' }
import selection from '#db/seed/demonstration/demo-selection.json' with { type: 'json' }
import { type CoreField, coreFields, draftFields } from '#lib/domain/application.ts'
import { draftClaim } from '#lib/domain/claim.ts'
import { initiative } from '#lib/domain/initiative.ts'
import { personas } from '#lib/domain/persona.ts'
import { question } from '#lib/domain/question.ts'
import { slug } from '#lib/domain/slug.ts'

const words = z.strictObject({ fr: z.string().min(1), en: z.string().min(1) })
/** Whole days from the day of the first start in Paris, negative for the past. */
const dayOffset = z.int().min(-400).max(400)

const filedQuestion = z.strictObject({
  kind: question.shape.kind,
  label: words,
  help: words,
  required: z.boolean(),
  audience: question.shape.audience,
  shownIf: z.strictObject({ question: z.string(), is: z.string() }).nullable().default(null),
  options: z.array(z.strictObject({ id: z.string(), label: words })).default([]),
  unit: words.nullable().default(null),
  least: z.number().nullable().default(null),
  most: z.number().nullable().default(null),
  limit: z.int().nullable().default(null),
})
export type FiledQuestion = z.infer<typeof filedQuestion>

const filedCall = z.strictObject({
  slug,
  edition: z.int().positive(),
  title: words,
  target: words,
  opens: dayOffset,
  closes: dayOffset,
  answers: dayOffset,
  staysOpen: z.array(z.enum(coreFields)),
  /** Days after closing. */
  staysOpenDays: z.int().positive(),
  rules: z.array(z.string()),
  questions: z.array(z.string()),
  phases: z.array(z.strictObject({ title: words, from: dayOffset, to: dayOffset })),
  challenges: z.array(z.strictObject({ slug, title: words, description: words, ruptures: z.array(slug).min(1) })).min(4).max(5),
})
export type FiledCall = z.infer<typeof filedCall>

/** Paragraphs one by one, or a text exactly as it was pasted. */
const prose = z.union([z.string(), z.array(z.string()).min(1).transform((paragraphs) => paragraphs.join('\n\n'))])
const filedClaim = draftClaim.omit({ ruptureVersionId: true }).extend({ rupture: slug })

const filedContent = z
  .strictObject({
    solution: z.string(), pitch: z.string(), summary: prose, challenge: slug,
    primaryClaim: filedClaim, secondClaim: filedClaim, thirdClaim: filedClaim,
    evidence: prose, maturity: draftFields.maturity, regulatoryState: draftFields.regulatoryState, regulatoryNote: prose,
    team: prose, needs: prose, budget: draftFields.budget, inKind: prose, links: prose, consent: draftFields.consent,
  } satisfies Record<Exclude<CoreField, 'challengeId'> | 'challenge', z.ZodType>)
  .partial()
export type FiledContent = z.infer<typeof filedContent>
export type FiledClaim = z.infer<typeof filedClaim>

const startUp = z.strictObject({
  name: z.string(),
  /** One of the demonstration's personas, who have a start-up already; everybody else brings their own. */
  persona: z.enum(personas).optional(),
  domain: z.string().endsWith('.example').optional(),
  people: z.array(z.strictObject({ name: z.string(), mailbox: z.string() })).default([]),
  beingCreated: z.boolean().default(false),
  locale: z.enum(['fr', 'en']),
  fate: z.enum(['draft', 'submitted', 'submitted-twice', 'withdrawn']),
  screened: z.discriminatedUnion('eligibility', [z.strictObject({ eligibility: z.literal('eligible') }), z.strictObject({ eligibility: z.literal('ineligible'), motive: z.string() })]).optional(),
  content: filedContent,
  /** By the key of the question. A date is a number of days after the answer. */
  answers: z.record(z.string(), z.union([z.string(), z.array(z.string()), z.number(), z.boolean()])),
  /** What changed before the second deposit. */
  again: filedContent.optional(),
  /** What managers sorted it under. */
  tags: z.array(z.string()).default([]),
  /** Words exchanged, each so many days after closing. */
  messages: z.array(z.strictObject({ side: z.enum(['manager', 'applicant']), day: z.int().positive(), text: z.string() })).default([]),
  /** What a manager asked to correct, open for so many days from now on; `done` is what was written then. */
  correction: z.strictObject({ fields: z.array(z.enum(coreFields)).min(1), days: z.int().positive(), request: z.string(), done: filedContent.optional() }).optional(),
})
export type StartUp = z.infer<typeof startUp>

const filed = z.strictObject({
  initiative: initiative.pick({ slug: true, title: true, summary: true, field: true }),
  whoMayApply: words,
  rules: z.record(z.string(), z.strictObject({ statement: words, reason: words, yesIsEligible: z.boolean() })),
  /** Who takes part: the organisation of a persona, or one that only the files know. */
  partners: z.array(z.union([z.strictObject({ persona: z.enum(personas), role: words }), z.strictObject({ house: z.string(), role: words })])),
  questions: z.record(z.string(), filedQuestion),
  calls: z.array(filedCall.transform((it) => ({ ...it, startUps: startUpsOf(it.slug) }))),
})
export type Demonstration = z.infer<typeof filed>

/** The files, whole. Throws `ZodError` when one is not in shape. */
export function readDemonstration(): Demonstration {
  return filed.parse(calls)
}

function startUpsOf(call: string): StartUp[] {
  const files: Readonly<Record<string, unknown>> = { 'demo-accompagnement': accompagnement, 'demo-jury': jury, 'demo-selection': selection, 'demo-ouvert': ouvert }
  return z.array(startUp).parse(files[call])
}
