import { sql } from 'drizzle-orm'
import { boolean, check, date, index, integer, jsonb, pgPolicy, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { application } from '#db/schema/application.ts'
import { call } from '#db/schema/call.ts'
import { file } from '#db/schema/file.ts'
import { organisation } from '#db/schema/organisation.ts'
import { actor, actorEditedOrganisations, actorManages, actorMentored, actorOrganisations, createdAt, id, instant, notWalledOff, portalApp, portalWorker } from '#db/schema/roles.ts'
import type { Localized } from '#lib/domain/localized.ts'
import type { ProgrammeTemplate } from '#lib/domain/programme.ts'

const words = () => jsonb().$type<Localized>()

/** Managers without a link of interest to the laureate: a programme bears its application's identifier. */
export const managesProgramme = sql`${actorManages} and ${notWalledOff('programme_id')}`
/** The wall around a programme, for what hangs on it. Listed once per query: people follow hundreds at most. */
export const ofSeenProgramme = sql`programme_id in (select id from programme)`
/** The laureate's own people who write. */
export const ofEditedProgramme = sql`programme_id in (select id from programme where organisation_id = ${actorEditedOrganisations})`

/** What each laureate of a call goes through: modules, milestones by month, follow-up. Edited on screen until laureates are released; later only for what comes next. */
export const programmeTemplate = pgTable(
  'programme_template',
  {
    callId: uuid().primaryKey().references(() => call.id, { onDelete: 'cascade' }),
    months: integer().notNull(),
    modules: jsonb().$type<ProgrammeTemplate['modules']>().notNull(),
    milestones: jsonb().$type<ProgrammeTemplate['milestones']>().notNull(),
    /** Months after the start at which outcomes are asked for again. */
    followUps: integer().array().notNull(),
    /** The day programmes begin, in Paris; null: the day of the release. */
    startsOn: date(),
    version: integer().notNull().default(0),
  },
  () => [
    check('programme_template_months', sql`months between 1 and 36`),
    pgPolicy('programme_template_read', { for: 'select', to: portalApp, using: sql`call_id in (select id from call)` }),
    pgPolicy('programme_template_shape', { for: 'all', to: portalApp, using: sql`${actorManages} and call_id in (select id from call where run_here)`, withCheck: sql`${actorManages} and call_id in (select id from call where run_here)` }),
  ],
)

/** A laureate's nine months, under its application's own identifier. Its own, its mentors' and the managers'. */
export const programme = pgTable(
  'programme',
  {
    id: uuid().primaryKey().references(() => application.id, { onDelete: 'cascade' }),
    callId: uuid().notNull().references(() => call.id),
    organisationId: uuid().notNull().references(() => organisation.id),
    organisationName: text().notNull(),
    number: text().notNull(),
    solution: text().notNull(),
    pitch: text().notNull(),
    startsOn: date().notNull(),
    months: integer().notNull(),
    modules: jsonb().$type<ProgrammeTemplate['modules']>().notNull(),
    followUps: integer().array().notNull(),
    /** Raised at each change of its settings. */
    version: integer().notNull().default(0),
    createdAt: createdAt(),
    stoppedAt: instant(),
    stopReason: text(),
  },
  (table) => [
    index().on(table.callId),
    index().on(table.organisationId),
    check('programme_stopped_whole', sql`num_nonnulls(stopped_at, stop_reason) <> 1`),
    pgPolicy('programme_read', { for: 'select', to: portalApp, using: sql`organisation_id = ${actorOrganisations} or (${actorManages} and ${notWalledOff('id')}) or id = ${actorMentored}` }),
    pgPolicy('programme_steer', { for: 'update', to: portalApp, using: sql`${actorManages} and ${notWalledOff('id')}`, withCheck: sql`${actorManages}` }),
    pgPolicy('programme_read_worker', { for: 'select', to: portalWorker, using: sql`true` }),
  ],
)

/** A step of a programme by a given day: done by the laureate with evidence, accepted by a manager; moved only with a reason. */
export const milestone = pgTable(
  'milestone',
  {
    id: id(),
    programmeId: uuid().notNull().references(() => programme.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    month: integer().notNull(),
    title: words().notNull(),
    dueOn: date().notNull(),
    isProposal: boolean().notNull().default(false),
    /** What shows that it is done, in the laureate's words. */
    evidence: text(),
    doneAt: instant(),
    doneBy: uuid(),
    acceptedAt: instant(),
    acceptedBy: uuid(),
    /** Why a manager sent it back, the last time. */
    returnedReason: text(),
    version: integer().notNull().default(0),
  },
  (table) => [
    index().on(table.programmeId, table.position),
    check('milestone_done_whole', sql`num_nonnulls(done_at, done_by) <> 1`),
    check('milestone_accepted_once_done', sql`num_nonnulls(accepted_at, accepted_by) <> 1 and (accepted_at is null or done_at is not null)`),
    pgPolicy('milestone_read', { for: 'select', to: portalApp, using: ofSeenProgramme }),
    pgPolicy('milestone_shape', { for: 'all', to: portalApp, using: managesProgramme, withCheck: managesProgramme }),
    pgPolicy('milestone_work', { for: 'update', to: portalApp, using: ofEditedProgramme, withCheck: ofEditedProgramme }),
    pgPolicy('milestone_read_worker', { for: 'select', to: portalWorker, using: sql`true` }),
  ],
)

/** A milestone's day moved: from, to, why, by whom. Never changed. */
export const milestoneMove = pgTable(
  'milestone_move',
  {
    id: id(),
    milestoneId: uuid().notNull().references(() => milestone.id, { onDelete: 'cascade' }),
    programmeId: uuid().notNull().references(() => programme.id, { onDelete: 'cascade' }),
    fromOn: date().notNull(),
    toOn: date().notNull(),
    reason: text().notNull(),
    movedBy: uuid(),
    movedAt: createdAt(),
  },
  (table) => [
    index().on(table.programmeId),
    check('milestone_move_has_a_reason', sql`length(btrim(reason)) > 0`),
    pgPolicy('milestone_move_read', { for: 'select', to: portalApp, using: ofSeenProgramme }),
    pgPolicy('milestone_move_write', { for: 'insert', to: portalApp, withCheck: sql`${managesProgramme} and moved_by = ${actor}` }),
  ],
)

/** A file of a programme: to a milestone, to a measurement, or to the whole. Seen by whoever sees the programme. */
export const programmeDocument = pgTable(
  'programme_document',
  {
    programmeId: uuid().notNull().references(() => programme.id, { onDelete: 'cascade' }),
    fileId: uuid().notNull().references(() => file.id, { onDelete: 'cascade' }),
    milestoneId: uuid().references(() => milestone.id, { onDelete: 'set null' }),
    addedBy: uuid(),
    addedAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.programmeId, table.fileId] }),
    uniqueIndex('programme_document_file').on(table.fileId),
    index().on(table.milestoneId),
    pgPolicy('programme_document_read', { for: 'select', to: portalApp, using: ofSeenProgramme }),
    pgPolicy('programme_document_write', { for: 'all', to: portalApp, using: ofEditedProgramme, withCheck: sql`${ofEditedProgramme} and added_by = ${actor}` }),
  ],
)
