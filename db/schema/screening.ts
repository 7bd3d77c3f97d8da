import { sql } from 'drizzle-orm'
import { boolean, check, index, jsonb, pgPolicy, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { application } from '#db/schema/application.ts'
import { call } from '#db/schema/call.ts'
import { actor, actorManages, createdAt, id, instant, notWalledOff, portalApp } from '#db/schema/roles.ts'

const ofManagers = (name: string) => pgPolicy(`${name}_managers`, { for: 'all', to: portalApp, using: sql`${actorManages}`, withCheck: sql`${actorManages}` })

/** The same of one application: not for a manager whom a link of interest walls off from it. */
const ofUnlinkedManagers = (name: string) => pgPolicy(`${name}_managers`, { for: 'all', to: portalApp, using: sql`${actorManages} and ${notWalledOff('application_id')}`, withCheck: sql`${actorManages}` })

/** A word managers sort a call's applications by; applicants never see it. */
export const tag = pgTable(
  'tag',
  { id: id(), callId: uuid().notNull().references(() => call.id, { onDelete: 'cascade' }), name: text().notNull(), createdAt: createdAt() },
  (table) => [unique('tag_name').on(table.callId, table.name), ofManagers('tag')],
)

export const applicationTag = pgTable(
  'application_tag',
  { applicationId: uuid().notNull().references(() => application.id, { onDelete: 'cascade' }), tagId: uuid().notNull().references(() => tag.id, { onDelete: 'cascade' }) },
  (table) => [primaryKey({ columns: [table.applicationId, table.tagId] }), index().on(table.tagId), ofUnlinkedManagers('application_tag')],
)

/** One deed of screening on one application: what was, what became, and whether it was undone. */
export const screeningDeed = pgTable(
  'screening_deed',
  {
    id: id(),
    callId: uuid().notNull().references(() => call.id, { onDelete: 'cascade' }),
    applicationId: uuid().notNull().references(() => application.id, { onDelete: 'cascade' }),
    /** Deeds done at once are undone at once. */
    batchId: uuid().notNull(),
    kind: text({ enum: ['eligibility', 'tag', 'untag'] }).notNull(),
    before: jsonb().$type<Record<string, unknown>>().notNull(),
    after: jsonb().$type<Record<string, unknown>>().notNull(),
    doneBy: uuid(),
    doneAt: createdAt(),
    undoneAt: instant(),
    undoneBy: uuid(),
  },
  (table) => [
    index().on(table.applicationId),
    index().on(table.batchId),
    index().on(table.callId, table.doneAt),
    check('screening_deed_motive', sql`kind <> 'eligibility' or after->>'eligibility' <> 'ineligible' or length(after->>'motive') > 0`),
    ofUnlinkedManagers('screening_deed'),
  ],
)

/** A question put to the table of applications often enough to have a name: its address without the path. */
export const savedView = pgTable(
  'saved_view',
  {
    id: id(),
    callId: uuid().notNull().references(() => call.id, { onDelete: 'cascade' }),
    personId: uuid().notNull(),
    name: text().notNull(),
    search: text().notNull(),
    shared: boolean().notNull().default(false),
    createdAt: createdAt(),
  },
  (table) => [
    unique('saved_view_name').on(table.callId, table.personId, table.name),
    pgPolicy('saved_view_read', { for: 'select', to: portalApp, using: sql`${actorManages} and (shared or person_id = ${actor})` }),
    pgPolicy('saved_view_write', { for: 'all', to: portalApp, using: sql`${actorManages} and person_id = ${actor}`, withCheck: sql`${actorManages} and person_id = ${actor}` }),
  ],
)
