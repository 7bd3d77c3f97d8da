import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Reader, Transaction } from '#db/client.ts'
import { disclosedResult, disclosure } from '#db/schema/disclosure.ts'
import { manager, type Person } from '#lib/domain/access.ts'
import type { PublishedResult } from '#lib/domain/result.ts'
import { askedSlug } from '#lib/server/asked.ts'
import { loadCall } from '#lib/server/call/load-call.ts'
import { command } from '#lib/server/command.ts'
import { loadPreview } from '#lib/server/disclosure/preview-disclosure.ts'
import { permalink } from '#lib/server/open-data/permalink.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { tellWebhooks } from '#lib/server/webhook/tell-webhooks.ts'
import { z } from 'zod'

const load = async (read: Reader, slug: string) => {
  const its = await loadCall(read, slug)
  return { call: its, ...(await loadPreview(read, its)) }
}

/** Refuses as `conflict` what may not go out, named, and what is not what the manager read. */
function requireDisclosable({ obstacle, sha256: stands }: Awaited<ReturnType<typeof load>>, sha256: string): void {
  if (obstacle !== null) throw new Refusal('conflict', { reason: `disclosure-${obstacle}` })
  if (stands !== sha256) throw new Refusal('conflict', { reason: 'results-changed' })
}

/** Proposes to publish results exactly as read: another manager does it. Refused with `conflict`: `disclosure-walled-off`, `-nothing`, `-exposed`, `-unchanged`, `results-changed`, `disclosure_pending`. */
export const proposeDisclosure = command({
  name: 'disclosure.propose',
  input: askedSlug.extend({ sha256: z.string().length(64) }),
  subject: (read, { slug }) => load(read, slug),
  may: manager,
  run: async ({ tx, actor, subject, now, note }, { sha256 }) => {
    requireDisclosable(subject, sha256)
    const sequence = (subject.last?.sequence ?? 0) + 1
    const [made] = await tx.insert(disclosure).values({ callId: subject.call.id, sequence, text: subject.text, sha256, proposedBy: (actor as Person).id, proposedAt: now }).returning({ id: disclosure.id })
    if (!made) throw new Error('Inserting returned nothing.')
    await writeResults(tx, made.id, subject.call.id, subject.content.results)
    note({ subject: subject.call.id, detail: { sequence, sha256 } })
    return { sequence }
  },
})

/** Takes a proposal back, whoever made it. */
export const cancelDisclosure = command({
  name: 'disclosure.cancel',
  input: askedSlug.extend({ disclosureId: z.uuid() }),
  subject: (read, { slug }) => loadCall(read, slug),
  may: manager,
  run: async ({ tx, actor, subject, note }, { disclosureId }) => {
    const [cancelled] = await tx
      .update(disclosure)
      .set({ cancelledBy: (actor as Person).id, cancelledAt: sql`now()` })
      .where(and(eq(disclosure.id, disclosureId), eq(disclosure.callId, subject.id), isNull(disclosure.releasedAt), isNull(disclosure.cancelledAt)))
      .returning({ id: disclosure.id })
    if (!cancelled) throw new Refusal('not-found')
    note({ subject: subject.id, detail: { disclosure: disclosureId } })
    return {}
  },
})

/**
 * Publishes what another manager proposed, to the byte. `confirmed` restates how many results it is. Refused with `conflict`
 * for `own-proposal`, `results-changed` (something was verified or amended meanwhile) and as `proposeDisclosure`.
 */
export const releaseDisclosure = command({
  name: 'disclosure.release',
  input: askedSlug.extend({ disclosureId: z.uuid(), confirmed: z.coerce.number().int() }),
  subject: (read, { slug }) => load(read, slug),
  may: manager,
  run: async ({ tx, actor, subject, now, note }, { disclosureId, confirmed }) => {
    const { pending, call: its, content } = subject
    const { id: releasedBy } = actor as Person
    if (pending?.id !== disclosureId) throw new Refusal('not-found')
    if (pending.proposedBy === releasedBy) throw new Refusal('conflict', { reason: 'own-proposal' })
    requireDisclosable(subject, pending.sha256)
    if (confirmed !== content.results.length) throw new Refusal('invalid', { faults: [{ path: 'confirmed', code: 'count' }] })
    await tx.update(disclosure).set({ releasedBy, releasedAt: now }).where(eq(disclosure.id, disclosureId))
    await tellWebhooks(tx, 'measurement.published', now, { call: its.slug, sequence: pending.sequence, url: permalink(`/results/${its.slug}/${pending.sequence}`) })
    note({ subject: its.id, detail: { sequence: pending.sequence, sha256: pending.sha256, results: confirmed } })
    return { sequence: pending.sequence }
  },
})

/** The same results as rows, by laureate and rupture: what public pages ask for. One statement. */
async function writeResults(tx: Transaction, disclosureId: string, callId: string, results: readonly PublishedResult[]): Promise<void> {
  const rows = JSON.stringify(results.map((content, position) => ({ content, position })))
  await tx.insert(disclosedResult).select(sql`
    select ${disclosureId}::uuid, (each.content->>'metricId')::uuid, ${callId}::uuid, l.id, r.id, each.position, each.content
    from jsonb_to_recordset(${rows}::text::jsonb) as each(content jsonb, position int) join laureate l on l.slug = each.content->>'laureate' join rupture r on r.slug = each.content->>'rupture'`)
}
