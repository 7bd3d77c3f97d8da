import { sql } from 'drizzle-orm'
import { boolean, date, index, integer, jsonb, pgPolicy, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id, instant, portalApp, readByAnyone } from '#db/schema/roles.ts'
import { organisation } from '#db/schema/organisation.ts'
import { rupture } from '#db/schema/rupture.ts'
import { source } from '#db/schema/source.ts'
import type { Localized } from '#lib/domain/localized.ts'

const words = () => jsonb().$type<Localized>()
const ofPublishedCall = (name: string) =>
  pgPolicy(`${name}_read_with_call`, { for: 'select', to: portalApp, using: sql`call_id in (select id from call where published_at is not null)` })

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
  () => [readByAnyone('initiative')],
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
  },
  () => [pgPolicy('call_read_published', { for: 'select', to: portalApp, using: sql`published_at is not null` })],
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
  },
  (table) => [unique().on(table.callId, table.slug), ofPublishedCall('phase')],
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
  (table) => [unique().on(table.callId, table.slug), ofPublishedCall('challenge')],
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
  (table) => [primaryKey({ columns: [table.callId, table.organisationId] }), ofPublishedCall('call_partner')],
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
    demonstration: boolean().notNull().default(false),
  },
  (table) => [index().on(table.callId), index().on(table.organisationId), ofPublishedCall('laureate')],
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
