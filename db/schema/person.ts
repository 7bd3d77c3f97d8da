import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgPolicy, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { actor, actorAdministers, bytea, createdAt, id, instant, portalApp, portalAuth, portalWorker } from '#db/schema/roles.ts'

/** A human with an account. Seen by themself, by members of a shared organisation, and by administrators. */
export const person = pgTable(
  'person',
  {
    id: id(),
    email: text().notNull().unique(),
    name: text(),
    locale: text({ enum: ['fr', 'en'] }).notNull().default('fr'),
    administrator: boolean().notNull().default(false),
    demonstration: boolean().notNull().default(false),
    createdAt: createdAt(),
    disabledAt: instant(),
  },
  () => [
    pgPolicy('person_read', {
      for: 'select',
      to: portalApp,
      using: sql`id = ${actor} or ${actorAdministers} or id = any ((select portal.actor_colleagues())::uuid[])`,
    }),
    pgPolicy('person_update', { for: 'update', to: portalApp, using: sql`id = ${actor} or ${actorAdministers}`, withCheck: sql`id = ${actor} or ${actorAdministers}` }),
    pgPolicy('person_delete', { for: 'delete', to: portalApp, using: sql`id = ${actor}` }),
    pgPolicy('person_sign_in', { for: 'all', to: portalAuth, using: sql`true`, withCheck: sql`not administrator or portal.no_administrator()` }),
    pgPolicy('person_mail', { for: 'select', to: portalWorker, using: sql`true` }),
  ],
)

/** A signed-in browser. The cookie's token is kept only as its SHA-256. */
export const session = pgTable(
  'session',
  {
    id: id(),
    tokenHash: bytea().notNull().unique(),
    personId: uuid().notNull().references(() => person.id, { onDelete: 'cascade' }),
    userAgent: text(),
    createdAt: createdAt(),
    seenAt: createdAt(),
    expiresAt: instant().notNull(),
  },
  (table) => [
    index().on(table.personId),
    pgPolicy('session_own_read', { for: 'select', to: portalApp, using: sql`person_id = ${actor}` }),
    pgPolicy('session_own_end', { for: 'delete', to: portalApp, using: sql`person_id = ${actor} or ${actorAdministers}` }),
    pgPolicy('session_sign_in', { for: 'all', to: portalAuth, using: sql`true`, withCheck: sql`true` }),
    pgPolicy('session_purge', { for: 'all', to: portalWorker, using: sql`true` }),
  ],
)

/** A person as known to an OpenID Connect provider. */
export const identity = pgTable(
  'identity',
  {
    provider: text().notNull(),
    subject: text().notNull(),
    personId: uuid().notNull().references(() => person.id, { onDelete: 'cascade' }),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.provider, table.subject] }),
    index().on(table.personId),
    pgPolicy('identity_own_read', { for: 'select', to: portalApp, using: sql`person_id = ${actor}` }),
    pgPolicy('identity_sign_in', { for: 'all', to: portalAuth, using: sql`true`, withCheck: sql`true` }),
  ],
)

/** A request to sign in by mail: one link and one code, hashed, for 15 minutes, used once. The console's link has no address yet. */
export const signInRequest = pgTable(
  'sign_in_request',
  {
    id: id(),
    email: text(),
    tokenHash: bytea().notNull().unique(),
    codeHash: bytea(),
    codeTries: integer().notNull().default(0),
    purpose: text({ enum: ['sign-in', 'first-administrator'] }).notNull().default('sign-in'),
    locale: text({ enum: ['fr', 'en'] }).notNull().default('fr'),
    returnTo: text(),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
  },
  (table) => [
    index().on(table.email, table.createdAt),
    check('sign_in_request_address', sql`purpose = 'first-administrator' or (email is not null and code_hash is not null)`),
    pgPolicy('sign_in_request_sign_in', { for: 'all', to: portalAuth, using: sql`true`, withCheck: sql`true` }),
    pgPolicy('sign_in_request_purge', { for: 'all', to: portalWorker, using: sql`true` }),
  ],
)

/** Tries counted per subject (an address hash, an account) and per window, shared by all instances. */
export const rateLimit = pgTable(
  'rate_limit',
  {
    subject: text().notNull(),
    windowStart: instant().notNull(),
    tries: integer().notNull().default(1),
  },
  (table) => [
    unique().on(table.subject, table.windowStart),
    pgPolicy('rate_limit_sign_in', { for: 'all', to: portalAuth, using: sql`true`, withCheck: sql`true` }),
    pgPolicy('rate_limit_purge', { for: 'all', to: portalWorker, using: sql`true` }),
  ],
)
