import { sql } from 'drizzle-orm'
import { bigint, boolean, check, doublePrecision, index, integer, jsonb, pgPolicy, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { call, challenge } from '#db/schema/call.ts'
import { formVersion } from '#db/schema/form.ts'
import { organisation } from '#db/schema/organisation.ts'
import { actor, actorEditedOrganisations, actorManages, actorMentored, actorOrganisations, actorOwnedOrganisations, actorScoredApplications, createdAt, id, instant, notWalledOff, portalApp, portalWorker } from '#db/schema/roles.ts'
import { ruptureVersion } from '#db/schema/rupture.ts'
import { eligibilities, maturities, regulatoryStates, type CoreField } from '#lib/domain/application.ts'
import type { DraftClaim } from '#lib/domain/claim.ts'
import { evidenceLevels } from '#lib/domain/claim-parts.ts'
import type { Answers } from '#lib/domain/question.ts'

/** Asked row by row, through the index: as `in (select …)` it would first list every application one may see. */
const ofSeenApplication = sql`exists (select from application a where a.id = application_id)`
const ofSeenDraft = sql`exists (select from application_draft d where d.id = draft_id) or exists (select from application a where a.id = draft_id)`

/** A column for each core field of the form, the same in a draft and in an application. */
const coreColumns = () =>
  ({
    solution: text(),
    pitch: text(),
    summary: text(),
    challengeId: uuid().references(() => challenge.id),
    primaryClaim: jsonb().$type<DraftClaim>(),
    secondClaim: jsonb().$type<DraftClaim>(),
    thirdClaim: jsonb().$type<DraftClaim>(),
    evidence: text(),
    maturity: text({ enum: maturities }),
    regulatoryState: text({ enum: regulatoryStates }),
    regulatoryNote: text(),
    team: text(),
    needs: text(),
    budget: bigint({ mode: 'number' }),
    inKind: text(),
    links: text(),
    consent: boolean(),
  }) satisfies Record<CoreField, unknown>

/**
 * What an organisation is writing for a call: paper, its own. Readers read, members and owners write, nobody else knows.
 * Each save raises `version`; the guard refuses what may not be changed any more, on the database's clock.
 */
export const applicationDraft = pgTable(
  'application_draft',
  {
    id: id(),
    callId: uuid().notNull().references(() => call.id),
    organisationId: uuid().notNull().references(() => organisation.id),
    createdBy: uuid(),
    createdAt: createdAt(),
    version: integer().notNull().default(0),
    savedAt: createdAt(),
    ...coreColumns(),
    answers: jsonb().$type<Answers>().notNull().default({}),
  },
  (table) => [
    unique('application_draft_one_each').on(table.callId, table.organisationId),
    index().on(table.organisationId),
    pgPolicy('application_draft_read', { for: 'select', to: portalApp, using: sql`organisation_id = ${actorOrganisations}` }),
    pgPolicy('application_draft_create', { for: 'insert', to: portalApp, withCheck: sql`organisation_id = ${actorEditedOrganisations} and created_by = ${actor}` }),
    pgPolicy('application_draft_write', { for: 'update', to: portalApp, using: sql`organisation_id = ${actorEditedOrganisations}`, withCheck: sql`organisation_id = ${actorEditedOrganisations}` }),
    pgPolicy('application_draft_remind', { for: 'select', to: portalWorker, using: sql`true` }),
  ],
)

/** One save of a draft: which fields, by whom. An idempotency key answered once is answered the same again. */
export const draftRevision = pgTable(
  'draft_revision',
  {
    draftId: uuid().notNull().references(() => applicationDraft.id, { onDelete: 'cascade' }),
    version: integer().notNull(),
    fields: text().array().notNull(),
    savedBy: uuid(),
    savedAt: createdAt(),
    idempotencyKey: text().notNull(),
    sha256: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.draftId, table.version] }),
    unique('draft_revision_key').on(table.draftId, table.idempotencyKey),
    pgPolicy('draft_revision_read', { for: 'select', to: portalApp, using: sql`draft_id in (select id from application_draft)` }),
    pgPolicy('draft_revision_write', { for: 'insert', to: portalApp, withCheck: sql`saved_by = ${actor} and draft_id in (select id from application_draft where organisation_id = ${actorEditedOrganisations})` }),
  ],
)

