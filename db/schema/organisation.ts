import { sql } from 'drizzle-orm'
import { boolean, check, date, index, pgPolicy, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { actor, actorAdministers, actorInvitations, actorManages, actorOrganisations, actorOwnedOrganisations, bytea, createdAt, id, instant, portalApp, portalWorker } from '#db/schema/roles.ts'
import { person } from '#db/schema/person.ts'
import { source } from '#db/schema/source.ts'
import { identitySources, membershipRoles, organisationKinds } from '#lib/domain/organisation.ts'

/**
 * A start-up, a partner or the operator. `listed` ones (partners and laureates of published calls) are public;
 * the others are seen by their members, by the people they invited and by managers. Two unlisted ones may bear the
 * same SIREN: refusing the second would tell who uses the portal, and let anyone shut a rival out.
 */
export const organisation = pgTable(
  'organisation',
  {
    id: id(),
    slug: text().notNull().unique(),
    name: text().notNull(),
    kind: text({ enum: organisationKinds }).notNull(),
    siren: text(),
    /** No SIREN yet: the company is being registered. */
    beingCreated: boolean().notNull().default(false),
    identitySource: text({ enum: identitySources }),
    identityConfirmedAt: instant(),
    /** As the register had them when its answer was confirmed; all null otherwise. */
    legalName: text(),
    legalForm: text(),
    naf: text(),
    registeredOn: date(),
    address: text(),
    postcode: text(),
    city: text(),
    listed: boolean().notNull().default(false),
    demonstration: boolean().notNull().default(false),
    sourceId: text().references(() => source.id),
    createdBy: uuid(),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex('organisation_listed_siren').on(table.siren).where(sql`listed`),
    index().on(table.siren),
    check('organisation_siren_digits', sql`siren ~ '^[0-9]{9}$'`),
    check('organisation_identity_source', sql`identity_source in ('register', 'declared')`),
    check('organisation_identity_confirmed', sql`coalesce(identity_source = 'register', false) = (identity_confirmed_at is not null)`),
    check(
      'organisation_register_facts',
      sql`case when identity_source = 'register' then siren is not null and legal_name is not null else num_nonnulls(legal_name, legal_form, naf, registered_on, address, postcode, city) = 0 end`,
    ),
    check('organisation_being_created', sql`not being_created or (siren is null and identity_source = 'declared')`),
    pgPolicy('organisation_read', { for: 'select', to: portalApp, using: sql`listed or id = ${actorOrganisations} or id = ${actorInvitations} or ${actorManages} or ${actorAdministers}` }),
    pgPolicy('organisation_create', { for: 'insert', to: portalApp, withCheck: sql`created_by = ${actor} and not listed and (kind <> 'operator' or ${actorAdministers})` }),
    pgPolicy('organisation_update', {
      for: 'update',
      to: portalApp,
      using: sql`id = ${actorOwnedOrganisations} or ${actorAdministers}`,
      withCheck: sql`(id = ${actorOwnedOrganisations} and kind <> 'operator') or ${actorAdministers}`,
    }),
    pgPolicy('organisation_close', { for: 'delete', to: portalApp, using: sql`id = ${actorOwnedOrganisations} and not listed` }),
  ],
)

/** A mail domain the organisation answers for, used to detect links between people and organisations. */
export const organisationDomain = pgTable(
  'organisation_domain',
  {
    organisationId: uuid().notNull().references(() => organisation.id, { onDelete: 'cascade' }),
    domain: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.domain] }),
    pgPolicy('organisation_domain_read', { for: 'select', to: portalApp, using: sql`organisation_id = ${actorOrganisations} or ${actorManages} or ${actorAdministers}` }),
    pgPolicy('organisation_domain_write', {
      for: 'all',
      to: portalApp,
      using: sql`organisation_id = ${actorOwnedOrganisations} or ${actorAdministers}`,
      withCheck: sql`organisation_id = ${actorOwnedOrganisations} or ${actorAdministers}`,
    }),
  ],
)

/** A person in an organisation, since when and until when. */
export const membership = pgTable(
  'membership',
  {
    id: id(),
    organisationId: uuid().notNull().references(() => organisation.id, { onDelete: 'cascade' }),
    personId: uuid().notNull().references(() => person.id, { onDelete: 'cascade' }),
    role: text({ enum: membershipRoles }).notNull(),
    createdAt: createdAt(),
    endedAt: instant(),
  },
  (table) => [
    uniqueIndex('membership_current').on(table.organisationId, table.personId).where(sql`ended_at is null`),
    index().on(table.personId),
    pgPolicy('membership_read', { for: 'select', to: portalApp, using: sql`organisation_id = ${actorOrganisations} or person_id = ${actor} or ${actorAdministers}` }),
    pgPolicy('membership_read_worker', { for: 'select', to: portalWorker, using: sql`true` }),
    pgPolicy('membership_join', {
      for: 'insert',
      to: portalApp,
      withCheck: sql`person_id = ${actor} and portal.may_join(organisation_id, role)`,
    }),
    pgPolicy('membership_change', {
      for: 'update',
      to: portalApp,
      using: sql`organisation_id = ${actorOwnedOrganisations} or person_id = ${actor} or ${actorAdministers}`,
      withCheck: sql`organisation_id = ${actorOwnedOrganisations} or ${actorAdministers} or (person_id = ${actor} and ended_at is not null)`,
    }),
  ],
)

/** A seat offered by mail to an address; the link's token is kept only as its SHA-256. */
export const invitation = pgTable(
  'invitation',
  {
    id: id(),
    organisationId: uuid().notNull().references(() => organisation.id, { onDelete: 'cascade' }),
    email: text().notNull(),
    role: text({ enum: membershipRoles }).notNull(),
    tokenHash: bytea().notNull().unique(),
    invitedBy: uuid().references(() => person.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
    acceptedAt: instant(),
    revokedAt: instant(),
  },
  (table) => [
    index().on(table.organisationId),
    index().on(table.email),
    pgPolicy('invitation_read', { for: 'select', to: portalApp, using: sql`organisation_id = ${actorOwnedOrganisations} or email = (select portal.actor_email()) or ${actorAdministers}` }),
    pgPolicy('invitation_send', { for: 'insert', to: portalApp, withCheck: sql`organisation_id = ${actorOwnedOrganisations} or ${actorAdministers}` }),
    pgPolicy('invitation_settle', {
      for: 'update',
      to: portalApp,
      using: sql`accepted_at is null and revoked_at is null and (organisation_id = ${actorOwnedOrganisations} or email = (select portal.actor_email()) or ${actorAdministers})`,
      withCheck: sql`organisation_id = ${actorOwnedOrganisations} or email = (select portal.actor_email()) or ${actorAdministers}`,
    }),
    pgPolicy('invitation_purge', { for: 'all', to: portalWorker, using: sql`true` }),
  ],
)
