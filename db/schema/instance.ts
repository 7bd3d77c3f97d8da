import { sql } from 'drizzle-orm'
import { boolean, check, integer, jsonb, pgPolicy, pgTable } from 'drizzle-orm/pg-core'
import { actorManages, portalApp, portalAuth, readByAnyone } from '#db/schema/roles.ts'

/** What this portal is: one row, written at each start by the owner from the environment. */
export const instance = pgTable(
  'instance',
  {
    id: integer().primaryKey().default(1),
    demonstration: boolean().notNull(),
    mailboxIsOpen: boolean().notNull(),
    /** How far the demonstration has been filled, and by which seed of chance; null before, and where there is none. */
    demonstrationFilled: jsonb().$type<{ stage: string; seed: number }>(),
  },
  () => [
    check('instance_single', sql`id = 1`),
    readByAnyone('instance'),
    pgPolicy('instance_read_sign_in', { for: 'select', to: portalAuth, using: sql`true` }),
    pgPolicy('instance_fill', { for: 'update', to: portalApp, using: sql`demonstration and ${actorManages}`, withCheck: sql`demonstration` }),
  ],
)
