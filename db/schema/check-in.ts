import { sql } from 'drizzle-orm'
import { check, date, index, integer, jsonb, pgPolicy, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { organisation } from '#db/schema/organisation.ts'
import { managesProgramme, ofEditedProgramme, ofSeenProgramme, programme } from '#db/schema/programme.ts'
import { actor, actorMentored, actorOrganisations, createdAt, id, instant, portalApp, portalWorker } from '#db/schema/roles.ts'
import { moods, type Figures, type Progress } from '#lib/domain/check-in.ts'

/** Once submitted; before that it is the laureate's own paper. */
const seenOnceFiled = sql`${ofSeenProgramme} and (submitted_at is not null or skipped_at is not null or programme_id in (select id from programme where organisation_id = ${actorOrganisations}))`

/** A laureate's report of one month. Its own until submitted; then its mentors' and managers'. Each save raises `version`. */
export const checkIn = pgTable(
  'check_in',
  {
    id: id(),
    programmeId: uuid().notNull().references(() => programme.id, { onDelete: 'cascade' }),
    month: integer().notNull(),
    opensOn: date().notNull(),
    dueOn: date().notNull(),
    version: integer().notNull().default(0),
    savedAt: createdAt(),
    progress: jsonb().$type<Progress>().notNull().default({}),
    figures: jsonb().$type<Figures>().notNull().default({}),
    blockers: text(),
    askOrganisationId: uuid().references(() => organisation.id),
    ask: text(),
    mood: text({ enum: moods }),
    moodReason: text(),
    submittedAt: instant(),
    submittedBy: uuid(),
    skippedAt: instant(),
    skippedBy: uuid(),
    skipReason: text(),
  },
  (table) => [
    unique('check_in_each_month').on(table.programmeId, table.month),
    check('check_in_submitted_or_skipped', sql`submitted_at is null or skipped_at is null`),
    check('check_in_skipped_whole', sql`num_nonnulls(skipped_at, skip_reason) <> 1`),
    check('check_in_submitted_whole', sql`submitted_at is null or (mood is not null and (mood = 'on-track' or length(btrim(coalesce(mood_reason, ''))) > 0))`),
    pgPolicy('check_in_read', { for: 'select', to: portalApp, using: seenOnceFiled }),
    pgPolicy('check_in_write', { for: 'update', to: portalApp, using: ofEditedProgramme, withCheck: ofEditedProgramme }),
    pgPolicy('check_in_read_worker', { for: 'select', to: portalWorker, using: sql`true` }),
  ],
)

const ofEditedCheckIn = sql`check_in_id in (select id from check_in where ${ofEditedProgramme})`

/** One save of a check-in: which fields, by whom. An idempotency key answered once is answered the same again. */
export const checkInRevision = pgTable(
  'check_in_revision',
  {
    checkInId: uuid().notNull().references(() => checkIn.id, { onDelete: 'cascade' }),
    version: integer().notNull(),
    fields: text().array().notNull(),
    savedBy: uuid(),
    savedAt: createdAt(),
    idempotencyKey: text().notNull(),
    sha256: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.checkInId, table.version] }),
    unique('check_in_revision_key').on(table.checkInId, table.idempotencyKey),
    pgPolicy('check_in_revision_read', { for: 'select', to: portalApp, using: ofEditedCheckIn }),
    pgPolicy('check_in_revision_write', { for: 'insert', to: portalApp, withCheck: sql`saved_by = ${actor} and ${ofEditedCheckIn}` }),
  ],
)

/** What a manager or mentor answers to a check-in; it stands under it, and is never changed. */
export const checkInAnswer = pgTable(
  'check_in_answer',
  {
    id: id(),
    checkInId: uuid().notNull().references(() => checkIn.id, { onDelete: 'cascade' }),
    programmeId: uuid().notNull().references(() => programme.id, { onDelete: 'cascade' }),
    personId: uuid(),
    personName: text().notNull(),
    organisationName: text().notNull(),
    text: text().notNull(),
    answeredAt: createdAt(),
  },
  (table) => [
    index().on(table.checkInId),
    index().on(table.programmeId),
    pgPolicy('check_in_answer_read', { for: 'select', to: portalApp, using: ofSeenProgramme }),
    pgPolicy('check_in_answer_write', { for: 'insert', to: portalApp, withCheck: sql`person_id = ${actor} and ((${managesProgramme}) or programme_id = ${actorMentored}) and check_in_id in (select c.id from check_in c where c.submitted_at is not null)` }),
  ],
)
