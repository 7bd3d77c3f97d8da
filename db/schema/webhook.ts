import { sql } from 'drizzle-orm'
import { check, index, integer, pgPolicy, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { actor, actorAdministers, createdAt, id, instant, portalApp, portalWorker } from '#db/schema/roles.ts'
import { webhookEvents } from '#lib/domain/webhook.ts'

/**
 * Another tool that is told what happens here. Administrators set it up; its secret is read by the job that signs, and
 * by nobody else once it has been shown. After a rotation the secret before signs too, until the instant said.
 */
export const webhook = pgTable(
  'webhook',
  {
    id: id(),
    address: text().notNull(),
    events: text({ enum: webhookEvents }).array().notNull(),
    secret: text().notNull(),
    formerSecret: text(),
    formerUntil: instant(),
    createdBy: uuid(),
    createdAt: createdAt(),
    disabledAt: instant(),
    /** `by-hand`, or `gone`: the receiver answered 410. */
    disabledReason: text({ enum: ['by-hand', 'gone'] }),
  },
  () => [
    check('webhook_events', sql`cardinality(events) > 0`),
    check('webhook_former_secret', sql`num_nonnulls(former_secret, former_until) <> 1`),
    check('webhook_disabled_whole', sql`num_nonnulls(disabled_at, disabled_reason) <> 1`),
    pgPolicy('webhook_administer', { for: 'all', to: portalApp, using: actorAdministers, withCheck: actorAdministers }),
    pgPolicy('webhook_deliver', { for: 'all', to: portalWorker, using: sql`true`, withCheck: sql`true` }),
  ],
)

/** A notice on its way to one tool, written with the deed it tells of. Its identifier is the same at each try. */
export const webhookDelivery = pgTable(
  'webhook_delivery',
  {
    id: id(),
    webhookId: uuid().notNull().references(() => webhook.id, { onDelete: 'cascade' }),
    type: text({ enum: webhookEvents }).notNull(),
    body: text().notNull(),
    createdAt: createdAt(),
    tries: integer().notNull().default(0),
    /** Null once delivered or given up. */
    nextTryAt: instant().default(sql`now()`),
    triedAt: instant(),
    deliveredAt: instant(),
    lastStatus: integer(),
    lastError: text(),
    replayedBy: uuid(),
  },
  (table) => [
    index('webhook_delivery_to_send').on(table.nextTryAt).where(sql`next_try_at is not null`),
    index().on(table.webhookId, table.createdAt),
    pgPolicy('webhook_delivery_administer', { for: 'select', to: portalApp, using: actorAdministers }),
    pgPolicy('webhook_delivery_replay', { for: 'update', to: portalApp, using: sql`${actorAdministers} and next_try_at is null`, withCheck: sql`${actorAdministers} and replayed_by = ${actor}` }),
    pgPolicy('webhook_delivery_deliver', { for: 'all', to: portalWorker, using: sql`true`, withCheck: sql`true` }),
  ],
)
