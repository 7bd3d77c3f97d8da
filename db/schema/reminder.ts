import { sql } from 'drizzle-orm'
import { check, index, integer, pgPolicy, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { managesProgramme, programme } from '#db/schema/programme.ts'
import { actor, createdAt, portalApp } from '#db/schema/roles.ts'

/** That a manager reminded a laureate's people by mail of what waits for them, and how many they were. One sending has one key. Never changed. */
export const programmeReminder = pgTable(
  'programme_reminder',
  {
    idempotencyKey: text().notNull(),
    programmeId: uuid().notNull().references(() => programme.id, { onDelete: 'cascade' }),
    people: integer().notNull(),
    sentBy: uuid().notNull(),
    sentAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.idempotencyKey, table.programmeId] }),
    index().on(table.programmeId, table.sentAt),
    check('programme_reminder_people', sql`people > 0`),
    pgPolicy('programme_reminder_read', { for: 'select', to: portalApp, using: managesProgramme }),
    pgPolicy('programme_reminder_write', { for: 'insert', to: portalApp, withCheck: sql`${managesProgramme} and sent_by = ${actor}` }),
  ],
)
