import { sql } from 'drizzle-orm'
import { boolean, check, date, index, integer, jsonb, pgPolicy, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { actor, actorManages, createdAt, id, instant, portalApp, portalWorker, readByAnyone } from '#db/schema/roles.ts'
import { organisation } from '#db/schema/organisation.ts'
import { rupture } from '#db/schema/rupture.ts'
import { source } from '#db/schema/source.ts'
import type { Localized } from '#lib/domain/localized.ts'
import { organisationKinds } from '#lib/domain/organisation.ts'

const words = () => jsonb().$type<Localized>()
/** Whoever sees the call sees its parts. */
export const readWithCall = (name: string) => pgPolicy(`${name}_read_with_call`, { for: 'select', to: portalApp, using: sql`call_id in (select id from call)` })
/** Managers shape the calls run here; those known from the press are the référentiel's. */
export const shapedByManagers = (name: string) => pgPolicy(`${name}_shape`, { for: 'all', to: portalApp, using: ofShapedCall, withCheck: ofShapedCall })
const ofShapedCall = sql`${actorManages} and call_id in (select id from call where run_here)`

/** A series of calls in one field, e.g. Impact in mental health. */
export const initiative = pgTable(
  'initiative',
  {
    id: id(),
    slug: text().notNull().unique(),
    title: words().notNull(),
    summary: words().notNull(),
    field: text().notNull(),
    external: boolean().notNull().default(false),
    demonstration: boolean().notNull().default(false),
    sourceIds: text().array().notNull(),
  },
  () => [
    readByAnyone('initiative'),
    // Real ones are the référentiel's. Only a demonstration makes its own.
    pgPolicy('initiative_invent', { for: 'insert', to: portalApp, withCheck: sql`demonstration and not external and ${actorManages} and (select i.demonstration from instance i)` }),
  ],
)

/** One edition of an initiative. Days are those announced; instants are set only for calls run here. */
export const call = pgTable(
  'call',
  {
    id: id(),
    initiativeId: uuid().notNull().references(() => initiative.id),
    slug: text().notNull().unique(),
    title: words().notNull(),
    edition: integer(),
    opensOn: date(),
    closesOn: date(),
    opensAt: instant(),
    closesAt: instant(),
    target: words(),
    targetSourceId: text().references(() => source.id),
    applicationsReceived: integer(),
    applicationsReceivedIsApproximate: boolean().notNull().default(false),
    applicationsSourceId: text().references(() => source.id),
    facts: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    sourceIds: text().array().notNull(),
    external: boolean().notNull().default(false),
    demonstration: boolean().notNull().default(false),
    publishedAt: instant(),
    createdAt: createdAt(),
    /** Run on this portal: applications come in here. False for calls known from the press. */
    runHere: boolean().notNull().default(false),
    createdBy: uuid(),
    /** The day the answer is promised for, in Paris. */
    answerOn: date(),
    whoMayApply: words(),
    applicantKinds: text({ enum: organisationKinds }).array().notNull().default([]),
    /** Core fields that may still be changed after the deadline, and until when. */
    staysOpen: text().array().notNull().default([]),
    staysOpenUntil: instant(),
    /** How often, and when last, dates changed after they were published, moves of the deadline apart: agendas are told by it. */
    dateChanges: integer().notNull().default(0),
    datesChangedAt: instant(),
    /** Raised at each change of the settings: two managers never overwrite each other unawares. */
    version: integer().notNull().default(0),
  },
  () => [
    check('call_run_here_is_dated', sql`not run_here or published_at is null or (opens_at is not null and closes_at is not null and answer_on is not null)`),
    check('call_opens_before_it_closes', sql`opens_at < closes_at`),
    pgPolicy('call_read_published', { for: 'select', to: portalApp, using: sql`published_at is not null or ${actorManages}` }),
    pgPolicy('call_read_worker', { for: 'select', to: portalWorker, using: sql`true` }),
    pgPolicy('call_create', { for: 'insert', to: portalApp, withCheck: sql`${actorManages} and run_here and created_by = ${actor} and published_at is null` }),
    pgPolicy('call_shape', { for: 'update', to: portalApp, using: sql`${actorManages} and run_here`, withCheck: sql`${actorManages} and run_here` }),
    pgPolicy('call_discard', { for: 'delete', to: portalApp, using: sql`${actorManages} and run_here and published_at is null` }),
  ],
)

/** A period of a call's calendar, as announced. */
export const phase = pgTable(
  'phase',
  {
    id: id(),
    callId: uuid().notNull().references(() => call.id, { onDelete: 'cascade' }),
    slug: text().notNull(),
    position: integer().notNull(),
    title: words().notNull(),
    startsOn: date(),
    endsOn: date(),
    startsMonth: text(),
    datesArePlanned: boolean().notNull(),
    note: words(),
    sourceId: text().references(() => source.id),
    /** Exact, for calls run here; the days above are theirs in Paris. */
    startsAt: instant(),
    endsAt: instant(),
  },
  (table) => [unique().on(table.callId, table.slug), readWithCall('phase'), shapedByManagers('phase')],
)

/** A question a call puts to start-ups. */
export const challenge = pgTable(
  'challenge',
  {
    id: id(),
    callId: uuid().notNull().references(() => call.id, { onDelete: 'cascade' }),
    slug: text().notNull(),
    position: integer().notNull(),
    title: words().notNull(),
    description: words(),
    sourceId: text().references(() => source.id),
  },
  (table) => [unique().on(table.callId, table.slug), readWithCall('challenge'), shapedByManagers('challenge')],
)

/** A rupture a challenge points at, by its lasting name: readers see it as it stands. */
export const challengeRupture = pgTable(
  'challenge_rupture',
  {
    challengeId: uuid().notNull().references(() => challenge.id, { onDelete: 'cascade' }),
    ruptureId: uuid().notNull().references(() => rupture.id),
    callId: uuid().notNull().references(() => call.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.challengeId, table.ruptureId] }),
    index().on(table.ruptureId),
    index().on(table.callId),
    readWithCall('challenge_rupture'),
    shapedByManagers('challenge_rupture'),
  ],
)

