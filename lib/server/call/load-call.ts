import { and, asc, eq, sql } from 'drizzle-orm'
import type { Reader, Transaction } from '#db/client.ts'
import { readChallenges, readCriteria, readEligibility } from '#db/read/call-form.ts'
import { call, callPartner, initiative, phase } from '#db/schema/call.ts'
import { question } from '#db/schema/form.ts'
import { organisation } from '#db/schema/organisation.ts'
import { type CallPart, settledBy } from '#lib/domain/call-settings.ts'
import { slug } from '#lib/domain/slug.ts'
import type { Question } from '#lib/domain/question.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

/** Which call a change is for, and the version of its settings the manager had in view. */
export const turn = { slug: slug.catch(''), version: z.coerce.number().int().min(0).max(2_147_483_647) }

/** A call run here, published or not, as the wall shows it; `not-found` otherwise. */
export async function loadCall(read: Reader, name: string) {
  const [found] = await read.select().from(call).where(and(eq(call.slug, name), eq(call.runHere, true)))
  if (!found) throw new Refusal('not-found')
  return found
}
export type CallRow = Awaited<ReturnType<typeof loadCall>>

/** Whether it is the time to change a part of a call. */
export function mayStillChange(part: CallPart) {
  return (its: CallRow, now: Date) => settledBy(part, its, now) === null
}

/** The questions as managers are writing them, in order. */
export async function loadQuestions(read: Reader, callId: string): Promise<Question[]> {
  const rows = await read.select().from(question).where(eq(question.callId, callId)).orderBy(asc(question.position))
  return rows.map(({ callId: _call, position: _position, shownIf, ...rest }) => Object.assign(rest, { shownIf: shownIf ?? null }))
}

/** Everything settled of a call, part by part; eight statements. */
export async function loadSettings(read: Reader, its: CallRow) {
  const [[series], phases, partners, challenges, eligibility, criteria, questions] = await Promise.all([
    read.select({ slug: initiative.slug, title: initiative.title }).from(initiative).where(eq(initiative.id, its.initiativeId)),
    read
      .select({ id: phase.id, slug: phase.slug, title: phase.title, startsAt: phase.startsAt, endsAt: phase.endsAt, note: phase.note })
      .from(phase)
      .where(eq(phase.callId, its.id))
      .orderBy(asc(phase.position)),
    read
      .select({ organisationId: organisation.id, name: organisation.name, kind: organisation.kind, role: callPartner.role })
      .from(callPartner)
      .innerJoin(organisation, eq(organisation.id, callPartner.organisationId))
      .where(eq(callPartner.callId, its.id))
      .orderBy(asc(callPartner.position)),
    readChallenges(read, its.id),
    readEligibility(read, its.id),
    readCriteria(read, its.id),
    loadQuestions(read, its.id),
  ])
  return { call: its, initiative: series as NonNullable<typeof series>, phases, partners, challenges, eligibility, criteria, questions }
}

type Changes = Partial<typeof call.$inferInsert>

/**
 * Takes the manager's turn: changes the call and raises its version if it still is the one they had in view. Throws
 * `conflict` for `call-changed` with the version that stands, so that nobody overwrites what they have not seen.
 */
export async function takeTurn(tx: Transaction, { id }: CallRow, version: number, changes: Changes = {}): Promise<void> {
  const [taken] = await tx.update(call).set({ ...changes, version: sql`${call.version} + 1` }).where(and(eq(call.id, id), eq(call.version, version))).returning({ version: call.version })
  if (taken) return
  const [now] = await tx.select({ version: call.version }).from(call).where(eq(call.id, id))
  throw new Refusal('conflict', { reason: 'call-changed', current: { version: now?.version } })
}

/** The partners of a public call are public, as its page names them. Throws a unique violation, `organisation_listed_siren`, where a public organisation has the number of one of them. */
export async function publishPartners(tx: Transaction, callId: string): Promise<void> {
  await tx.execute(sql`select portal.publish_partners(${callId}::uuid)`)
}

/** Rows are kept by their identifier, and only this call's: one that is not is refused as `not-found`. */
export function requireKnown(rows: readonly { id: string | null }[], known: readonly { id: string }[]): void {
  const ids = new Set(known.map(({ id }) => id))
  if (rows.some(({ id }) => id !== null && !ids.has(id))) throw new Refusal('not-found')
}
