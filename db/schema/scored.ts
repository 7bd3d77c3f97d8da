import { bigint, jsonb, pgView, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from '#db/schema/roles.ts'
import type { DraftClaim } from '#lib/domain/claim.ts'
import { maturities, regulatoryStates } from '#lib/domain/application.ts'
import type { Scores } from '#lib/domain/evaluation.ts'
import { organisationKinds } from '#lib/domain/organisation.ts'
import type { Answer } from '#lib/domain/question.ts'

const claim = () => jsonb().$type<DraftClaim>()

/** What scorers read through, in place of tables that hold more: the views themselves are in the migrations. */
export const scoredApplication = pgView('scored_application', {
  roundId: uuid().notNull(),
  applicationId: uuid().notNull(),
  callId: uuid().notNull(),
  number: text().notNull(),
  /** Null where the round hides who applies. */
  organisationName: text(),
  formVersionId: uuid().notNull(),
  submittedAt: instant().notNull(),
  solution: text(),
  pitch: text(),
  summary: text(),
  challengeId: uuid(),
  primaryClaim: claim(),
  secondClaim: claim(),
  thirdClaim: claim(),
  evidence: text(),
  maturity: text({ enum: maturities }),
  regulatoryState: text({ enum: regulatoryStates }),
  regulatoryNote: text(),
  team: text(),
  needs: text(),
  /** Read by a jury. */
  budget: bigint({ mode: 'number' }),
  inKind: text(),
  /** The answers to what is asked for scorers, by question. */
  answers: jsonb().$type<Record<string, Answer>>().notNull(),
}).existing()

/** Colleagues' submitted evaluations of what one has submitted one's own of, as far as the round shows them. */
export const colleagueEvaluation = pgView('colleague_evaluation', {
  evaluationId: uuid().notNull(),
  roundId: uuid().notNull(),
  applicationId: uuid().notNull(),
  scorerName: text(),
  partnerKind: text({ enum: organisationKinds }).notNull(),
  scores: jsonb().$type<Scores>().notNull(),
  commentToJury: text(),
  commentToApplicant: text(),
}).existing()