/** What was deposited, under the draft's own identifier: as in its last receipt. Withdrawn, it is the applicant's alone again. */
export const application = pgTable(
  'application',
  {
    id: uuid().primaryKey().references(() => applicationDraft.id),
    callId: uuid().notNull().references(() => call.id),
    organisationId: uuid().notNull().references(() => organisation.id),
    number: text().notNull(),
    formVersionId: uuid().notNull().references(() => formVersion.id),
    submittedAt: instant().notNull(),
    withdrawnAt: instant(),
    sequence: integer().notNull(),
    organisationName: text().notNull(),
    siren: text(),
    ...coreColumns(),
    answers: jsonb().$type<Answers>().notNull().default({}),
    /** Why, is in the last standing deed of screening. */
    eligibility: text({ enum: eligibilities }).notNull().default('pending'),
    /** The rupture of the primary claim, in the version its author read. */
    ruptureVersionId: uuid().generatedAlwaysAs(sql`(primary_claim->>'ruptureVersionId')::uuid`),
    /** What managers look for words in, folded as `fold` of lib/domain/search.ts does. */
    search: text().generatedAlwaysAs(sql`portal.fold(number || ' ' || organisation_name || ' ' || coalesce(solution, '') || ' ' || coalesce(pitch, ''))`),
  },
  (table) => [
    unique('application_number').on(table.number),
    unique('application_one_each').on(table.callId, table.organisationId),
    index().on(table.organisationId),
    index('application_by_time').on(table.callId, table.submittedAt, table.id),
    index('application_by_number').on(table.callId, table.number),
    /** Holds all that the wall asks, so that ten thousand are counted without reading one. */
    index('application_by_eligibility').on(table.callId, table.eligibility, table.organisationId, table.withdrawnAt),
    check('application_is_whole', sql`solution is not null and pitch is not null and summary is not null and challenge_id is not null and primary_claim is not null and consent`),
    pgPolicy('application_read', { for: 'select', to: portalApp, using: sql`organisation_id = ${actorOrganisations} or (${actorManages} and withdrawn_at is null and ${notWalledOff('id')})` }),
    pgPolicy('application_submit', { for: 'insert', to: portalApp, withCheck: sql`organisation_id = ${actorOwnedOrganisations}` }),
    pgPolicy('application_change', { for: 'update', to: portalApp, using: sql`organisation_id = ${actorOwnedOrganisations} or (${actorManages} and withdrawn_at is null and ${notWalledOff('id')})`, withCheck: sql`organisation_id = ${actorOwnedOrganisations} or ${actorManages}` }),
    pgPolicy('application_remind', { for: 'select', to: portalWorker, using: sql`true` }),
  ],
)

/** The last number given in a call. Nobody's to read or write: `portal.next_application_number` does. */
export const applicationCounter = pgTable('application_counter', {
  callId: uuid().primaryKey().references(() => call.id, { onDelete: 'cascade' }),
  last: integer().notNull(),
}).enableRLS()

/** A promise of a deposited application, pinned to the version of the rupture its author read. Position 1 is the primary one. */
export const claim = pgTable(
  'claim',
  {
    applicationId: uuid().notNull().references(() => application.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    ruptureVersionId: uuid().notNull().references(() => ruptureVersion.id),
    mechanism: text().notNull(),
    population: text().notNull(),
    indicator: text().notNull(),
    metric: text(),
    unit: text().notNull(),
    baseline: doublePrecision().notNull(),
    target: doublePrecision().notNull(),
    evidenceLevel: text({ enum: evidenceLevels }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.applicationId, table.position] }),
    check('claim_position', sql`position between 1 and 3`),
    index().on(table.ruptureVersionId),
    pgPolicy('claim_read', { for: 'select', to: portalApp, using: sql`${ofSeenApplication} or application_id = ${actorScoredApplications}` }),
    pgPolicy('claim_write', { for: 'all', to: portalApp, using: ofOwnApplication('application_id'), withCheck: ofOwnApplication('application_id') }),
  ],
)

/**
 * Proof of one deposit: the frozen content as canonical JSON, its SHA-256, and that of each file. Never changed. The key
 * of an attempt that was answered once is answered the same again.
 */
