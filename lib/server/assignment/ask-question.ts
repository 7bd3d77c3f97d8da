import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { manager } from '#lib/domain/access.ts'
import type { AssignmentProblem } from '#lib/domain/assignment.ts'
import { canonicalJson } from '#lib/domain/canonical-json.ts'
import { readAssignments, readJudged } from '#lib/server/assignment/load-assignments.ts'
import { query } from '#lib/server/query.ts'
import { askedRound, loadRound, readScorers, type RoundRow } from '#lib/server/round/load-round.ts'

/** A question to the solver but for what the managers wish: weights and seed. Scorers are named by their person. */
export type AssignmentQuestion = Omit<AssignmentProblem, 'weights' | 'seed'>
type Pair = { applicationId: string; scorerId: string }

/**
 * What stands in a round: begun work and pairs given by hand stay; pairs somebody abstained from, or a manager took back
 * since the last proposal was applied, are ruled out; a link of interest walls off. Six statements.
 */
export async function readQuestion(read: Reader, its: RoundRow): Promise<AssignmentQuestion> {
  const [judged, scorers, given, claims, conflicts, takenBack] = await Promise.all([
    readJudged(read, its.id), readScorers(read, its.id), readAssignments(read, its.id),
    read.execute<{ applicationId: string; ruptureId: string; stage: string }>(sql`
      select k.application_id as "applicationId", v.rupture_id as "ruptureId", v.stage from claim k join rupture_version v on v.id = k.rupture_version_id
      join round_application ra on ra.application_id = k.application_id where ra.round_id = ${its.id}::uuid order by k.application_id, k.position`),
    read.execute<Pair>(sql`select distinct c.application_id as "applicationId", c.person_id as "scorerId" from conflict c join round_application ra on ra.application_id = c.application_id where ra.round_id = ${its.id}::uuid and c.lifted_at is null`),
    read.execute<Pair>(sql`
      select distinct application_id as "applicationId", person_id as "scorerId" from assignment
      where round_id = ${its.id}::uuid and withdrawn_at > coalesce((select max(applied_at) from assignment_proposal where round_id = ${its.id}::uuid), '-infinity')`),
  ])
  const seated = new Set(scorers.map(({ personId }) => personId))
  const known = new Set(judged.map(({ id }) => id))
  const ofRound = ({ applicationId, scorerId }: Pair) => known.has(applicationId) && seated.has(scorerId)
  const pairOf = ({ applicationId, personId }: (typeof given)[number]) => ({ applicationId, scorerId: personId })
  const stands = new Set(given.map(({ applicationId, personId }) => `${applicationId} ${personId}`))
  const byApplication = Map.groupBy(claims, ({ applicationId }) => applicationId)
  return {
    applications: judged.map(({ id }) => {
      const own = byApplication.get(id) ?? []
      return { id, ruptures: own.map(({ ruptureId }) => ruptureId), stages: [...new Set(own.map(({ stage }) => stage))] }
    }),
    scorers: scorers.map(({ personId, organisationId, partnerKind, clinical, livedExperience, cap, stages, ruptureIds }) => ({ id: personId, organisationId, partnerKind, clinical, livedExperience, cap, expertise: { stages, ruptures: ruptureIds } })),
    conflicts: conflicts.filter(ofRound).map(({ applicationId, scorerId }) => ({ applicationId, scorerId })),
    forbidden: [...given.filter(({ state }) => state === 'abstained').map(pairOf), ...takenBack.filter(({ applicationId, scorerId }) => !stands.has(`${applicationId} ${scorerId}`))].filter(ofRound).map(({ applicationId, scorerId }) => ({ applicationId, scorerId })),
    kept: given.filter(({ state, origin }) => state === 'started' || state === 'submitted' || (state === 'given' && origin === 'hand')).map(pairOf).filter(ofRound),
    evaluationsPerApplication: its.evaluationsPerApplication,
  }
}

/** SHA-256 of a question: an answer is applied only while the question still is the same. */
export function basisOf(question: AssignmentQuestion): string {
  const byText = (a: Pair, b: Pair) => (`${a.applicationId}${a.scorerId}` < `${b.applicationId}${b.scorerId}` ? -1 : 1)
  const { conflicts, forbidden, kept, ...rest } = question
  return createHash('sha256').update(canonicalJson({ ...rest, conflicts: conflicts.toSorted(byText), forbidden: forbidden.toSorted(byText), kept: kept.toSorted(byText) })).digest('hex')
}

/** The question of a round as it stands, for its managers. */
export const showQuestion = query({
  name: 'assignment.question',
  input: askedRound,
  may: manager,
  read: async ({ tx }, { roundId }) => readQuestion(tx, await loadRound(tx, roundId)),
})
