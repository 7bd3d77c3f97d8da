import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { application } from '#db/schema/application.ts'
import { assignment } from '#db/schema/evaluation.ts'
import { roundApplication } from '#db/schema/round.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { loadRound } from '#lib/server/round/load-round.ts'

const isConflicted = sql<boolean>`exists (select from conflict c where c.person_id = assignment.person_id and c.application_id = assignment.application_id and c.lifted_at is null)`
const submittedAt = sql<string | null>`(select e.submitted_at from evaluation e where e.id = assignment.id)`

/** What was given in a round and not taken back, as its managers see it, with where each stands. A conflicted one is there and counts for nothing. */
export async function readAssignments(read: Reader, roundId: string) {
  const rows = await read
    .select({
      id: assignment.id, applicationId: assignment.applicationId, personId: assignment.personId, origin: assignment.origin, startedAt: assignment.startedAt,
      abstainedAt: assignment.abstainedAt, abstention: assignment.abstention, abstentionNote: assignment.abstentionNote, submittedAt, isConflicted,
    })
    .from(assignment)
    .where(and(eq(assignment.roundId, roundId), isNull(assignment.withdrawnAt)))
    .orderBy(asc(assignment.assignedAt), asc(assignment.id))
  return rows.map(({ startedAt, abstainedAt, submittedAt: at, isConflicted: linked, ...row }) => Object.assign(row, { state: workState({ startedAt, abstainedAt, submittedAt: at, linked }) }))
}
export type GivenAssignment = Awaited<ReturnType<typeof readAssignments>>[number]

/** Where a piece of work stands, as managers follow it. */
const workStates = ['given', 'started', 'submitted', 'abstained', 'conflicted'] as const
export type WorkState = (typeof workStates)[number]

function workState({ startedAt, abstainedAt, submittedAt: at, linked }: { startedAt: Date | null; abstainedAt: Date | null; submittedAt: string | null; linked: boolean }): WorkState {
  if (linked) return 'conflicted'
  if (abstainedAt !== null) return 'abstained'
  if (at !== null) return 'submitted'
  return startedAt === null ? 'given' : 'started'
}

/** The applications of a round that were not withdrawn, by number. */
export function readJudged(read: Reader, roundId: string) {
  return read
    .select({ id: application.id, number: application.number, solution: application.solution, organisation: application.organisationName })
    .from(roundApplication)
    .innerJoin(application, eq(application.id, roundApplication.applicationId))
    .where(and(eq(roundApplication.roundId, roundId), isNull(application.withdrawnAt)))
    .orderBy(asc(application.number))
}

/** One assignment that was not taken back, with its round; `not-found` otherwise. */
export async function loadAssignment(read: Reader, assignmentId: string) {
  const [found] = await read.select({ id: assignment.id, roundId: assignment.roundId, applicationId: assignment.applicationId, personId: assignment.personId }).from(assignment).where(and(eq(assignment.id, assignmentId), isNull(assignment.withdrawnAt)))
  if (!found) throw new Refusal('not-found')
  return { ...found, round: await loadRound(read, found.roundId) }
}
