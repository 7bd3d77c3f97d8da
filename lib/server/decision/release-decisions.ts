import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Reader, Transaction } from '#db/client.ts'
import { decision, decisionRelease } from '#db/schema/decision.ts'
import { manager, type Person } from '#lib/domain/access.ts'
import { countOutcomes, obstacleTo } from '#lib/domain/decision.ts'
import { feedbackOf } from '#lib/domain/feedback.ts'
import { inLocale } from '#lib/domain/localized.ts'
import type { Locale } from '#lib/i18n/locale.ts'
import { askedSlug } from '#lib/server/asked.ts'
import { type CallRow, loadCall } from '#lib/server/call/load-call.ts'
import { command } from '#lib/server/command.ts'
import { digestOf, loadDecisions, loadReadiness, loadReleases } from '#lib/server/decision/load-decisions.ts'
import { readJudgedRounds } from '#lib/server/decision/read-judged-rounds.ts'
import { pageAddress, writeMails } from '#lib/server/mail/write-mail.ts'
import { permalink } from '#lib/server/open-data/permalink.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { tellWebhooks } from '#lib/server/webhook/tell-webhooks.ts'
import { z } from 'zod'

const loadReleasable = async (read: Reader, slug: string) => {
  const its = await loadCall(read, slug)
  const rows = await loadDecisions(read, its)
  return { call: its, rows, readiness: await loadReadiness(read, its.id, rows), ...(await loadReleases(read, its.id)) }
}

/** Refuses as `conflict` what cannot go out yet, named, and what is not what the manager read. */
function requireReleasable({ rows, readiness }: Awaited<ReturnType<typeof loadReleasable>>, sha256: string): void {
  const obstacle = obstacleTo(readiness)
  if (obstacle !== null) throw new Refusal('conflict', { reason: obstacle })
  if (digestOf(rows) !== sha256) throw new Refusal('conflict', { reason: 'decision-changed' })
}

/**
 * Proposes to release every decision of a call, exactly as read: another manager does it. Refused with `conflict` for
 * `walled-off`, `undecided`, `round-open`, `decision-changed` or `decision_release_pending`; `closed` once released.
 */
export const proposeRelease = command({
  name: 'decision.propose-release',
  input: askedSlug.extend({ sha256: z.string().length(64) }),
  subject: (read, { slug }) => loadReleasable(read, slug),
  may: manager,
  when: ({ released }) => released === null,
  run: async ({ tx, actor, subject, now, note }, { sha256 }) => {
    requireReleasable(subject, sha256)
    const counts = countOutcomes(subject.rows.flatMap(({ outcome }) => (outcome === null ? [] : [{ outcome }])))
    await tx.insert(decisionRelease).values({ callId: subject.call.id, sha256, counts, proposedBy: (actor as Person).id, proposedAt: now })
    note({ subject: subject.call.id, detail: { sha256, counts } })
    return { counts }
  },
})

/** Takes a proposal back, whoever made it. */
export const cancelRelease = command({
  name: 'decision.cancel-release',
  input: askedSlug.extend({ releaseId: z.uuid() }),
  subject: (read, { slug }) => loadCall(read, slug),
  may: manager,
  run: async ({ tx, actor, subject, note }, { releaseId }) => {
    const [cancelled] = await tx
      .update(decisionRelease)
      .set({ cancelledBy: (actor as Person).id, cancelledAt: sql`now()` })
      .where(and(eq(decisionRelease.id, releaseId), eq(decisionRelease.callId, subject.id), isNull(decisionRelease.releasedAt), isNull(decisionRelease.cancelledAt)))
      .returning({ id: decisionRelease.id })
    if (!cancelled) throw new Refusal('not-found')
    note({ subject: subject.id, detail: { release: releaseId } })
    return {}
  },
})

/**
 * Releases all decisions of a call together, as another manager proposed them: each applicant is told by mail that a
 * decision exists, and nothing else; feedback is frozen; laureates become public and their
 * programmes begin. `confirmed` restates how many files it is.
 * One transaction: everything and every mail, or nothing. Refused with `conflict` for `own-proposal` and as `proposeRelease`.
 */
export const releaseDecisions = command({
  name: 'decision.release',
  input: askedSlug.extend({ releaseId: z.uuid(), confirmed: z.coerce.number().int() }),
  subject: (read, { slug }) => loadReleasable(read, slug),
  may: manager,
  when: ({ released }) => released === null,
  run: async ({ tx, actor, subject, now, note }, { releaseId, confirmed }) => {
    const { call: its, rows, pending } = subject
    const { id: releasedBy } = actor as Person
    if (pending?.id !== releaseId) throw new Refusal('not-found')
    if (pending.proposedBy === releasedBy) throw new Refusal('conflict', { reason: 'own-proposal' })
    requireReleasable(subject, pending.sha256)
    if (confirmed !== rows.length) throw new Refusal('invalid', { faults: [{ path: 'confirmed', code: 'count' }] })
    await tx.update(decisionRelease).set({ releasedBy, releasedAt: now }).where(eq(decisionRelease.id, releaseId))
    await freeze(tx, its, releaseId, now, rows.map(({ id }) => id))
    await tx.execute(sql`select portal.publish_laureates(${releaseId}::uuid), portal.begin_programmes(${releaseId}::uuid)`)
    const told = await tell(tx, its, releasedBy)
    await announce(tx, its, now)
    note({ subject: its.id, detail: { release: releaseId, files: rows.length, mails: told } })
    return { files: rows.length, told }
  },
})

/** Gives every decision its feedback and its instant, in one statement. */
async function freeze(tx: Transaction, { id: callId }: CallRow, releaseId: string, now: Date, applicationIds: string[]): Promise<void> {
  const feedback = feedbackOf(applicationIds, await readJudgedRounds(tx, callId))
  await tx.execute(sql`
    update ${decision} set release_id = ${releaseId}::uuid, released_at = ${now.toISOString()}::timestamptz, feedback = told.feedback
    from jsonb_to_recordset(${JSON.stringify([...feedback].map(([id, each]) => ({ id, feedback: each })))}::text::jsonb) as told(id uuid, feedback jsonb)
    where ${decision.applicationId} = told.id`)
}

/** Writes to everybody who writes for a file: their mail says that a decision exists, and where to read it. */
async function tell(tx: Transaction, its: CallRow, senderId: string): Promise<number> {
  const people = await tx.execute<{ applicationId: string; personId: string; email: string; locale: Locale }>(
    sql`select application_id as "applicationId", person_id as "personId", email, locale from portal.decided_people(${its.id}::uuid)`,
  )
  const files = Map.groupBy(people, ({ applicationId }) => applicationId)
  for (const [applicationId, theirs] of files) {
    await writeMails(tx, theirs, senderId, (locale) => ({ kind: 'decision', values: { call: inLocale(its.title, locale), link: pageAddress(locale, `/applications/${applicationId}/decision`) } }))
  }
  return people.length
}

/** Tells other tools what the public may read from now on. */
async function announce(tx: Transaction, { id, slug }: CallRow, now: Date): Promise<void> {
  await tellWebhooks(tx, 'decision.released', now, { call: slug, url: permalink(`/calls/${slug}/selection`) })
  for (const { laureate } of await tx.execute<{ laureate: string }>(sql`select slug as laureate from laureate where call_id = ${id}::uuid order by position`)) {
    await tellWebhooks(tx, 'laureate.announced', now, { call: slug, laureate, url: permalink(`/laureates/${laureate}`) })
  }
}
