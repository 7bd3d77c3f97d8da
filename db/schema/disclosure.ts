import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgPolicy, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { call, laureate } from '#db/schema/call.ts'
import { actor, actorManages, createdAt, id, instant, portalApp } from '#db/schema/roles.ts'
import { rupture } from '#db/schema/rupture.ts'

/** Whoever a link walls off from one laureate reads no disclosure of the call before everybody does: it holds them all. */
const managesDisclosure = sql`${actorManages} and portal.walled_off_files(call_id) = 0`
const isPublic = sql`released_at is not null and call_id in (select id from call where published_at is not null)`

/**
 * What the public may know of a call's results, frozen: small counts suppressed, and nothing to be worked out from this
 * and earlier ones. One manager proposes exactly these bytes, another releases them; each release keeps its number.
 */
export const disclosure = pgTable(
  'disclosure',
  {
    id: id(),
    callId: uuid().notNull().references(() => call.id, { onDelete: 'cascade' }),
    sequence: integer().notNull(),
    /** Canonical JSON of what is shown; its SHA-256 is over UTF-8. */
    text: text().notNull(),
    sha256: text().notNull(),
    proposedBy: uuid().notNull(),
    proposedAt: createdAt(),
    releasedBy: uuid(),
    releasedAt: instant(),
    cancelledBy: uuid(),
    cancelledAt: instant(),
  },
  (table) => [
    uniqueIndex('disclosure_pending').on(table.callId).where(sql`released_at is null and cancelled_at is null`),
    uniqueIndex('disclosure_number').on(table.callId, table.sequence).where(sql`released_at is not null`),
    check('disclosure_has_its_digest', sql`sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex')`),
    check('disclosure_two_people', sql`released_by <> proposed_by and num_nonnulls(released_by, released_at) <> 1`),
    pgPolicy('disclosure_read', { for: 'select', to: portalApp, using: sql`(${isPublic}) or (${managesDisclosure})` }),
    pgPolicy('disclosure_propose', { for: 'insert', to: portalApp, withCheck: sql`${managesDisclosure} and proposed_by = ${actor} and released_at is null` }),
    pgPolicy('disclosure_settle', { for: 'update', to: portalApp, using: sql`${managesDisclosure} and released_at is null and cancelled_at is null`, withCheck: sql`${actorManages} and (released_by = ${actor} or cancelled_by = ${actor})` }),
  ],
)

/** One metric of a laureate as a disclosure shows it, under its rupture: what public pages are made of. */
export const disclosedResult = pgTable(
  'disclosed_result',
  {
    disclosureId: uuid().notNull().references(() => disclosure.id, { onDelete: 'cascade' }),
    metricId: uuid().notNull(),
    callId: uuid().notNull().references(() => call.id, { onDelete: 'cascade' }),
    laureateId: uuid().notNull().references(() => laureate.id, { onDelete: 'cascade' }),
    ruptureId: uuid().notNull().references(() => rupture.id),
    position: integer().notNull(),
    content: jsonb().$type<Record<string, unknown>>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.disclosureId, table.metricId] }),
    index().on(table.ruptureId),
    index().on(table.laureateId),
    pgPolicy('disclosed_result_read', { for: 'select', to: portalApp, using: sql`disclosure_id in (select id from disclosure)` }),
    pgPolicy('disclosed_result_write', { for: 'insert', to: portalApp, withCheck: sql`disclosure_id in (select id from disclosure where proposed_by = ${actor} and released_at is null)` }),
  ],
)