/** An organisation's part in a call. */
export const callPartner = pgTable(
  'call_partner',
  {
    callId: uuid().notNull().references(() => call.id, { onDelete: 'cascade' }),
    organisationId: uuid().notNull().references(() => organisation.id),
    position: integer().notNull(),
    role: words().notNull(),
    note: words(),
    sourceId: text().references(() => source.id),
  },
  (table) => [primaryKey({ columns: [table.callId, table.organisationId] }), readWithCall('call_partner'), shapedByManagers('call_partner')],
)

/** A solution that won a call. */
export const laureate = pgTable(
  'laureate',
  {
    id: id(),
    callId: uuid().notNull().references(() => call.id),
    organisationId: uuid().notNull().references(() => organisation.id),
    slug: text().notNull().unique(),
    position: integer().notNull(),
    solution: words().notNull(),
    solutionSourceId: text().references(() => source.id),
    rupturesNote: words(),
    callIsInferred: boolean().notNull().default(false),
    laterFacts: jsonb().$type<{ fact: Localized; sourceId: string | null }[]>().notNull().default([]),
    note: words(),
    sourceId: text().references(() => source.id),
    /** The application that won, for calls run here. */
    applicationId: uuid().unique('laureate_application'),
    demonstration: boolean().notNull().default(false),
  },
  (table) => [index().on(table.callId), index().on(table.organisationId), pgPolicy('laureate_read_with_call', { for: 'select', to: portalApp, using: sql`call_id in (select id from call where published_at is not null)` })],
)

/** The ruptures a laureate's solution is held to mend. */
export const laureateRupture = pgTable(
  'laureate_rupture',
  {
    laureateId: uuid().notNull().references(() => laureate.id, { onDelete: 'cascade' }),
    ruptureId: uuid().notNull().references(() => rupture.id),
    position: integer().notNull(),
    isProposal: boolean().notNull(),
    note: words(),
  },
  (table) => [
    primaryKey({ columns: [table.laureateId, table.ruptureId] }),
    index().on(table.ruptureId),
    pgPolicy('laureate_rupture_read_with_laureate', { for: 'select', to: portalApp, using: sql`laureate_id in (select id from laureate)` }),
  ],
)
