import { sql } from 'drizzle-orm'
import { check, date, doublePrecision, index, integer, pgPolicy, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { call } from '#db/schema/call.ts'
import { checkIn } from '#db/schema/check-in.ts'
import { organisation } from '#db/schema/organisation.ts'
import { programme } from '#db/schema/programme.ts'
import { actor, actorEditedOrganisations, actorManages, actorOrganisations, createdAt, id, notWalledOff, portalApp, portalWorker } from '#db/schema/roles.ts'
import { commitmentKinds, commitmentStates } from '#lib/domain/commitment.ts'

const managesCommitment = sql`${actorManages} and (programme_id is null or ${notWalledOff('programme_id')})`

/** What a partner promised to a call, or to one laureate: how much, by when, who answers for it. */
export const commitment = pgTable(
  'commitment',
  {
    id: id(),
    callId: uuid().notNull().references(() => call.id, { onDelete: 'cascade' }),
    /** The partner who promised. */
    organisationId: uuid().notNull().references(() => organisation.id),
    organisationName: text().notNull(),
    /** The laureate it is for; null: for all of the call. */
    programmeId: uuid().references(() => programme.id, { onDelete: 'cascade' }),
    /** Its organisation's name: partners do not see the programme itself. */
    laureateName: text(),
    kind: text({ enum: commitmentKinds }).notNull(),
    title: text().notNull(),
    /** Who answers for it at the partner. */
    ownerName: text(),
    amount: doublePrecision().notNull(),
    unit: text().notNull(),
    dueOn: date(),
    state: text({ enum: commitmentStates }).notNull().default('promised'),
    note: text(),
    /** The check-in whose ask the partner took on with it. */
    checkInId: uuid().references(() => checkIn.id, { onDelete: 'set null' }),
    recordedBy: uuid(),
    recordedAt: createdAt(),
    version: integer().notNull().default(0),
  },
  (table) => [
    index().on(table.callId),
    index().on(table.programmeId),
    index().on(table.organisationId),
    unique('commitment_takes_ask_once').on(table.checkInId),
    check('commitment_amount', sql`amount > 0`),
    check('commitment_names_its_laureate', sql`(programme_id is null) = (laureate_name is null)`),
    pgPolicy('commitment_read', { for: 'select', to: portalApp, using: sql`(${managesCommitment}) or organisation_id = ${actorOrganisations} or programme_id in (select id from programme)` }),
    pgPolicy('commitment_shape', { for: 'all', to: portalApp, using: managesCommitment, withCheck: managesCommitment }),
    // A partner takes on what a laureate asked of it, under the names both have there.
    pgPolicy('commitment_take_on', {
      for: 'insert',
      to: portalApp,
      withCheck: sql`recorded_by = ${actor} and state = 'promised' and organisation_id = ${actorEditedOrganisations}
        and (check_in_id, programme_id, call_id, organisation_id, organisation_name, laureate_name) in (select a.check_in_id, a.programme_id, a.call_id, a.organisation_id, a.organisation_name, a.laureate_name from portal.asks_of_partners() a)`,
    }),
    // A partner says how far its own is.
    pgPolicy('commitment_report', { for: 'update', to: portalApp, using: sql`organisation_id = ${actorEditedOrganisations}`, withCheck: sql`organisation_id = ${actorEditedOrganisations}` }),
    pgPolicy('commitment_read_worker', { for: 'select', to: portalWorker, using: sql`true` }),
  ],
)

/** A part of a commitment given, on a day. Never changed; a mistake is a negative one. */
export const delivery = pgTable(
  'delivery',
  {
    id: id(),
    commitmentId: uuid().notNull().references(() => commitment.id, { onDelete: 'cascade' }),
    amount: doublePrecision().notNull(),
    deliveredOn: date().notNull(),
    note: text(),
    recordedBy: uuid(),
    recordedAt: createdAt(),
  },
  (table) => [
    index().on(table.commitmentId),
    check('delivery_amount', sql`amount <> 0`),
    pgPolicy('delivery_read', { for: 'select', to: portalApp, using: sql`commitment_id in (select id from commitment)` }),
    pgPolicy('delivery_write', { for: 'insert', to: portalApp, withCheck: sql`recorded_by = ${actor} and commitment_id in (select c.id from commitment c where c.organisation_id = ${actorEditedOrganisations} or ${actorManages})` }),
  ],
)
