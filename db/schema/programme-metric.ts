import { sql } from 'drizzle-orm'
import { check, date, doublePrecision, index, integer, jsonb, pgPolicy, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { checkIn } from '#db/schema/check-in.ts'
import { file } from '#db/schema/file.ts'
import { managesProgramme, ofEditedProgramme, ofSeenProgramme, programme } from '#db/schema/programme.ts'
import { actor, actorMentored, actorOrganisations, createdAt, id, instant, portalApp, portalWorker } from '#db/schema/roles.ts'
import { estimate, metric, rupture } from '#db/schema/rupture.ts'
import { metricDirections } from '#lib/domain/metric.ts'
import { comparators, measurementStates, metricMeasures } from '#lib/domain/programme-metric.ts'

/**
 * What one laureate measures for one claim, on one rupture: its definition, the place's own baseline, the target, when.
 * Proposed from the claim, shaped by laureate and managers until both have agreed; then only amendments change it.
 */
export const programmeMetric = pgTable(
  'programme_metric',
  {
    id: id(),
    programmeId: uuid().notNull().references(() => programme.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    /** The claim it stands for, 1 the primary one; null: added later. */
    claimPosition: integer(),
    ruptureId: uuid().notNull().references(() => rupture.id),
    /** The catalogue's, when it is one of it. */
    metricSlug: text().references(() => metric.slug),
    name: text().notNull(),
    measure: text({ enum: metricMeasures }).notNull(),
    unit: text().notNull(),
    /** Unified Code for Units of Measure, where one exists. */
    ucum: text(),
    direction: text({ enum: metricDirections }).notNull(),
    numerator: text(),
    denominator: text(),
    population: text().notNull(),
    period: text(),
    method: text(),
    dataSource: text(),
    comparator: text({ enum: comparators }).notNull().default('none'),
    comparatorNote: text(),
    /** The country's figure, for context: the rupture's estimate. */
    nationalEstimateId: uuid().references(() => estimate.id),
    /** The place's own, before: what is compared with. */
    baseline: doublePrecision(),
    baselineN: integer(),
    baselineOn: date(),
    target: doublePrecision(),
    targetOn: date(),
    /** Months after the start at which it is measured. */
    schedule: integer().array().notNull(),
    /** What no value can pass: outside, it is refused. */
    lowest: doublePrecision(),
    highest: doublePrecision(),
    laureateAgreedAt: instant(),
    laureateAgreedBy: uuid(),
    managerAgreedAt: instant(),
    managerAgreedBy: uuid(),
    /** Both have agreed: from here on, amendments. */
    lockedAt: instant(),
    amendments: integer().notNull().default(0),
    version: integer().notNull().default(0),
  },
  (table) => [
    index().on(table.programmeId, table.position),
    index().on(table.ruptureId),
    check('programme_metric_locked_by_both', sql`(locked_at is not null) = (laureate_agreed_at is not null and manager_agreed_at is not null)`),
    check('programme_metric_two_people', sql`laureate_agreed_by <> manager_agreed_by`),
    check('programme_metric_locked_whole', sql`locked_at is null or (baseline is not null and target is not null and method is not null and data_source is not null)`),
    check('programme_metric_bounds', sql`lowest < highest`),
    pgPolicy('programme_metric_read', { for: 'select', to: portalApp, using: ofSeenProgramme }),
    pgPolicy('programme_metric_shape', { for: 'all', to: portalApp, using: sql`(${managesProgramme}) or ${ofEditedProgramme}`, withCheck: sql`(${managesProgramme}) or ${ofEditedProgramme}` }),
    pgPolicy('programme_metric_read_worker', { for: 'select', to: portalWorker, using: sql`true` }),
  ],
)

/** A dated change of a locked metric: what, from and to, why. Public with the results. Never changed. */
export const amendment = pgTable(
  'amendment',
  {
    metricId: uuid().notNull().references(() => programmeMetric.id, { onDelete: 'cascade' }),
    programmeId: uuid().notNull().references(() => programme.id, { onDelete: 'cascade' }),
    sequence: integer().notNull(),
    changes: jsonb().$type<Record<string, { from: unknown; to: unknown }>>().notNull(),
    reason: text().notNull(),
    amendedBy: uuid(),
    amendedAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.metricId, table.sequence] }),
    index().on(table.programmeId),
    check('amendment_has_a_reason', sql`length(btrim(reason)) > 0`),
    pgPolicy('amendment_read', { for: 'select', to: portalApp, using: ofSeenProgramme }),
    pgPolicy('amendment_write', { for: 'insert', to: portalApp, withCheck: sql`amended_by = ${actor} and ${managesProgramme}` }),
  ],
)

