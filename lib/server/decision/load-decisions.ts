import { createHash } from 'node:crypto'
import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { application } from '#db/schema/application.ts'
import { decision, decisionRelease } from '#db/schema/decision.ts'
import { round } from '#db/schema/round.ts'
import { canonicalJson } from '#lib/domain/canonical-json.ts'
import type { CallRow } from '#lib/server/call/load-call.ts'
import { Refusal } from '#lib/server/refusal.ts'

/** Every deposited application of a call that no link hides from the manager, with what was decided of it; by number. */
export async function loadDecisions(read: Reader, { id: callId }: Pick<CallRow, 'id'>) {
  const rows = await read
    .select({
      id: application.id, number: application.number, solution: application.solution, organisationName: application.organisationName, eligibility: application.eligibility,
      outcome: decision.outcome, reserveRank: decision.reserveRank, motive: decision.motive, juryText: decision.juryText, version: decision.version, releasedAt: decision.releasedAt,
      readAt: sql<string | null>`(select min(read_at) from decision_reading where application_id = ${application.id})`,
    })
    .from(application)
    .leftJoin(decision, eq(decision.applicationId, application.id))
    .where(and(eq(application.callId, callId), isNull(application.withdrawnAt)))
    .orderBy(asc(application.number))
  return rows.map(({ readAt, ...row }) => Object.assign(row, { readAt: readAt === null ? null : new Date(readAt) }))
}
export type DecidedRow = Awaited<ReturnType<typeof loadDecisions>>[number]

/** What keeps the decisions of a call from going out: counts, of what the manager sees and of what they do not. */
export async function loadReadiness(read: Reader, callId: string, rows: readonly DecidedRow[]) {
  const [hidden] = await read.execute<{ count: number }>(sql`select portal.walled_off_files(${callId}::uuid) as count`)
  const openRounds = await read.$count(round, and(eq(round.callId, callId), sql`${round.openedAt} is not null and ${round.closedAt} is null`))
  return { files: rows.length, undecided: rows.filter(({ outcome }) => outcome === null).length, openRounds, walledOff: hidden?.count ?? 0 }
}

/** The release waiting for its second manager, and the one that went out. */
export async function loadReleases(read: Reader, callId: string) {
  const rows = await read
    .select({ id: decisionRelease.id, sha256: decisionRelease.sha256, counts: decisionRelease.counts, proposedBy: decisionRelease.proposedBy, proposedAt: decisionRelease.proposedAt, releasedAt: decisionRelease.releasedAt })
    .from(decisionRelease)
    .where(and(eq(decisionRelease.callId, callId), isNull(decisionRelease.cancelledAt)))
  return { pending: rows.find(({ releasedAt }) => releasedAt === null) ?? null, released: rows.find(({ releasedAt }) => releasedAt !== null) ?? null }
}

/** Refuses with `closed` what may only be done before a call's decisions are released. */
export async function requireUnreleased(read: Reader, callId: string): Promise<void> {
  if ((await loadReleases(read, callId)).released !== null) throw new Refusal('closed', { reason: 'decisions-released' })
}

/** SHA-256 of the decisions as they stand: what is released is what was read. */
export function digestOf(rows: readonly DecidedRow[]): string {
  const content = rows.map(({ id, outcome, reserveRank, motive, juryText }) => ({ id, outcome, reserveRank, motive, juryText }))
  return createHash('sha256').update(canonicalJson(content)).digest('hex')
}
