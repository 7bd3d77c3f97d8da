import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, pgPolicy, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { application } from '#db/schema/application.ts'
import { call } from '#db/schema/call.ts'
import { actor, actorManages, actorRounds, createdAt, id, instant, notWalledOff, portalApp } from '#db/schema/roles.ts'
import type { Localized } from '#lib/domain/localized.ts'
import { organisationKinds } from '#lib/domain/organisation.ts'
import { aggregates, criterionAudiences, nameRules, notApplicableRules, roundKinds, shownAfterOwn } from '#lib/domain/round.ts'
import { stageSlugs } from '#lib/domain/stage.ts'
import type { TieKey } from '#lib/domain/tie-rule.ts'

const words = () => jsonb().$type<Localized>()

/** Managers shape what is of a round. Those it concerns read it; the rules are public once the round opened. */
export const shapedByRoundManagers = (name: string) => pgPolicy(`${name}_shape`, { for: 'all', to: portalApp, using: sql`${actorManages}`, withCheck: sql`${actorManages}` })

/** A tour of judging of a call. Its rules lock when scoring opens: the guard holds them. */
export const round = pgTable(
  'round',
  {
    id: id(),
    callId: uuid().notNull().references(() => call.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    kind: text({ enum: roundKinds }).notNull(),
    name: words().notNull(),
    guidance: words(),
    evaluationsPerApplication: integer().notNull(),
    applicationsPerScorer: integer().notNull(),
    applicantNames: text({ enum: nameRules }).notNull().default('shown'),
    scorerNames: text({ enum: nameRules }).notNull().default('shown'),
    shownAfterOwn: text({ enum: shownAfterOwn }).notNull().default('everything'),
    aggregate: text({ enum: aggregates }).notNull().default('mean'),
    notApplicable: text({ enum: notApplicableRules }).notNull().default('spread-weights'),
    tieRule: text().array().$type<TieKey[]>().notNull().default([]),
    quorum: integer().notNull(),
    /** How many applications the round may retain: the cut. */
    places: integer().notNull(),
    /** Announced: by when links are declared and evaluations given. */
    declareBy: instant(),
    dueAt: instant(),
    declaringAt: instant(),
    openedAt: instant(),
    closedAt: instant(),
    version: integer().notNull().default(0),
    createdBy: uuid(),
    createdAt: createdAt(),
  },
  (table) => [
    unique('round_position').on(table.callId, table.position),
    check('round_size', sql`evaluations_per_application between 1 and 10 and applications_per_scorer between 1 and 500 and quorum between 1 and 50 and places between 1 and 500`),
    check('round_not_applicable', sql`not_applicable in ('spread-weights', 'by-criterion')`),
    check('round_in_order', sql`(opened_at is null or declaring_at is not null) and (closed_at is null or opened_at is not null)`),
    pgPolicy('round_read', { for: 'select', to: portalApp, using: sql`${actorManages} or id = ${actorRounds} or (opened_at is not null and call_id in (select id from call where published_at is not null))` }),
    shapedByRoundManagers('round'),
  ],
)

const ofSeenRound = sql`round_id in (select id from round)`

/** A line of the round's grid. Whole points, so that totals and ties are exact. */
export const roundCriterion = pgTable(
  'round_criterion',
  {
    id: id(),
    roundId: uuid().notNull().references(() => round.id, { onDelete: 'cascade' }),
    slug: text().notNull(),
    position: integer().notNull(),
    name: words().notNull(),
    weight: integer().notNull(),
    /** From 1 to 5. */
    anchors: jsonb().$type<Localized[]>().notNull(),
    guidance: words(),
    mayBeNotApplicable: boolean().notNull().default(false),
    putTo: text({ enum: criterionAudiences }).notNull().default('everyone'),
  },
  (table) => [
    unique().on(table.roundId, table.slug),
    check('round_criterion_weight', sql`weight between 1 and 100`),
    pgPolicy('round_criterion_read', { for: 'select', to: portalApp, using: ofSeenRound }),
    shapedByRoundManagers('round_criterion'),
  ],
)

/** Somebody who scores in a round, for the organisation they sit in. Never a manager: whoever sees all scores gives none. */
export const scorer = pgTable(
  'scorer',
  {
    id: id(),
    roundId: uuid().notNull().references(() => round.id, { onDelete: 'cascade' }),
    personId: uuid().notNull(),
    organisationId: uuid().notNull(),
    partnerKind: text({ enum: organisationKinds }).notNull(),
    /** As managers read them: they see no account. */
    name: text().notNull(),
    email: text().notNull(),
    livedExperience: boolean().notNull().default(false),
    clinical: boolean().notNull().default(false),
    /** Leads the jury's meeting. */
    chair: boolean().notNull().default(false),
    cap: integer().notNull(),
    stages: text({ enum: stageSlugs }).array().notNull().default([]),
    /** What they know, by the ruptures' lasting identifiers. */
    ruptureIds: uuid().array().notNull().default([]),
    addedBy: uuid(),
    addedAt: createdAt(),
    /** The pass over all names is done: contents may be shown. */
    declaredAt: instant(),
    removedAt: instant(),
  },
  (table) => [
    unique('scorer_once').on(table.roundId, table.personId),
    index().on(table.personId),
    index().on(table.organisationId),
    check('scorer_cap', sql`cap between 0 and 500`),
    pgPolicy('scorer_read', { for: 'select', to: portalApp, using: sql`${actorManages} or person_id = ${actor}` }),
    shapedByRoundManagers('scorer'),
    pgPolicy('scorer_declare', { for: 'update', to: portalApp, using: sql`person_id = ${actor} and removed_at is null`, withCheck: sql`person_id = ${actor}` }),
  ],
)

/** An application judged in a round: the eligible ones in a committee, the shortlisted ones before a jury. */
export const roundApplication = pgTable(
  'round_application',
  {
    roundId: uuid().notNull().references(() => round.id, { onDelete: 'cascade' }),
    applicationId: uuid().notNull().references(() => application.id, { onDelete: 'cascade' }),
    addedBy: uuid(),
    addedAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.roundId, table.applicationId] }),
    index().on(table.applicationId),
    pgPolicy('round_application_read', { for: 'select', to: portalApp, using: sql`(${actorManages} or round_id = ${actorRounds}) and ${notWalledOff('application_id')}` }),
    pgPolicy('round_application_shape', { for: 'all', to: portalApp, using: sql`${actorManages} and ${notWalledOff('application_id')}`, withCheck: sql`${actorManages}` }),
  ],
)
