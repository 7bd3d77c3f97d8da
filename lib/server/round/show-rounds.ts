import { and, asc, eq, isNull, ne, sql } from 'drizzle-orm'
import { roundCounts } from '#db/read/round-counts.ts'
import { application } from '#db/schema/application.ts'
import { round, roundApplication } from '#db/schema/round.ts'
import { manager } from '#lib/domain/access.ts'
import { phaseOf } from '#lib/domain/round.ts'
import { declaringNeeds, scoringNeeds } from '#lib/domain/round-settings.ts'
import { loadCall } from '#lib/server/call/load-call.ts'
import { query } from '#lib/server/query.ts'
import { takesAll } from '#lib/server/round/advance-round.ts'
import { askedRound, loadRound, readRoundCriteria, readScorers, roundHead } from '#lib/server/round/load-round.ts'
import { askedCall } from '#lib/server/screening/vocabulary.ts'

const counts = roundCounts()

/** The rounds of a call in their order, with where each stands and what is counted of it. */
export const listRounds = query({
  name: 'round.list',
  input: askedCall,
  may: manager,
  read: async ({ tx, now }, { slug }) => {
    const { id, title, demonstration, version } = await loadCall(tx, slug)
    const rounds = await tx
      .select({ id: round.id, position: round.position, kind: round.kind, name: round.name, declareBy: round.declareBy, dueAt: round.dueAt, declaringAt: round.declaringAt, openedAt: round.openedAt, closedAt: round.closedAt, ...counts })
      .from(round)
      .where(eq(round.callId, id))
      .orderBy(asc(round.position))
    return { now, call: { slug, title, demonstration, version }, rounds: rounds.map((row) => Object.assign(row, { phase: phaseOf(row) })) }
  },
})
export type ListedRound = Awaited<ReturnType<typeof listRounds>>['rounds'][number]

/** A round as its managers settle it: every part, what is missing to go on, and what is counted of it. */
export const showRound = query({
  name: 'round.show',
  input: askedRound,
  may: manager,
  read: async ({ tx, now }, { roundId }) => {
    // The version is read first: what follows is as new or newer, so that a save on it never covers what was not shown.
    const its = await loadRound(tx, roundId)
    const { call: _call, callId: _callId, ...settings } = its
    const criteria = await readRoundCriteria(tx, roundId)
    const [counted] = await tx.select(counts).from(round).where(eq(round.id, roundId))
    const numbers = counted as NonNullable<typeof counted>
    const all = await takesAll(tx, its)
    const [waiting] = await tx
      .select({ eligible: sql<number>`count(*) filter (where ${application.eligibility} = 'eligible')::int`, pending: sql<number>`count(*) filter (where ${application.eligibility} = 'pending')::int` })
      .from(application)
      .where(and(eq(application.callId, its.callId), isNull(application.withdrawnAt), sql`not exists (select from ${roundApplication} ra where ra.round_id = ${roundId} and ra.application_id = ${application.id})`))
    const scorers = await readScorers(tx, roundId)
    const prepared = { scorers, applications: numbers.applications + (all && its.declaringAt === null ? (waiting?.eligible ?? 0) : 0) }
    const others = await tx.select({ id: round.id, name: round.name }).from(round).where(and(eq(round.callId, its.callId), ne(round.id, roundId))).orderBy(asc(round.position))
    return {
      head: roundHead(its), settings, criteria, counts: numbers, now, takesAll: all, waiting: { eligible: waiting?.eligible ?? 0, pending: waiting?.pending ?? 0 }, others,
      needs: { declaring: declaringNeeds(prepared), scoring: scoringNeeds({ ...prepared, criteria, dueAt: its.dueAt }, now) },
    }
  },
})
export type ShownRound = Awaited<ReturnType<typeof showRound>>

/** Everything eligible in the round's call and whether it is in the round, for its managers to choose a shortlist from; by number. */
export const listRoundApplications = query({
  name: 'round.applications',
  input: askedRound,
  may: manager,
  read: async ({ tx, now }, { roundId }) => {
    const its = await loadRound(tx, roundId)
    const applications = await tx
      .select({ id: application.id, number: application.number, solution: sql<string>`coalesce(${application.solution}, '')`, organisation: application.organisationName, addedAt: roundApplication.addedAt })
      .from(application)
      .leftJoin(roundApplication, and(eq(roundApplication.applicationId, application.id), eq(roundApplication.roundId, roundId)))
      .where(and(eq(application.callId, its.callId), isNull(application.withdrawnAt), eq(application.eligibility, 'eligible')))
      .orderBy(asc(application.number))
    return { head: roundHead(its), now, applications }
  },
})
