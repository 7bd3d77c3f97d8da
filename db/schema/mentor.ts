import { sql } from 'drizzle-orm'
import { check, index, integer, pgPolicy, pgTable, primaryKey, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { organisation } from '#db/schema/organisation.ts'
import { managesProgramme, ofEditedProgramme, ofSeenProgramme, programme } from '#db/schema/programme.ts'
import { actor, actorMentored, createdAt, id, instant, portalApp, portalWorker } from '#db/schema/roles.ts'

/**
 * Somebody of a partner organisation given to a laureate. They see nothing of it before they said that no link of
 * interest stands (`declaredAt`) and that they keep what they read to themselves (`acceptedAt`).
 */
export const mentor = pgTable(
  'mentor',
  {
    id: id(),
    programmeId: uuid().notNull().references(() => programme.id, { onDelete: 'cascade' }),
    personId: uuid().notNull(),
    organisationId: uuid().notNull().references(() => organisation.id),
    /** As it was when they were named: laureates do not see every organisation. */
    organisationName: text().notNull(),
    name: text(),
    email: text().notNull(),
    addedBy: uuid(),
    addedAt: createdAt(),
    declaredAt: instant(),
    acceptedAt: instant(),
    /** Ended by a manager, or by the mentor who declined. */
    endedAt: instant(),
    endedBy: uuid(),
    endReason: text(),
  },
  (table) => [
    uniqueIndex('mentor_current').on(table.programmeId, table.personId).where(sql`ended_at is null`),
    index().on(table.personId),
    check('mentor_accepts_after_declaring', sql`accepted_at is null or declared_at is not null`),
    pgPolicy('mentor_read', { for: 'select', to: portalApp, using: sql`person_id = ${actor} or ${ofSeenProgramme}` }),
    pgPolicy('mentor_assign', { for: 'insert', to: portalApp, withCheck: sql`${managesProgramme} and added_by = ${actor} and declared_at is null and accepted_at is null` }),
    pgPolicy('mentor_end', { for: 'update', to: portalApp, using: managesProgramme, withCheck: managesProgramme }),
    pgPolicy('mentor_answer', { for: 'update', to: portalApp, using: sql`person_id = ${actor} and ended_at is null`, withCheck: sql`person_id = ${actor}` }),
    pgPolicy('mentor_read_worker', { for: 'select', to: portalWorker, using: sql`true` }),
  ],
)

/** A meeting of a laureate and a mentor: times proposed, one chosen, notes for both. Agendas are told by `sequence`. */
export const mentoringSession = pgTable(
  'mentoring_session',
  {
    id: id(),
    programmeId: uuid().notNull().references(() => programme.id, { onDelete: 'cascade' }),
    mentorId: uuid().references(() => mentor.id),
    subject: text().notNull(),
    proposedBy: uuid(),
    proposedAt: createdAt(),
    proposedTimes: timestamp({ withTimezone: true, mode: 'date' }).array().notNull(),
    minutes: integer().notNull(),
    place: text(),
    startsAt: instant(),
    chosenBy: uuid(),
    cancelledAt: instant(),
    cancelReason: text(),
    /** Read by everybody who sees the programme. */
    sharedNotes: text(),
    sequence: integer().notNull().default(0),
    version: integer().notNull().default(0),
  },
  (table) => [
    index().on(table.programmeId),
    check('mentoring_session_minutes', sql`minutes between 15 and 480`),
    check('mentoring_session_times', sql`cardinality(proposed_times) between 1 and 6`),
    pgPolicy('mentoring_session_read', { for: 'select', to: portalApp, using: ofSeenProgramme }),
    pgPolicy('mentoring_session_shape', { for: 'all', to: portalApp, using: sql`${managesProgramme} or ${ofEditedProgramme} or programme_id = ${actorMentored}`, withCheck: sql`${managesProgramme} or ${ofEditedProgramme} or programme_id = ${actorMentored}` }),
    pgPolicy('mentoring_session_read_worker', { for: 'select', to: portalWorker, using: sql`true` }),
  ],
)

/** What somebody keeps of a session for themself alone. */
export const sessionNote = pgTable(
  'session_note',
  {
    sessionId: uuid().notNull().references(() => mentoringSession.id, { onDelete: 'cascade' }),
    personId: uuid().notNull(),
    programmeId: uuid().notNull().references(() => programme.id, { onDelete: 'cascade' }),
    text: text().notNull(),
    savedAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.sessionId, table.personId] }),
    pgPolicy('session_note_own', { for: 'all', to: portalApp, using: sql`person_id = ${actor} and ${ofSeenProgramme}`, withCheck: sql`person_id = ${actor} and ${ofSeenProgramme}` }),
  ],
)
