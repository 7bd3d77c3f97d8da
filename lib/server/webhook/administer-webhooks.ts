import { randomBytes } from 'node:crypto'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { webhook, webhookDelivery } from '#db/schema/webhook.ts'
import { administrator, type Person } from '#lib/domain/access.ts'
import { webhookAddress, webhookEvents, writtenSecret } from '#lib/domain/webhook.ts'
import { command } from '#lib/server/command.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

const named = z.object({ webhookId: z.uuid() })

async function loadWebhook(read: Reader, { webhookId }: { webhookId: string }) {
  const [found] = await read.select({ id: webhook.id, disabledAt: webhook.disabledAt }).from(webhook).where(eq(webhook.id, webhookId))
  if (!found) throw new Refusal('not-found')
  return found
}

/** Has a tool told of some kinds of events. Its secret is in the answer, and never shown again. Codes: `address`, `missing`. */
export const addWebhook = command({
  name: 'webhook.add',
  input: z.object({ address: webhookAddress, events: z.array(z.enum(webhookEvents)).refine((events) => events.length > 0, { params: { code: 'missing' } }) }),
  subject: async () => null,
  may: administrator,
  run: async ({ tx, actor, note }, { address, events }) => {
    const secret = writtenSecret(randomBytes(32))
    const [added] = await tx.insert(webhook).values({ address, events: [...new Set(events)], secret, createdBy: (actor as Person).id }).returning({ id: webhook.id })
    if (!added) throw new Error('Inserting returned nothing.')
    note({ subject: added.id, detail: { events } })
    return { webhookId: added.id, secret }
  },
})

/** Gives a tool a new secret, shown once; the one before signs beside it for a day. */
export const rotateWebhook = command({
  name: 'webhook.rotate',
  input: named,
  subject: loadWebhook,
  may: administrator,
  run: async ({ tx, note }, { webhookId }) => {
    const secret = writtenSecret(randomBytes(32))
    await tx.execute(sql`select portal.rotate_webhook_secret(${webhookId}::uuid, ${secret})`)
    note({ subject: webhookId })
    return { webhookId, secret }
  },
})

/** Stops telling a tool; what already waits for it stays, and goes out once it is told again. */
export const disableWebhook = command({
  name: 'webhook.disable',
  input: named,
  subject: loadWebhook,
  may: administrator,
  run: async ({ tx, note }, { webhookId }) => {
    await tx.update(webhook).set({ disabledAt: sql`now()`, disabledReason: 'by-hand' }).where(and(eq(webhook.id, webhookId), isNull(webhook.disabledAt)))
    note({ subject: webhookId })
  },
})

export const enableWebhook = command({
  name: 'webhook.enable',
  input: named,
  subject: loadWebhook,
  may: administrator,
  run: async ({ tx, note }, { webhookId }) => {
    await tx.update(webhook).set({ disabledAt: null, disabledReason: null }).where(eq(webhook.id, webhookId))
    note({ subject: webhookId })
  },
})

/** Forgets a tool and its notices. */
export const removeWebhook = command({
  name: 'webhook.remove',
  input: named,
  subject: loadWebhook,
  may: administrator,
  run: async ({ tx, note }, { webhookId }) => {
    await tx.delete(webhook).where(eq(webhook.id, webhookId))
    note({ subject: webhookId })
  },
})

/** Sends a notice again that was delivered or given up, under the same identifier: receivers know it for the same. Refused as `conflict` while it waits. */
export const replayDelivery = command({
  name: 'webhook.replay',
  input: z.object({ deliveryId: z.uuid() }),
  subject: async (read, { deliveryId }) => {
    const [found] = await read.select({ id: webhookDelivery.id, webhookId: webhookDelivery.webhookId, nextTryAt: webhookDelivery.nextTryAt }).from(webhookDelivery).where(eq(webhookDelivery.id, deliveryId))
    if (!found) throw new Refusal('not-found')
    return found
  },
  may: administrator,
  run: async ({ tx, actor, subject, note }, { deliveryId }) => {
    if (subject.nextTryAt !== null) throw new Refusal('conflict', { reason: 'delivery-waits' })
    await tx.update(webhookDelivery).set({ nextTryAt: sql`now()`, tries: 0, deliveredAt: null, replayedBy: (actor as Person).id }).where(eq(webhookDelivery.id, deliveryId))
    await tx.execute(sql`select pg_notify('portal_webhook', '')`)
    note({ subject: subject.webhookId, detail: { delivery: deliveryId } })
    return { webhookId: subject.webhookId }
  },
})
