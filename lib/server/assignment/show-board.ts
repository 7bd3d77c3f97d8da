import { sql } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { manager } from '#lib/domain/access.ts'
import type { GivenAssignment } from '#lib/server/assignment/load-assignments.ts'
import { readAssignments, readJudged } from '#lib/server/assignment/load-assignments.ts'
import { query } from '#lib/server/query.ts'
import { askedRound, loadRound, readScorers, roundHead } from '#lib/server/round/load-round.ts'

/** Work that counts or may still count: neither walled off nor abstained from. */
const counts = ({ state }: Pick<GivenAssignment, 'state'>) => state !== 'conflicted' && state !== 'abstained'

/** How many of each mark a scorer has given in what they submitted, from 1 to 5. */
async function readMarks(read: Reader, roundId: string): Promise<Map<string, number[]>> {
  const rows = await read.execute<{ personId: string; mark: number; count: number }>(sql`
    select e.person_id as "personId", (m.value)::int as mark, count(*)::int as count
    from counted_evaluation e, jsonb_each_text(e.scores) m where e.round_id = ${roundId}::uuid and m.value is not null group by 1, 2`)
  const marks = new Map<string, number[]>()
  for (const { personId, mark, count } of rows) {
    const own = marks.get(personId) ?? [0, 0, 0, 0, 0]
    own[mark - 1] = count
    marks.set(personId, own)
  }
  return marks
}

/**
 * A round as managers follow it: how far each application is covered, how far each scorer is, who is late, how each uses
 * the scale. What is not submitted shows as begun or not, never what it says. Five statements.
 */
export const showBoard = query({
  name: 'assignment.board',
  input: askedRound,
  may: manager,
  read: async ({ tx, now }, { roundId }) => {
    const its = await loadRound(tx, roundId)
    const [judged, scorers, given, marks] = await Promise.all([readJudged(tx, roundId), readScorers(tx, roundId), readAssignments(tx, roundId), readMarks(tx, roundId)])
    const byApplication = Map.groupBy(given, ({ applicationId }) => applicationId)
    const byPerson = Map.groupBy(given, ({ personId }) => personId)
    const names = new Map(scorers.map(({ personId, name }) => [personId, name]))
    const isLate = its.dueAt !== null && its.openedAt !== null && its.dueAt < now
    const applications = judged.map((each) => {
      const work = byApplication.get(each.id) ?? []
      return Object.assign(each, {
        work: work.map(({ id, personId, state, abstention, abstentionNote }) => ({ id, personId, name: names.get(personId) ?? null, state, abstention, abstentionNote })),
        given: work.filter(counts).length,
        submitted: work.filter(({ state }) => state === 'submitted').length,
      })
    })
    return {
      now,
      head: roundHead(its),
      wanted: its.evaluationsPerApplication,
      applications,
      scorers: scorers.map(({ personId, name, email, organisationId, partnerKind, cap, declaredAt, clinical, livedExperience }) => {
        const work = (byPerson.get(personId) ?? []).filter(counts)
        const remaining = work.filter(({ state }) => state !== 'submitted')
        return {
          personId, name, email, organisationId, partnerKind, cap, declaredAt, clinical, livedExperience,
          given: work.length, submitted: work.length - remaining.length, started: remaining.filter(({ state }) => state === 'started').length, remaining: remaining.length,
          abstained: (byPerson.get(personId) ?? []).filter(({ state }) => state === 'abstained').length,
          late: isLate && remaining.length > 0,
          marks: marks.get(personId) ?? null,
        }
      }),
    }
  },
})
export type ShownBoard = Awaited<ReturnType<typeof showBoard>>
