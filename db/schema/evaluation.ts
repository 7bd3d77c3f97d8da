import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, pgPolicy, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { application } from '#db/schema/application.ts'
import { actor, actorManages, actorRounds, createdAt, id, instant, notWalledOff, portalApp } from '#db/schema/roles.ts'
import { round } from '#db/schema/round.ts'
import { abstentions, type Scores } from '#lib/domain/evaluation.ts'
import { rankingUses } from '#lib/domain/round.ts'

/** Managers of a round they do not score in. */
const managesRound = sql`${actorManages} and round_id <> all ((select portal.actor_rounds())::uuid[])`

/** One scorer given one application in a round. Taken back, it stays in the history. */
export const assignment = pgTable(
  'assignment',
  {
    id: id(),
    roundId: uuid().notNull().references(() => round.id, { onDelete: 'cascade' }),
    applicationId: uuid().notNull().references(() => application.id, { onDelete: 'cascade' }),
    personId: uuid().notNull(),
    origin: text({ enum: ['solved', 'hand'] }).notNull(),
    assignedBy: uuid(),
    assignedAt: createdAt(),
    withdrawnBy: uuid(),
    withdrawnAt: instant(),
    /** The first save of its evaluation: started work is never moved by the solver. */
    startedAt: instant(),
    abstainedAt: instant(),
    abstention: text({ enum: abstentions }),
    abstentionNote: text(),
  },
  (table) => [
    uniqueIndex('assignment_once').on(table.roundId, table.applicationId, table.personId).where(sql`withdrawn_at is null`),
    index().on(table.personId),
    index().on(table.applicationId),
    pgPolicy('assignment_read', { for: 'select', to: portalApp, using: sql`((${managesRound}) or (person_id = ${actor} and withdrawn_at is null and round_id = ${actorRounds})) and ${notWalledOff('application_id')}` }),
    pgPolicy('assignment_shape', { for: 'all', to: portalApp, using: sql`${managesRound} and ${notWalledOff('application_id')}`, withCheck: sql`${managesRound}` }),
    pgPolicy('assignment_work', { for: 'update', to: portalApp, using: sql`person_id = ${actor} and withdrawn_at is null and ${notWalledOff('application_id')}`, withCheck: sql`person_id = ${actor}` }),
  ],
)

/** What the solver proposed for a round, and what it rests on: applied only while that still is so. Pairs are application, scorer. */
export const assignmentProposal = pgTable(
  'assignment_proposal',
  {
    id: id(),
    roundId: uuid().notNull().references(() => round.id, { onDelete: 'cascade' }),
    /** SHA-256 of the question put to the solver. */
    basis: text().notNull(),
    question: jsonb().$type<Record<string, unknown>>().notNull(),
    pairs: jsonb().$type<[string, string][]>().notNull(),
    report: jsonb().$type<Record<string, unknown>>().notNull(),
    madeBy: uuid(),
    madeAt: createdAt(),
    appliedAt: instant(),
    appliedBy: uuid(),
  },
  (table) => [
    index().on(table.roundId, table.madeAt),
    pgPolicy('assignment_proposal_shape', { for: 'all', to: portalApp, using: managesRound, withCheck: managesRound }),
  ],
)

/**
 * What one scorer writes of one application, under the assignment's own identifier. Its author's alone until submitted;
 * then managers read it, and colleagues through `colleague_evaluation` once theirs is submitted too.
 */
