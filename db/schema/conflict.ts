import { sql } from 'drizzle-orm'
import { check, index, pgPolicy, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { application } from '#db/schema/application.ts'
import { call } from '#db/schema/call.ts'
import { organisation } from '#db/schema/organisation.ts'
import { actor, actorManages, actorOwnedOrganisations, actorOrganisations, createdAt, id, instant, notWalledOff, portalApp } from '#db/schema/roles.ts'
import { conflictOrigins, conflictReasons, tieKinds } from '#lib/domain/conflict.ts'

/**
 * A link of interest between a person and an application: it stands until a manager lifts it, and walls the person off
 * everywhere meanwhile. What was said is never changed; lifting only adds by whom, when and why.
 */
export const conflict = pgTable(
  'conflict',
  {
    id: id(),
    callId: uuid().notNull().references(() => call.id, { onDelete: 'cascade' }),
    applicationId: uuid().notNull().references(() => application.id, { onDelete: 'cascade' }),
    personId: uuid().notNull(),
    origin: text({ enum: conflictOrigins }).notNull(),
    reason: text({ enum: conflictReasons }).notNull(),
    note: text(),
    madeBy: uuid(),
    madeAt: createdAt(),
    liftedBy: uuid(),
    liftedAt: instant(),
    liftMotive: text(),
  },
  (table) => [
    uniqueIndex('conflict_standing').on(table.personId, table.applicationId, table.origin, table.reason).where(sql`lifted_at is null`),
    index().on(table.applicationId),
    index().on(table.callId),
    check('conflict_lifted_whole', sql`num_nonnulls(lifted_by, lifted_at, lift_motive) in (0, 3)`),
    pgPolicy('conflict_read', { for: 'select', to: portalApp, using: sql`person_id = ${actor} or (${actorManages} and ${notWalledOff('application_id')})` }),
    pgPolicy('conflict_declare', { for: 'insert', to: portalApp, withCheck: sql`lifted_at is null and made_by = ${actor} and ((origin = 'declared' and person_id = ${actor}) or (origin <> 'declared' and ${actorManages}))` }),
    // Nobody lifts a link of their own.
    pgPolicy('conflict_lift', { for: 'update', to: portalApp, using: sql`${actorManages} and person_id <> ${actor}`, withCheck: sql`lifted_by = ${actor}` }),
  ],
)

/** What an organisation says another is to it, so that links are found before anybody has to think of them. */
export const declaredTie = pgTable(
  'declared_tie',
  {
    id: id(),
    organisationId: uuid().notNull().references(() => organisation.id, { onDelete: 'cascade' }),
    kind: text({ enum: tieKinds }).notNull(),
    otherName: text().notNull(),
    otherSiren: text(),
    declaredBy: uuid(),
    declaredAt: createdAt(),
  },
  (table) => [
    uniqueIndex('declared_tie_once').on(table.organisationId, table.kind, table.otherName),
    check('declared_tie_siren', sql`other_siren ~ '^[0-9]{9}$'`),
    pgPolicy('declared_tie_read', { for: 'select', to: portalApp, using: sql`organisation_id = ${actorOrganisations} or ${actorManages}` }),
    pgPolicy('declared_tie_write', { for: 'all', to: portalApp, using: sql`organisation_id = ${actorOwnedOrganisations}`, withCheck: sql`organisation_id = ${actorOwnedOrganisations} and declared_by = ${actor}` }),
  ],
)
