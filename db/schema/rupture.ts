import { sql } from 'drizzle-orm'
import { boolean, check, doublePrecision, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id, readByAnyone } from '#db/schema/roles.ts'
import { source } from '#db/schema/source.ts'
import { estimateKinds, evidenceGrades, rangeKinds, sizeKinds } from '#lib/domain/estimate.ts'
import type { Localized } from '#lib/domain/localized.ts'
import { metricDirections, metricFamilies } from '#lib/domain/metric.ts'
import { dataSourceTypes, ruptureFields } from '#lib/domain/rupture.ts'
import { stageSlugs } from '#lib/domain/stage.ts'

const words = () => jsonb().$type<Localized>()

/** A step of the pathway, in order. */
export const stage = pgTable(
  'stage',
  {
    slug: text({ enum: stageSlugs }).primaryKey(),
    position: integer().notNull().unique(),
    title: words().notNull(),
    definition: words().notNull(),
    definitionIsProposal: boolean().notNull(),
    sourceId: text().references(() => source.id),
  },
  () => [readByAnyone('stage')],
)

/** A documented break in a pathway: its lasting name. What is known of it is in its versions. */
export const rupture = pgTable(
  'rupture',
  {
    id: id(),
    slug: text().notNull().unique(),
    position: integer().notNull(),
    createdAt: createdAt(),
  },
  () => [readByAnyone('rupture')],
)

/** What was known of a rupture from a given day on. Never updated: a correction is a new version. */
export const ruptureVersion = pgTable(
  'rupture_version',
  {
    id: id(),
    ruptureId: uuid().notNull().references(() => rupture.id),
    version: integer().notNull(),
    stage: text({ enum: stageSlugs }).notNull().references(() => stage.slug),
    stageIsProposal: boolean().notNull(),
    field: text({ enum: ruptureFields }).notNull(),
    title: words().notNull(),
    summary: words().notNull(),
    population: words().notNull(),
    indicatorDefinition: words().notNull(),
    dataSourceTypes: text({ enum: dataSourceTypes }).array().notNull(),
    evidence: text({ enum: evidenceGrades }).notNull(),
    sourceIds: text().array().notNull(),
    changeNote: words(),
    contentHash: text().notNull(),
    publishedAt: createdAt(),
  },
  (table) => [unique().on(table.ruptureId, table.version), readByAnyone('rupture_version')],
)

/** One figure of a rupture version: low–central–high, unit, year, place, source, evidence. All null: not quantified. */
export const estimate = pgTable(
  'estimate',
  {
    id: id(),
    ruptureVersionId: uuid().notNull().references(() => ruptureVersion.id),
    slug: text().notNull(),
    position: integer().notNull(),
    kind: text({ enum: estimateKinds }).notNull(),
    name: words().notNull(),
    low: doublePrecision(),
    central: doublePrecision(),
    high: doublePrecision(),
    rangeKind: text({ enum: rangeKinds }),
    rangeSourceId: text().references(() => source.id),
    approximate: boolean().notNull().default(false),
    computed: boolean().notNull().default(false),
    unit: words(),
    year: integer(),
    place: words(),
    sizeKind: text({ enum: sizeKinds }),
    conflictGroup: text(),
    evidence: text({ enum: evidenceGrades }),
    sourceId: text().references(() => source.id),
    note: words(),
  },
  (table) => [
    unique().on(table.ruptureVersionId, table.slug),
    index().on(table.sourceId),
    check('estimate_range', sql`coalesce(low, central) <= coalesce(central, high) and coalesce(central, low) <= coalesce(high, central)`),
    readByAnyone('estimate'),
  ],
)

/** A measure outcomes can be followed with. */
export const metric = pgTable(
  'metric',
  {
    slug: text().primaryKey(),
    position: integer().notNull(),
    name: words().notNull(),
    unit: words().notNull(),
    family: text({ enum: metricFamilies }).notNull(),
    direction: text({ enum: metricDirections }).notNull(),
    method: words().notNull(),
    sourceId: text().references(() => source.id),
    isProposal: boolean().notNull(),
    note: words(),
  },
  () => [readByAnyone('metric')],
)

/** Documents of the référentiel kept whole: rules, prioritisation method, programme template, rubric, context, gaps. */
export const referentialDocument = pgTable(
  'referential_document',
  { slug: text().primaryKey(), content: jsonb().notNull() },
  () => [readByAnyone('referential_document')],
)

/** Which rupture version a reader of the current state sees. */
export const currentRupture = pgTable(
  'current_rupture',
  {
    ruptureId: uuid().notNull().references(() => rupture.id),
    ruptureVersionId: uuid().notNull().references(() => ruptureVersion.id),
  },
  (table) => [primaryKey({ columns: [table.ruptureId] }), readByAnyone('current_rupture')],
)