export const evaluation = pgTable(
  'evaluation',
  {
    id: uuid().primaryKey().references(() => assignment.id, { onDelete: 'cascade' }),
    roundId: uuid().notNull().references(() => round.id, { onDelete: 'cascade' }),
    applicationId: uuid().notNull().references(() => application.id, { onDelete: 'cascade' }),
    personId: uuid().notNull(),
    version: integer().notNull().default(0),
    savedAt: createdAt(),
    scores: jsonb().$type<Scores>().notNull().default({}),
    commentToApplicant: text(),
    commentToJury: text(),
    submittedAt: instant(),
    /** How many times it was submitted. */
    sequence: integer().notNull().default(0),
    reopenedAt: instant(),
    reopenedBy: uuid(),
    reopenReason: text(),
  },
  (table) => [
    index('evaluation_by_application').on(table.roundId, table.applicationId),
    index().on(table.personId),
    pgPolicy('evaluation_read', { for: 'select', to: portalApp, using: sql`(person_id = ${actor} or (${managesRound} and submitted_at is not null)) and ${notWalledOff('application_id')}` }),
    pgPolicy('evaluation_begin', { for: 'insert', to: portalApp, withCheck: sql`${managesRound} and version = 0 and submitted_at is null` }),
    pgPolicy('evaluation_write', { for: 'update', to: portalApp, using: sql`person_id = ${actor} and ${notWalledOff('application_id')}`, withCheck: sql`person_id = ${actor}` }),
    pgPolicy('evaluation_reopen', { for: 'update', to: portalApp, using: sql`${managesRound} and submitted_at is not null and ${notWalledOff('application_id')}`, withCheck: sql`reopened_by = ${actor}` }),
  ],
)

const ofOwnEvaluation = sql`evaluation_id in (select id from evaluation where person_id = ${actor})`

/** One save of an evaluation: which fields, by whom. An idempotency key answered once is answered the same again. */
export const evaluationRevision = pgTable(
  'evaluation_revision',
  {
    evaluationId: uuid().notNull().references(() => evaluation.id, { onDelete: 'cascade' }),
    version: integer().notNull(),
    fields: text().array().notNull(),
    savedBy: uuid(),
    savedAt: createdAt(),
    idempotencyKey: text().notNull(),
    sha256: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.evaluationId, table.version] }),
    unique('evaluation_revision_key').on(table.evaluationId, table.idempotencyKey),
    pgPolicy('evaluation_revision_read', { for: 'select', to: portalApp, using: ofOwnEvaluation }),
    pgPolicy('evaluation_revision_write', { for: 'insert', to: portalApp, withCheck: sql`saved_by = ${actor} and ${ofOwnEvaluation}` }),
  ],
)

/** What was submitted, each time, as canonical JSON with its SHA-256. Never changed. */
export const evaluationSubmission = pgTable(
  'evaluation_submission',
  {
    evaluationId: uuid().notNull().references(() => evaluation.id, { onDelete: 'cascade' }),
    sequence: integer().notNull(),
    submittedAt: instant().notNull(),
    content: text().notNull(),
    sha256: text().notNull(),
    idempotencyKey: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.evaluationId, table.sequence] }),
    unique('evaluation_submission_key').on(table.evaluationId, table.idempotencyKey),
    pgPolicy('evaluation_submission_read', { for: 'select', to: portalApp, using: sql`evaluation_id in (select id from evaluation)` }),
    pgPolicy('evaluation_submission_write', { for: 'insert', to: portalApp, withCheck: ofOwnEvaluation }),
  ],
)

/**
 * A ranking as it was read when something was decided by it: what went in and what came out. Never changed. It holds
 * all scores of its round: nobody's to read whom a link walls off from one of its applications.
 */
export const ranking = pgTable(
  'ranking',
  {
    id: id(),
    roundId: uuid().notNull().references(() => round.id, { onDelete: 'cascade' }),
    usedFor: text({ enum: rankingUses }).notNull(),
    algorithm: text().notNull(),
    /** Canonical JSON of algorithm, input and result, as lib/domain/frozen-ranking.ts writes it; its SHA-256 is over UTF-8. */
    text: text().notNull(),
    sha256: text().notNull(),
    /** False while the evaluations of all applications are not in. */
    complete: boolean().notNull(),
    madeBy: uuid(),
    madeAt: createdAt(),
  },
  (table) => [
    index().on(table.roundId),
    check('ranking_has_its_digest', sql`sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex')`),
    pgPolicy('ranking_read', { for: 'select', to: portalApp, using: sql`${managesRound} and not portal.walled_off_in(round_id)` }),
    pgPolicy('ranking_freeze', { for: 'insert', to: portalApp, withCheck: sql`${managesRound} and made_by = ${actor}` }),
  ],
)
