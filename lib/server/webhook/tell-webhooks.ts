import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { webhookBody, type WebhookEvent } from '#lib/domain/webhook.ts'

/** Tells the tools that asked for it, once the transaction has gone through: identifiers and addresses, nothing of anybody. */
export async function tellWebhooks(tx: Transaction, type: WebhookEvent, at: Date, data: Record<string, string | number>): Promise<void> {
  await tx.execute(sql`select portal.tell_webhooks(${type}, ${webhookBody(type, at, data)})`)
}
