import { count, desc, eq, sql } from 'drizzle-orm'
import { webhook, webhookDelivery } from '#db/schema/webhook.ts'
import { administrator } from '#lib/domain/access.ts'
import { query } from '#lib/server/query.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

const shown = { id: webhook.id, address: webhook.address, events: webhook.events, formerUntil: webhook.formerUntil, createdAt: webhook.createdAt, disabledAt: webhook.disabledAt, disabledReason: webhook.disabledReason }

/** The tools that are told what happens here, with how many notices wait or were given up. */
export const listWebhooks = query({
  name: 'webhook.list',
  input: z.object({}),
  may: administrator,
  read: ({ tx }) =>
    tx
      .select({
        ...shown,
        waiting: sql<number>`(count(*) filter (where ${webhookDelivery.nextTryAt} is not null))::int`,
        givenUp: sql<number>`(count(*) filter (where ${webhookDelivery.nextTryAt} is null and ${webhookDelivery.deliveredAt} is null and ${webhookDelivery.id} is not null))::int`,
        delivered: count(webhookDelivery.deliveredAt),
      })
      .from(webhook)
      .leftJoin(webhookDelivery, eq(webhookDelivery.webhookId, webhook.id))
      .groupBy(webhook.id)
      .orderBy(webhook.createdAt),
})

/** One of them with its last hundred notices, newest first. Throws `not-found`. */
export const showWebhook = query({
  name: 'webhook.show',
  input: z.object({ webhookId: z.uuid().catch('00000000-0000-0000-0000-000000000000') }),
  may: administrator,
  read: async ({ tx }, { webhookId }) => {
    const [found] = await tx.select(shown).from(webhook).where(eq(webhook.id, webhookId))
    if (!found) throw new Refusal('not-found')
    const deliveries = await tx
      .select({ id: webhookDelivery.id, type: webhookDelivery.type, body: webhookDelivery.body, createdAt: webhookDelivery.createdAt, tries: webhookDelivery.tries, nextTryAt: webhookDelivery.nextTryAt, deliveredAt: webhookDelivery.deliveredAt, lastStatus: webhookDelivery.lastStatus, lastError: webhookDelivery.lastError })
      .from(webhookDelivery)
      .where(eq(webhookDelivery.webhookId, webhookId))
      .orderBy(desc(webhookDelivery.createdAt))
      .limit(100)
    return { ...found, deliveries }
  },
})
