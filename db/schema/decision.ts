import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgPolicy, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { application } from '#db/schema/application.ts'
import { call } from '#db/schema/call.ts'
import { actor, actorManages, actorOrganisations, createdAt, id, instant, notWalledOff, portalApp } from '#db/schema/roles.ts'
import { outcomes } from '#lib/domain/decision.ts'
import type { Feedback } from '#lib/domain/feedback.ts'

/** All decisions of a call going out together: one manager proposes exactly these, another releases them. */
export const decisionRelease = pgTable(
  'decision_release',
  {
    id: id(),
    callId: uuid().notNull().references(() => call.id, { onDelete: 'cascade' }),
    /** Of the canonical JSON of the decisions as proposed: what is released is what was read. */
    sha256: text().notNull(),
    counts: jsonb().$type<Record<(typeof outcomes)[number], number>>().notNull(),
    proposedBy: uuid().notNull(),
    proposedAt: createdAt(),
    releasedBy: uuid(),
    releasedAt: instant(),
    cancelledBy: uuid(),
    cancelledAt: instant(),
  },
  (table) => [
    uniqueIndex('decision_release_pending').on(table.callId).where(sql`released_at is null and cancelled_at is null`),
    uniqueIndex('decision_release_once').on(table.callId).where(sql`released_at is not null`),
    check('decision_release_two_people', sql`released_by <> proposed_by and num_nonnulls(released_by, released_at) <> 1`),
    pgPolicy('decision_release_read', { for: 'select', to: portalApp, using: sql`${actorManages}` }),
    pgPolicy('decision_release_propose', { for: 'insert', to: portalApp, withCheck: sql`${actorManages} and proposed_by = ${actor} and released_at is null` }),
    pgPolicy('decision_release_settle', { for: 'update', to: portalApp, using: sql`${actorManages} and released_at is null and cancelled_at is null`, withCheck: sql`${actorManages}` }),
  ],
)

/** What was decided of an application. Managers' alone until released; then its applicant's, and never changed. */
export const decision = pgTable(
  'decision',
  {
    applicationId: uuid().primaryKey().references(() => application.id, { onDelete: 'cascade' }),
    callId: uuid().notNull().references(() => call.id, { onDelete: 'cascade' }),
    outcome: text({ enum: outcomes }).notNull(),
    /** Among the reserves. */
    reserveRank: integer(),
    /** To the applicant; compulsory for a refusal. */
    motive: text(),
    juryText: text(),
    decidedBy: uuid(),
    decidedAt: createdAt(),
    version: integer().notNull().default(0),
    releaseId: uuid().references(() => decisionRelease.id),
    releasedAt: instant(),
    /** The applicant's profile per criterion and the comments, frozen at the release. */
    feedback: jsonb().$type<Feedback>(),
  },
  (table) => [
    index().on(table.callId),
    check('decision_motive', sql`outcome <> 'not-selected' or length(btrim(coalesce(motive, ''))) > 0`),
    check('decision_reserve_rank', sql`(reserve_rank is not null) <= (outcome = 'reserve')`),
    pgPolicy('decision_read', {
      for: 'select',
      to: portalApp,
      using: sql`(${actorManages} and ${notWalledOff('application_id')}) or (released_at is not null and application_id in (select id from application where organisation_id = ${actorOrganisations}))`,
    }),
    pgPolicy('decision_shape', { for: 'all', to: portalApp, using: sql`${actorManages} and ${notWalledOff('application_id')}`, withCheck: sql`${actorManages}` }),
  ],
)

/** An applicant opened the decision: the read receipt. */
export const decisionReading = pgTable(
  'decision_reading',
  {
    applicationId: uuid().notNull().references(() => decision.applicationId, { onDelete: 'cascade' }),
    personId: uuid().notNull(),
    readAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.applicationId, table.personId] }),
    pgPolicy('decision_reading_read', { for: 'select', to: portalApp, using: sql`application_id in (select application_id from decision)` }),
    pgPolicy('decision_reading_write', { for: 'insert', to: portalApp, withCheck: sql`person_id = ${actor} and application_id in (select d.application_id from decision d join application a on a.id = d.application_id where d.released_at is not null and a.organisation_id = ${actorOrganisations})` }),
  ],
)
