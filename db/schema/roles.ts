import { sql } from 'drizzle-orm'
import { customType, pgPolicy, pgRole, timestamp, uuid } from 'drizzle-orm/pg-core'

/** The role all work for a person runs as: owns nothing, bypasses nothing. */
export const portalApp = pgRole('portal_app').existing()
/** The role of jobs: mails, seals, clean-up. */
export const portalWorker = pgRole('portal_worker').existing()
/** The role of sign-in: sees only what signing in needs. */
export const portalAuth = pgRole('portal_auth').existing()

/** Identifiers are random to whoever reads them and in time order for the index. */
export const id = () => uuid().primaryKey().default(sql`uuidv7()`)

/** An instant on the database's clock, read as a Date. */
export const instant = (name?: string) =>
  name === undefined ? timestamp({ withTimezone: true, mode: 'date' }) : timestamp(name, { withTimezone: true, mode: 'date' })

export const createdAt = () => instant().notNull().default(sql`now()`)

export const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' })

/** The person on whose behalf the transaction runs. The sub-select makes PostgreSQL evaluate it once per query. */
export const actor = sql`(select portal.actor())`
export const actorOrganisations = sql`any ((select portal.actor_organisations())::uuid[])`
export const actorOwnedOrganisations = sql`any ((select portal.actor_owned_organisations())::uuid[])`
/** Organisations that hold a seat ready for the person's address. */
export const actorInvitations = sql`any ((select portal.actor_invitations())::uuid[])`
/** Organisations whose files the person may write to: as an owner or a member, not as a reader. */
export const actorEditedOrganisations = sql`any ((select portal.actor_edited_organisations())::uuid[])`
export const actorAdministers = sql`(select portal.actor_administers())`
export const actorManages = sql`(select portal.actor_manages())`

/** Rounds the person scores in. */
export const actorRounds = sql`any ((select portal.actor_rounds())::uuid[])`
/** No link of interest walls the person off from the application: true of every row they may know of. */
export const notWalledOff = (column: 'id' | 'application_id' | 'programme_id') => sql.raw(`${column} <> all ((select portal.actor_conflicts())::uuid[])`)
/** Applications given to the person to score, once they have declared their links. */
export const actorScoredApplications = sql`any ((select portal.actor_scored_applications())::uuid[])`
export const actorScoredFiles = sql`any ((select portal.actor_scored_files())::uuid[])`

/** Programmes the person mentors, once they have said they hold no link and keep what they read to themselves. */
export const actorMentored = sql`any ((select portal.actor_mentored())::uuid[])`

/** Rows anyone may read, signed in or not. */
export const readByAnyone = (name: string) => pgPolicy(`${name}_read_by_anyone`, { for: 'select', to: portalApp, using: sql`true` })