/**
 * A value of a metric over a period, in aggregates only: draft, submitted, verified by somebody else. What was verified
 * never changes: a correction is a new row that says what it replaces.
 */
export const measurement = pgTable(
  'measurement',
  {
    id: id(),
    metricId: uuid().notNull().references(() => programmeMetric.id, { onDelete: 'cascade' }),
    programmeId: uuid().notNull().references(() => programme.id, { onDelete: 'cascade' }),
    checkInId: uuid().references(() => checkIn.id, { onDelete: 'set null' }),
    periodStart: date().notNull(),
    periodEnd: date().notNull(),
    value: doublePrecision(),
    numerator: integer(),
    denominator: integer(),
    sd: doublePrecision(),
    n: integer(),
    method: text(),
    note: text(),
    fileId: uuid().references(() => file.id),
    state: text({ enum: measurementStates }).notNull().default('draft'),
    /** Why a value that surprises is right all the same, said by whoever entered it. */
    surpriseReason: text(),
    correctsId: uuid(),
    correctionReason: text(),
    recordedBy: uuid(),
    recordedAt: createdAt(),
    submittedBy: uuid(),
    submittedAt: instant(),
    verifiedBy: uuid(),
    verifiedAt: instant(),
    /** Why it was sent back to be written again, the last time. */
    returnedReason: text(),
    /** Names the attempt that brought it: the same again is answered the same. */
    idempotencyKey: text(),
    version: integer().notNull().default(0),
  },
  (table) => [
    index().on(table.metricId, table.periodEnd),
    index().on(table.programmeId),
    unique('measurement_key').on(table.metricId, table.idempotencyKey),
    unique('measurement_corrected_once').on(table.correctsId),
    check('measurement_period', sql`period_start <= period_end`),
    check('measurement_counts', sql`numerator >= 0 and denominator >= 0 and n >= 0 and num_nonnulls(numerator, denominator) <> 1`),
    check('measurement_figure', sql`state = 'draft' or num_nonnulls(value, numerator) > 0`),
    check('measurement_verified_by_somebody_else', sql`state <> 'verified' or (verified_at is not null and verified_by is distinct from submitted_by)`),
    check('measurement_correction_has_a_reason', sql`corrects_id is null or length(btrim(coalesce(correction_reason, ''))) > 0`),
    // A draft is the laureate's own paper.
    pgPolicy('measurement_read', { for: 'select', to: portalApp, using: sql`${ofSeenProgramme} and (state <> 'draft' or programme_id in (select id from programme where organisation_id = ${actorOrganisations}))` }),
    pgPolicy('measurement_enter', { for: 'insert', to: portalApp, withCheck: sql`recorded_by = ${actor} and state <> 'verified' and ${ofEditedProgramme}` }),
    // Managers bring a site's figures for it, in the open: already submitted, so somebody else verifies them.
    pgPolicy('measurement_bring', { for: 'insert', to: portalApp, withCheck: sql`recorded_by = ${actor} and submitted_by = ${actor} and state = 'submitted' and ${managesProgramme}` }),
    pgPolicy('measurement_write', { for: 'update', to: portalApp, using: sql`${ofEditedProgramme} and state = 'draft'`, withCheck: sql`${ofEditedProgramme} and state <> 'verified'` }),
    pgPolicy('measurement_discard', { for: 'delete', to: portalApp, using: sql`${ofEditedProgramme} and state = 'draft'` }),
    pgPolicy('measurement_verify', { for: 'update', to: portalApp, using: sql`state = 'submitted' and ((${managesProgramme}) or programme_id = ${actorMentored})`, withCheck: sql`(${managesProgramme}) or programme_id = ${actorMentored}` }),
    pgPolicy('measurement_read_worker', { for: 'select', to: portalWorker, using: sql`true` }),
  ],
)
