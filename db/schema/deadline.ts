import { sql } from 'drizzle-orm'
import { index, integer, pgPolicy, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { call, readWithCall } from '#db/schema/call.ts'
import { organisation } from '#db/schema/organisation.ts'
import { person } from '#db/schema/person.ts'
import { actor, actorManages, createdAt, id, instant, portalApp, portalWorker } from '#db/schema/roles.ts'

/** A deadline moved, when and why: shown on the call's page. */
export const deadlineChange = pgTable(
  'deadline_change',
  {
    id: id(),
    callId: uuid().notNull().references(() => call.id, { onDelete: 'cascade' }),
    from: instant('from_at').notNull(),
    to: instant('to_at').notNull(),
    reason: text().notNull(),
    changedBy: uuid(),
    changedAt: createdAt(),
  },
  (table) => [
    index().on(table.callId),
    readWithCall('deadline_change'),
    pgPolicy('deadline_change_write', { for: 'insert', to: portalApp, withCheck: sql`${actorManages} and changed_by = ${actor}` }),
  ],
)

/** Leave for one organisation, through one account, to go on after the deadline until an instant. */
export const latePermit = pgTable(
  'late_permit',
  {
    id: id(),
    callId: uuid().notNull().references(() => call.id, { onDelete: 'cascade' }),
    organisationId: uuid().notNull().references(() => organisation.id, { onDelete: 'cascade' }),
    personId: uuid().notNull().references(() => person.id, { onDelete: 'cascade' }),
    /** The account's address as the manager wrote it: they see nothing else of whose it is. */
    email: text().notNull(),
    until: instant().notNull(),
    reason: text().notNull(),
    grantedBy: uuid(),
    grantedAt: createdAt(),
    revokedAt: instant(),
  },
  (table) => [
    index().on(table.callId, table.organisationId),
    index().on(table.personId),
    pgPolicy('late_permit_read', { for: 'select', to: portalApp, using: sql`person_id = ${actor} or ${actorManages}` }),
    pgPolicy('late_permit_grant', { for: 'insert', to: portalApp, withCheck: sql`${actorManages} and granted_by = ${actor} and revoked_at is null` }),
    pgPolicy('late_permit_revoke', { for: 'update', to: portalApp, using: sql`${actorManages}`, withCheck: sql`${actorManages} and revoked_at is not null` }),
  ],
)

/** A reminder written for a draft before a deadline: once for each number of days, whatever restarts. */
export const reminder = pgTable(
  'reminder',
  {
    draftId: uuid().notNull(),
    days: integer().notNull(),
    closesAt: instant().notNull(),
    writtenAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.draftId, table.days, table.closesAt] }), pgPolicy('reminder_write', { for: 'all', to: portalWorker, using: sql`true`, withCheck: sql`true` })],
)
