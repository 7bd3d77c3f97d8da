import { randomBytes } from 'node:crypto'
import type { TransactionSql } from 'postgres'
import { writtenSecret } from '#lib/domain/webhook.ts'
import type { Persona } from '#tests/access/routes.ts'

export type WorldWebhook = { id: string; deliveryId: string }

/** A tool that is told nothing any more, and a notice given up. Administrators know of it; its secret is nobody's to read. */
export async function addWorldWebhook(sql: TransactionSql, createdBy: string, plant: (what: string, seenBy: Iterable<Persona>, shape?: (text: string) => string) => string): Promise<WorldWebhook> {
  const address = plant('webhook', ['admin'], (text) => `https://${text}.example/hook`)
  const secret = plant('webhook secret', [], (text) => `${writtenSecret(randomBytes(32))}${text}`)
  const [row] = await sql<{ id: string }[]>`
    insert into webhook ${sql({ address, events: ['application.submitted'], secret, created_by: createdBy, disabled_at: new Date(), disabled_reason: 'by-hand' })} returning id`
  const [delivery] = await sql<{ id: string }[]>`
    insert into webhook_delivery ${sql({ webhook_id: row?.id ?? '', type: 'application.submitted', body: JSON.stringify({ address }), tries: 10, next_try_at: null, last_status: 503 })} returning id`
  return { id: row?.id ?? '', deliveryId: delivery?.id ?? '' }
}
