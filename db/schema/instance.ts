import { sql } from 'drizzle-orm'
import { boolean, check, integer, pgPolicy, pgTable } from 'drizzle-orm/pg-core'
import { portalAuth, readByAnyone } from '#db/schema/roles.ts'

/** What this portal is: one row, written at each start by the owner from the environment. */
export const instance = pgTable(
  'instance',
  {
    id: integer().primaryKey().default(1),
    demonstration: boolean().notNull(),
    mailboxIsOpen: boolean().notNull(),
  },
  () => [
    check('instance_single', sql`id = 1`),
    readByAnyone('instance'),
    pgPolicy('instance_read_sign_in', { for: 'select', to: portalAuth, using: sql`true` }),
  ],
)
