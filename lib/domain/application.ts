/**
 * The application form: one list of core fields. A draft keeps any part of it, as typed; a submission needs the whole.
 * Columns, inputs, sections, limits and readers are each a record over these keys, so that a forgotten one does not compile.
 */
import { claim, draftClaim } from '#lib/domain/claim.ts'
import { draftLine, draftProse, optional, required } from '#lib/domain/form-text.ts'
import type { Audience } from '#lib/domain/question.ts'
import { z } from 'zod'

/** How far the solution has come. */
export const maturities = ['idea', 'prototype', 'pilot', 'in-use', 'deployed'] as const
export type Maturity = (typeof maturities)[number]

/** Where it stands as a medical device (Regulation (EU) 2017/745, article 51 for the classes). */
export const regulatoryStates = ['not-a-device', 'to-be-determined', 'class-1', 'class-2a', 'class-2b', 'class-3', 'certified'] as const
export type RegulatoryState = (typeof regulatoryStates)[number]

/** Characters allowed at submission, said in advance. */
export const limits = {
  solution: 120, pitch: 200, summary: 3_000, evidence: 3_000, regulatoryNote: 1_000, team: 2_000, needs: 2_000, inKind: 1_500, links: 1_500,
} as const

/** What a submission must hold. */
export const applicationForm = z.object({
  solution: required(limits.solution),
  pitch: required(limits.pitch),
  summary: required(limits.summary),
  challengeId: z.uuid(),
  primaryClaim: claim,
  secondClaim: claim.nullish().transform((it) => it ?? null),
  thirdClaim: claim.nullish().transform((it) => it ?? null),
  evidence: required(limits.evidence),
  maturity: z.enum(maturities),
  regulatoryState: z.enum(regulatoryStates),
  regulatoryNote: optional(limits.regulatoryNote),
  team: required(limits.team),
  needs: required(limits.needs),
  budget: z.int().min(0).max(1_000_000_000).nullish().transform((it) => it ?? null),
  inKind: optional(limits.inKind),
  links: optional(limits.links),
  consent: z.literal(true),
})
export type ApplicationForm = z.infer<typeof applicationForm>
export type CoreField = keyof ApplicationForm

/** What a draft keeps of each field: its type, well formed, within what a column holds; null is nothing yet. */
export const draftFields = {
  solution: draftLine.nullable(),
  pitch: draftLine.nullable(),
  summary: draftProse.nullable(),
  challengeId: z.uuid().nullable(),
  primaryClaim: draftClaim.nullable(),
  secondClaim: draftClaim.nullable(),
  thirdClaim: draftClaim.nullable(),
  evidence: draftProse.nullable(),
  maturity: z.enum(maturities).nullable(),
  regulatoryState: z.enum(regulatoryStates).nullable(),
  regulatoryNote: draftProse.nullable(),
  team: draftProse.nullable(),
  needs: draftProse.nullable(),
  budget: z.int().min(0).max(1_000_000_000).nullable(),
  inKind: draftProse.nullable(),
  links: draftProse.nullable(),
  consent: z.boolean().nullable(),
} satisfies Record<CoreField, z.ZodType>
export type DraftFields = { [Field in CoreField]: z.infer<(typeof draftFields)[Field]> }

export const coreFields = Object.keys(draftFields) as CoreField[]

export const claimFields = ['primaryClaim', 'secondClaim', 'thirdClaim'] as const satisfies CoreField[]

/** The parts of the form in the order they are filled in; the call's own questions come in a part of their own. */
export const sections = ['solution', 'claim', 'proof', 'team', 'questions', 'commitment'] as const
export type Section = (typeof sections)[number]

export const sectionOf: Readonly<Record<CoreField, Section>> = {
  solution: 'solution', pitch: 'solution', summary: 'solution', challengeId: 'solution',
  primaryClaim: 'claim', secondClaim: 'claim', thirdClaim: 'claim',
  evidence: 'proof', maturity: 'proof', regulatoryState: 'proof', regulatoryNote: 'proof',
  team: 'team', needs: 'team', budget: 'team', inKind: 'team',
  links: 'commitment', consent: 'commitment',
}

/** Fields that may stay empty. */
export const optionalFields: ReadonlySet<CoreField> = new Set(['secondClaim', 'thirdClaim', 'regulatoryNote', 'budget', 'inKind', 'links'])

/** Who reads a field of a submitted application besides the applicant. The public reads laureates' only. */
export const readersOf: Readonly<Record<CoreField, Audience>> = {
  solution: 'public', pitch: 'public', summary: 'scorers', challengeId: 'public',
  primaryClaim: 'public', secondClaim: 'public', thirdClaim: 'public',
  evidence: 'scorers', maturity: 'scorers', regulatoryState: 'scorers', regulatoryNote: 'scorers',
  team: 'scorers', needs: 'scorers', budget: 'jury', inKind: 'jury', links: 'managers', consent: 'managers',
}

/** Where screening stands. */
export const eligibilities = ['pending', 'eligible', 'ineligible'] as const
export type Eligibility = (typeof eligibilities)[number]
