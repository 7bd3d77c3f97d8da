import { sql } from 'drizzle-orm'
import { bigint, bigserial, customType, jsonb, pgPolicy, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { actor, actorAdministers, bytea, createdAt, portalApp, portalAuth, portalWorker } from '#db/schema/roles.ts'

const transactionId = customType<{ data: string; driverData: string }>({ dataType: () => 'xid8' })

/** An entry is of this moment and this transaction: nobody writes history afterwards. */
const written = sql`at = now() and transaction = pg_current_xact_id()`

/** Who did what, when. Inserted with the deed, never changed. */
export const auditEntry = pgTable(
  'audit_entry',
  {
    id: bigserial({ mode: 'number' }).primaryKey(),
    at: createdAt(),
    transaction: transactionId().notNull().default(sql`pg_current_xact_id()`),
    actorId: uuid(),
    deed: text().notNull(),
    subject: text(),
    detail: jsonb().$type<Record<string, unknown>>().notNull().default({}),
  },
  () => [
    pgPolicy('audit_entry_read', { for: 'select', to: portalApp, using: sql`${actorAdministers} or actor_id = ${actor}` }),
    pgPolicy('audit_entry_write', { for: 'insert', to: portalApp, withCheck: sql`actor_id is not distinct from ${actor} and ${written}` }),
    pgPolicy('audit_entry_sign_in', { for: 'insert', to: portalAuth, withCheck: written }),
    pgPolicy('audit_entry_seal', { for: 'select', to: portalWorker, using: sql`true` }),
  ],
)

/**
 * A link of the chain over the entries of transactions in [fromTransaction, toTransaction), all finished when it was made.
 * `digests` holds the SHA-256 of each entry, 32 bytes each, in the order of `entryIds`; `hash` is the SHA-256 over the
 * previous seal's and all of this row, so that a changed entry can be named.
 */
export const auditSeal = pgTable(
  'audit_seal',
  {
    id: bigint({ mode: 'number' }).primaryKey(),
    at: createdAt(),
    fromTransaction: transactionId().notNull(),
    toTransaction: transactionId().notNull(),
    entryIds: bigint({ mode: 'number' }).array().notNull(),
    digests: bytea().notNull(),
    hash: bytea().notNull(),
  },
  () => [
    pgPolicy('audit_seal_read', { for: 'select', to: portalApp, using: sql`${actorAdministers}` }),
    pgPolicy('audit_seal_write', { for: 'all', to: portalWorker, using: sql`true`, withCheck: sql`true` }),
  ],
)
