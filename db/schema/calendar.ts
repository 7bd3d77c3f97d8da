import { sql } from 'drizzle-orm'
import { pgPolicy, pgTable, uuid } from 'drizzle-orm/pg-core'
import { person } from '#db/schema/person.ts'
import { actor, bytea, createdAt, portalApp } from '#db/schema/roles.ts'

/** The address of somebody's own agenda, for tools that cannot sign in. Its token is kept only as its SHA-256. */
export const calendarFeed = pgTable(
  'calendar_feed',
  {
    personId: uuid().primaryKey().references(() => person.id, { onDelete: 'cascade' }),
    tokenHash: bytea().notNull().unique(),
    createdAt: createdAt(),
  },
  () => [pgPolicy('calendar_feed_own', { for: 'all', to: portalApp, using: sql`person_id = ${actor}`, withCheck: sql`person_id = ${actor}` })],
)