export const receipt = pgTable(
  'receipt',
  {
    applicationId: uuid().notNull().references(() => application.id),
    sequence: integer().notNull(),
    submittedAt: instant().notNull(),
    submittedBy: uuid(),
    submitterName: text().notNull(),
    kind: text({ enum: ['submission', 'correction'] }).notNull(),
    content: text().notNull(),
    sha256: text().notNull(),
    files: jsonb().$type<{ id: string; name: string; size: number; sha256: string }[]>().notNull(),
    /** The version of the draft that was deposited. */
    draftVersion: integer().notNull(),
    idempotencyKey: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.applicationId, table.sequence] }),
    unique('receipt_key').on(table.applicationId, table.idempotencyKey),
    pgPolicy('receipt_read', { for: 'select', to: portalApp, using: ofSeenApplication }),
    pgPolicy('receipt_write', { for: 'insert', to: portalApp, withCheck: sql`submitted_by = ${actor} and ${ofOwnApplication('application_id')}` }),
  ],
)

function ofOwnApplication(column: 'application_id') {
  return sql.raw(`${column} in (select id from application where organisation_id = any ((select portal.actor_owned_organisations())::uuid[]))`)
}

/** Owners deposit what was corrected, managers call it off. */
const settlesCorrection = sql`application_id in (select id from application where organisation_id = ${actorOwnedOrganisations} or ${actorManages})`

/** What a manager asked to correct, which reopens those fields until an instant; the applicant says when it is done. */
export const correction = pgTable(
  'correction',
  {
    id: id(),
    applicationId: uuid().notNull().references(() => application.id, { onDelete: 'cascade' }),
    fields: text().array().notNull(),
    request: text().notNull(),
    until: instant().notNull(),
    askedBy: uuid(),
    askedAt: createdAt(),
    doneAt: instant(),
    doneBy: uuid(),
    cancelledAt: instant(),
  },
  (table) => [
    index().on(table.applicationId),
    index('correction_open').on(table.applicationId).where(sql`done_at is null and cancelled_at is null`),
    check('correction_fields', sql`cardinality(fields) > 0`),
    pgPolicy('correction_read', { for: 'select', to: portalApp, using: ofSeenApplication }),
    pgPolicy('correction_ask', { for: 'insert', to: portalApp, withCheck: sql`${actorManages} and asked_by = ${actor} and ${ofSeenApplication}` }),
    pgPolicy('correction_settle', { for: 'update', to: portalApp, using: settlesCorrection, withCheck: settlesCorrection }),
  ],
)

/** A word between the applicant and the managers, kept in the file. */
export const message = pgTable(
  'message',
  {
    id: id(),
    draftId: uuid().notNull().references(() => applicationDraft.id, { onDelete: 'cascade' }),
    side: text({ enum: ['applicant', 'manager'] }).notNull(),
    senderId: uuid(),
    senderName: text().notNull(),
    text: text().notNull(),
    sentAt: createdAt(),
    seenAt: instant(),
    /** A mail told the other side of it. */
    noticed: boolean().notNull().default(false),
  },
  (table) => [
    index().on(table.draftId, table.sentAt),
    index('message_unseen').on(table.draftId, table.side).where(sql`seen_at is null`),
    pgPolicy('message_read', { for: 'select', to: portalApp, using: ofSeenDraft }),
    pgPolicy('message_send', {
      for: 'insert',
      to: portalApp,
      withCheck: sql`sender_id = ${actor} and seen_at is null and (
        (side = 'applicant' and draft_id in (select id from application_draft where organisation_id = ${actorEditedOrganisations}))
        or (side = 'manager' and ${actorManages} and draft_id in (select id from application)))`,
    }),
    pgPolicy('message_see', { for: 'update', to: portalApp, using: ofSeenDraft, withCheck: sql`seen_at is not null` }),
  ],
)

/** Who opened a file, when: shown to the applicant. One row a person, a part and a day. */
export const consultation = pgTable(
  'consultation',
  {
    applicationId: uuid().notNull().references(() => application.id, { onDelete: 'cascade' }),
    personId: uuid().notNull(),
    part: text().notNull(),
    day: text().notNull(),
    organisationName: text().notNull(),
    openedAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.applicationId, table.personId, table.part, table.day] }),
    pgPolicy('consultation_read', { for: 'select', to: portalApp, using: ofSeenApplication }),
    pgPolicy('consultation_write', { for: 'insert', to: portalApp, withCheck: sql`person_id = ${actor} and (${ofSeenApplication} or application_id = ${actorScoredApplications} or application_id = ${actorMentored})` }),
  ],
)
