import { integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { readByAnyone } from '#db/schema/roles.ts'
import type { Localized } from '#lib/domain/localized.ts'
import { sourceKinds, sourceLanguages } from '#lib/domain/source.ts'

/** A publication behind a figure. */
export const source = pgTable(
  'source',
  {
    id: text().primaryKey(),
    title: text().notNull(),
    language: text({ enum: sourceLanguages }).notNull(),
    publisher: jsonb().$type<Localized>().notNull(),
    year: integer(),
    url: text(),
    kind: text({ enum: sourceKinds }).notNull(),
    note: jsonb().$type<Localized>(),
    position: integer().notNull(),
  },
  () => [readByAnyone('source')],
)
