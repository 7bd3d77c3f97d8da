import { manager } from '#lib/domain/access.ts'
import { basisOf, readQuestion } from '#lib/server/assignment/ask-question.ts'
import { readAssignments, readJudged } from '#lib/server/assignment/load-assignments.ts'
import { readProposals } from '#lib/server/assignment/propose-assignments.ts'
import { query } from '#lib/server/query.ts'
import { askedRound, loadRound, readScorers, roundHead } from '#lib/server/round/load-round.ts'

/** Who was given what in a round, whom a link keeps from what, and the last proposals with what each would change. */
export const showAssignments = query({
  name: 'assignment.show',
  input: askedRound,
  may: manager,
  read: async ({ tx, now }, { roundId }) => {
    const its = await loadRound(tx, roundId)
    const [judged, scorers, given, question, proposals] = await Promise.all([readJudged(tx, roundId), readScorers(tx, roundId), readAssignments(tx, roundId), readQuestion(tx, its), readProposals(tx, roundId)])
    const basis = basisOf(question)
    const standing = new Set(given.filter(({ state }) => state !== 'conflicted' && state !== 'abstained').map(({ applicationId, personId }) => `${applicationId} ${personId}`))
    const byApplication = Map.groupBy(given, ({ applicationId }) => applicationId)
    const load = Map.groupBy(given.filter(({ state }) => state !== 'conflicted' && state !== 'abstained'), ({ personId }) => personId)
    return {
      now,
      head: roundHead(its),
      wanted: its.evaluationsPerApplication,
      applications: judged.map((each) => Object.assign(each, { work: (byApplication.get(each.id) ?? []).map(({ id, personId, state, origin }) => ({ id, personId, state, origin })) })),
      scorers: scorers.map(({ personId, name, partnerKind, clinical, livedExperience, cap }) => ({ personId, name, partnerKind, clinical, livedExperience, cap, load: load.get(personId)?.length ?? 0 })),
      conflicts: question.conflicts,
      proposals: proposals.map(({ id, basis: own, pairs, report, wishes, madeAt, appliedAt }) => {
        const proposed = pairs.map(([applicationId, personId]) => `${applicationId} ${personId}`)
        return { id, report, wishes, madeAt, appliedAt, stands: own === basis, gives: proposed.filter((pair) => !standing.has(pair)).length, takes: standing.size - proposed.filter((pair) => standing.has(pair)).length }
      }),
    }
  },
})
export type ShownAssignments = Awaited<ReturnType<typeof showAssignments>>
