import { sql } from 'drizzle-orm'
import { check, date, index, integer, jsonb, pgPolicy, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { call } from '#db/schema/call.ts'
import { checkIn } from '#db/schema/check-in.ts'
import { commitment } from '#db/schema/commitment.ts'
import { person } from '#db/schema/person.ts'
import { milestone, programme } from '#db/schema/programme.ts'
import { measurement, programmeMetric } from '#db/schema/programme-metric.ts'
import { actor, actorEditedOrganisations, actorManages, actorMentored, createdAt, id, instant, notWalledOff, portalApp, portalWorker } from '#db/schema/roles.ts'
import { type NoticePreference, noticeKinds } from '#lib/domain/notice.ts'

const ofRunning = sql`${notWalledOff('programme_id')} and programme_id in (select id from programme where stopped_at is null`
/** Its person's alone, and only while they are still among those who are told of such a thing (portal.programme_people). */
const stillTold = sql`person_id = ${actor} and case
  when kind = 'commitment-due' then commitment_id in (select id from commitment where organisation_id = ${actorEditedOrganisations})
  when kind = 'milestone-to-accept' then ${actorManages} and ${ofRunning})
  when kind = 'measurement-to-verify' then ${ofRunning} and (${actorManages} or id = ${actorMentored}))
  else ${ofRunning} and organisation_id = ${actorEditedOrganisations}) end`

/**
 * One thing told to one person, once: the job writes it, whatever restarts and however many of them run. A thing whose day
 * was moved is told again. Whether it still waits is asked of the thing itself (portal.is_waiting).
 */
export const notice = pgTable(
  'notice',
  {
    id: id(),
    personId: uuid().notNull().references(() => person.id, { onDelete: 'cascade' }),
    kind: text({ enum: noticeKinds }).notNull(),
    callId: uuid().notNull().references(() => call.id, { onDelete: 'cascade' }),
    /** Null for what a partner promised to all of a call. */
    programmeId: uuid().references(() => programme.id, { onDelete: 'cascade' }),
    checkInId: uuid().references(() => checkIn.id, { onDelete: 'cascade' }),
    milestoneId: uuid().references(() => milestone.id, { onDelete: 'cascade' }),
    /** Of a measurement, its metric. */
    metricId: uuid().references(() => programmeMetric.id, { onDelete: 'cascade' }),
    measurementId: uuid().references(() => measurement.id, { onDelete: 'cascade' }),
    commitmentId: uuid().references(() => commitment.id, { onDelete: 'cascade' }),
    subjectId: uuid().notNull().generatedAlwaysAs(sql`coalesce(check_in_id, milestone_id, measurement_id, metric_id, commitment_id)`),
    /** When it is due; for what waits to be accepted or verified, since when it waits. */
    day: date().notNull(),
    createdAt: createdAt(),
    seenAt: instant(),
    /** When a mail first told of it, alone or in a digest. */
    mailedAt: instant(),
  },
  (table) => [
    unique('notice_once').on(table.personId, table.kind, table.subjectId, table.day),
    index('notice_to_mail').on(table.personId).where(sql`mailed_at is null`),
    check('notice_of_one_thing', sql`num_nonnulls(check_in_id, milestone_id, measurement_id, commitment_id) + (metric_id is not null and measurement_id is null)::int = 1`),
    pgPolicy('notice_own', { for: 'select', to: portalApp, using: stillTold }),
    pgPolicy('notice_see', { for: 'update', to: portalApp, using: stillTold, withCheck: sql`person_id = ${actor}` }),
    pgPolicy('notice_tell', { for: 'all', to: portalWorker, using: sql`true`, withCheck: sql`true` }),
  ],
)

/** How somebody wants to be told by mail. Whoever chose nothing has no row: `usualPreference`. */
export const noticePreference = pgTable(
  'notice_preference',
  {
    personId: uuid().primaryKey().references(() => person.id, { onDelete: 'cascade' }),
    choices: jsonb().$type<NoticePreference['choices']>().notNull(),
    /** Hours of a clock in Paris; both null: mails at any hour. */
    quietFrom: integer(),
    quietUntil: integer(),
    digestDay: integer().notNull(),
    digestHour: integer().notNull(),
    changedAt: createdAt(),
  },
  () => [
    check('notice_preference_quiet', sql`num_nonnulls(quiet_from, quiet_until) <> 1 and quiet_from between 0 and 23 and quiet_until between 0 and 23`),
    check('notice_preference_digest', sql`digest_day between 1 and 7 and digest_hour between 0 and 23`),
    pgPolicy('notice_preference_own', { for: 'all', to: portalApp, using: sql`person_id = ${actor}`, withCheck: sql`person_id = ${actor}` }),
    pgPolicy('notice_preference_read_worker', { for: 'select', to: portalWorker, using: sql`true` }),
  ],
)

/** That somebody had their digest of a week, which begins on this Monday: there is one. */
export const noticeDigest = pgTable(
  'notice_digest',
  {
    personId: uuid().notNull().references(() => person.id, { onDelete: 'cascade' }),
    week: date().notNull(),
    writtenAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.week] }),
    pgPolicy('notice_digest_own', { for: 'select', to: portalApp, using: sql`person_id = ${actor}` }),
    pgPolicy('notice_digest_tell', { for: 'all', to: portalWorker, using: sql`true`, withCheck: sql`true` }),
  ],
)
