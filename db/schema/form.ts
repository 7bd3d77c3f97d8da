import { sql } from 'drizzle-orm'
import { boolean, check, doublePrecision, index, integer, jsonb, pgPolicy, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { call, readWithCall, shapedByManagers } from '#db/schema/call.ts'
import { actor, actorManages, createdAt, id, portalApp } from '#db/schema/roles.ts'
import type { Localized } from '#lib/domain/localized.ts'
import { audiences, type Question, questionKinds } from '#lib/domain/question.ts'

const words = () => jsonb().$type<Localized>()

/** A statement an applicant answers with yes or no; `yesIsEligible` says which answer lets them apply. */
export const eligibilityRule = pgTable(
  'eligibility_rule',
  {
    id: id(),
    callId: uuid().notNull().references(() => call.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    statement: words().notNull(),
    reason: words().notNull(),
    yesIsEligible: boolean().notNull().default(true),
  },
  (table) => [index().on(table.callId), readWithCall('eligibility_rule'), shapedByManagers('eligibility_rule')],
)

/** A line of the call's grid, shown to applicants with its weight and its anchors from 1 to 5. */
export const criterion = pgTable(
  'criterion',
  {
    id: id(),
    callId: uuid().notNull().references(() => call.id, { onDelete: 'cascade' }),
    slug: text().notNull(),
    position: integer().notNull(),
    name: words().notNull(),
    weight: doublePrecision().notNull(),
    anchors: jsonb().$type<Localized[]>().notNull(),
    guidance: words(),
  },
  (table) => [
    unique().on(table.callId, table.slug),
    check('criterion_weight', sql`weight > 0 and weight <= 100`),
    readWithCall('criterion'),
    shapedByManagers('criterion'),
  ],
)

/** A question as managers are writing it. What applicants are asked is in form versions. */
export const question = pgTable(
  'question',
  {
    id: id(),
    callId: uuid().notNull().references(() => call.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    kind: text({ enum: questionKinds }).notNull(),
    label: words().notNull(),
    help: words(),
    required: boolean().notNull(),
    audience: text({ enum: audiences }).notNull(),
    shownIf: jsonb().$type<Question['shownIf']>(),
    options: jsonb().$type<Question['options']>().notNull().default([]),
    unit: words(),
    least: doublePrecision(),
    most: doublePrecision(),
    limit: integer(),
  },
  (table) => [
    index().on(table.callId),
    pgPolicy('question_read', { for: 'select', to: portalApp, using: sql`${actorManages}` }),
    shapedByManagers('question'),
  ],
)

/** The call's own questions as published: never changed, a later change is a new version. */
export const formVersion = pgTable(
  'form_version',
  {
    id: id(),
    callId: uuid().notNull().references(() => call.id, { onDelete: 'cascade' }),
    version: integer().notNull(),
    questions: jsonb().$type<Question[]>().notNull(),
    note: text(),
    publishedBy: uuid(),
    publishedAt: createdAt(),
  },
  (table) => [
    unique().on(table.callId, table.version),
    readWithCall('form_version'),
    pgPolicy('form_version_publish', { for: 'insert', to: portalApp, withCheck: sql`${actorManages} and published_by = ${actor} and call_id in (select id from call where run_here)` }),
  ],
)
