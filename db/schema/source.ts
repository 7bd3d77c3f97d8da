import { integer, pgTable, text } from 'drizzle-orm/pg-core'
import { readByAnyone } from '#db/schema/roles.ts'

/** A publication behind a figure. */
export const source = pgTable(
  'source',
  {
    id: text().primaryKey(),
    title: text().notNull(),
    publisher: text().notNull(),
    year: integer(),
    url: text(),
    kind: text({ enum: ['primary', 'secondary'] }).notNull(),
    noteFr: text(),
    noteEn: text(),
    position: integer().notNull(),
  },
  () => [readByAnyone('source')],
)
