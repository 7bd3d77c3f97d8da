import { createHash } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeWorld, type World } from '#tests/access/world.ts'
import { admin } from '#tests/db/database.ts'
import { parseCsv } from '#tests/db/parse-csv.ts'
import { type Committee, makeCommittee } from '#tests/factories/committee.ts'
import { reopenEvaluation } from '#lib/server/evaluation/reopen-evaluation.ts'
import { declareConflict } from '#lib/server/conflict/declare-conflict.ts'
import { evaluationsCsv, exportEvaluations } from '#lib/server/evaluation/export-evaluations.ts'
import { rankingCsv } from '#lib/server/ranking/export-ranking.ts'
import { freezeRanking, openRanking, replayFrozen } from '#lib/server/ranking/freeze-ranking.ts'
import { askRanking, showRanking } from '#lib/server/ranking/show-ranking.ts'
import { exportRanking } from '#lib/server/ranking/take-ranking.ts'

/** A ranking is made from what counts now, by the round's own rules, for its managers alone; frozen, it is never another. */
let world: World
let committee: Committee
type Who = 'scorer' | 'scorer-2' | 'manager' | 'manager-2' | 'rival' | 'admin'
const as = (who: Who) => ({ personId: world.people[who].id })
const solutions = ['Relais', 'Veille', 'Passage', 'Abri']

/** Marks on "utilite", "preuve" and, for the second scorer alone, "vecu"; null where it does not apply. */
const marks: Record<string, [first: (number | null)[], second: (number | null)[]]> = {
  Relais: [[5, 4], [4, 4, 5]],
  Veille: [[4, null], [4, 3, 3]],
  Passage: [[2, 2], [5, 5, 5]],
  Abri: [[1, 1], [2, 1, 1]],
}

async function makeScored(rules: Record<string, unknown> = {}): Promise<Committee> {
  const { people, organisations } = world
  const made = await makeCommittee(admin, {
    managerId: people.manager.id, solutions, rules: { evaluations_per_application: 2, places: 2, tie_rule: ['median', 'criterion:preuve'], ...rules },
    seats: [{ personId: people.scorer.id, organisationId: organisations.hospital, name: 'Lecteur un' }, { personId: people['scorer-2'].id, organisationId: organisations.foundation, name: 'Lectrice deux', kind: 'foundation', livedExperience: true }],
  })
  for (const [index, { id, applicationId, personId }] of made.assignments.entries()) {
    const solution = solutions[made.applications.findIndex((each) => each.id === applicationId)] as string
    const given = marks[solution]?.[index < solutions.length ? 0 : 1] ?? []
    const scores = Object.fromEntries(given.map((mark, at) => [made.criteria[at]?.id, mark]))
    await admin.begin(async (sql) => {
      await sql`select set_config('portal.actor', ${personId}, true)`
      await sql`update evaluation set scores = ${sql.json(scores)}, version = 1, sequence = 1, submitted_at = now(), comment_to_jury = 'Un mot pour le jury' where id = ${id}`
    })
  }
  return made
}

const idOf = (solution: string) => committee.applications[solutions.indexOf(solution)]?.id ?? ''
const ranked = (who: Who = 'manager', roundId = committee.roundId) => showRanking(as(who), { roundId })
const read = ({ rows }: Awaited<ReturnType<typeof showRanking>>, of = committee) => rows.map(({ id, rank, score, evaluations }) => [solutions[of.applications.findIndex((each) => each.id === id)], rank, score?.exact, evaluations])
/** Gives the first scorer their evaluation of it back. */
const reopen = (solution: string) => reopenEvaluation(as('manager'), { evaluationId: committee.assignments[solutions.indexOf(solution)]?.id ?? '', reason: 'Une erreur' })
const freeze = async (who: Who = 'manager', facts?: string) => freezeRanking(as(who), { roundId: committee.roundId, usedFor: 'shortlist', facts: facts ?? (await ranked(who)).factsSha256 })

beforeAll(async () => {
  world = await makeWorld(admin)
})
beforeEach(async () => {
  committee = await makeScored()
})

describe('a ranking', () => {
  it('is by the round’s rules: weights left out go to the others, or each criterion keeps its own', async () => {
    // Relais: ((5×50 + 4×30) ÷ 80 + (4×50 + 4×30 + 5×20) ÷ 100) ÷ 2.
    expect(read(await ranked())).toEqual([['Relais', 1, '353/80', 2], ['Veille', 2, '15/4', 2], ['Passage', 3, '7/2', 2], ['Abri', 4, '5/4', 2]])
    const other = await makeScored({ not_applicable: 'by-criterion', aggregate: 'median', places: 1 })
    const shown = await ranked('manager', other.roundId)
    // Relais: (4½ × 50 + 4 × 30 + 5 × 20) ÷ 100; Passage: (3½ × 50 + 3½ × 30 + 5 × 20) ÷ 100.
    expect(read(shown, other)).toEqual([['Relais', 1, '89/20', 2], ['Passage', 2, '19/5', 2], ['Veille', 3, '7/2', 2], ['Abri', 4, '5/4', 2]])
    expect(shown.input.rules).toMatchObject({ aggregate: 'median', notApplicable: 'by-criterion', places: 1, tieRule: ['median', 'criterion:preuve'], intervalLevel: 0.9 })
  })

  it('says what would change without one partner, and which evaluations are missing', async () => {
    const { result, incomplete } = await ranked()
    const without = result.sensitivities.find(({ scenario }) => scenario.kind === 'without-organisation' && scenario.organisationId === world.organisations.hospital)
    expect(without).toMatchObject({ enters: [idOf('Passage')], leaves: [idOf('Veille')] })
    expect(incomplete).toEqual([])
    await reopen('Abri')
    expect((await ranked()).incomplete).toEqual([idOf('Abri')])
  })

  it('loses an evaluation at the request after its author declared a link, and what was withdrawn', async () => {
    await ranked()
    await declareConflict(as('scorer-2'), { applicationId: idOf('Relais'), reason: 'investment', note: '' })
    expect(read(await ranked())[0]).toEqual(['Relais', 1, '37/8', 1])
    await admin.begin(async (sql) => {
      await sql`set local session_replication_role = replica`
      await sql`update application set withdrawn_at = now() where id = ${idOf('Veille')}`
    })
    expect(read(await ranked()).map(([solution]) => solution)).toEqual(['Relais', 'Passage', 'Abri'])
  })

  it('leaves as a file what the view shows, in its order', async () => {
    const rows = parseCsv(rankingCsv(await exportRanking(as('manager'), { roundId: committee.roundId, sort: 'spread', language: 'en' })))
    const [head, ...lines] = rows
    const [solution, exact] = [head?.indexOf('Solution') ?? -1, head?.indexOf('Exact score') ?? -1]
    expect(lines.map((line) => [line[solution], line[exact]])).toEqual([['Passage', '7/2'], ['Veille', '15/4'], ['Abri', '5/4'], ['Relais', '353/80']])
    const evaluations = parseCsv(evaluationsCsv(await exportEvaluations(as('manager'), { roundId: committee.roundId, language: 'en' })))
    expect(evaluations).toHaveLength(9)
    expect(evaluations.filter(([, name]) => name === 'Relais').map((line) => line.at(-1))).toEqual(['4.625', '4.2'])
    expect(JSON.stringify(evaluations)).not.toContain('Un mot pour le jury')
  })
})

describe('a frozen ranking', () => {
  it('replays to the same bytes, whatever happens afterwards, and holds no name or comment', async () => {
    const { id, sha256, complete } = await freeze()
    const kept = await openRanking(as('manager-2'), { roundId: committee.roundId, rankingId: id })
    expect(createHash('sha256').update(kept.text).digest('hex')).toBe(sha256)
    expect(complete).toBe(true)
    for (const hidden of ['Relais', 'Lectrice', 'Un mot', 'Maison', '@']) expect(kept.text).not.toContain(hidden)
    await reopen('Relais')
    expect(read(await ranked())[0]).toEqual(['Relais', 1, '21/5', 1])
    expect(await replayFrozen(as('manager'), { roundId: committee.roundId, rankingId: id })).toEqual({ id, outcome: 'same', intact: true })
    expect((await openRanking(as('manager'), { roundId: committee.roundId, rankingId: id })).text).toBe(kept.text)
    await expect(admin`update ranking set used_for = 'jury' where id = ${id}`).rejects.toThrow(/never/i)
  })

  it('is what was read: refused once an evaluation came or went', async () => {
    const { factsSha256 } = await ranked()
    await declareConflict(as('scorer-2'), { applicationId: idOf('Abri'), reason: 'investment', note: '' })
    await expect(freeze('manager', factsSha256)).rejects.toMatchObject({ code: 'conflict', reason: 'ranking-changed' })
    expect((await freeze()).complete).toBe(false)
  })
})

describe('nobody else', () => {
  const routes = (who: Who, rankingId: string) => ({
    show: showRanking(as(who), { roundId: committee.roundId }),
    export: exportRanking(as(who), { roundId: committee.roundId, sort: 'rank' }),
    evaluations: exportEvaluations(as(who), { roundId: committee.roundId }),
    open: openRanking(as(who), { roundId: committee.roundId, rankingId }),
    replay: replayFrozen(as(who), { roundId: committee.roundId, rankingId }),
    freeze: freezeRanking(as(who), { roundId: committee.roundId, usedFor: 'jury', facts: '' }),
  })
  const answers = async (who: Who, rankingId: string) => Promise.all(Object.values(routes(who, rankingId)).map((asked) => asked.then(() => 'ok', ({ code, reason }: { code: string; reason?: string }) => reason ?? code)))

  it('finds a ranking by any way: scorers, applicants, administrators', async () => {
    const { id } = await freeze()
    for (const who of ['scorer', 'scorer-2', 'rival', 'admin'] as const) expect([who, ...(await answers(who, id))]).toEqual([who, ...Array.from({ length: 6 }, () => 'not-found')])
  })

  it('not even a scorer of the round who became a manager', async () => {
    const { id } = await freeze()
    const [seat] = await admin<{ id: string }[]>`insert into membership (organisation_id, person_id, role) select organisation_id, ${world.people.scorer.id}, 'owner' from membership where person_id = ${world.people.manager.id} and organisation_id in (select id from organisation where kind = 'operator') limit 1 returning id`
    try {
      expect(await answers('scorer', id)).toEqual(Array.from({ length: 6 }, () => 'not-found'))
    } finally {
      await admin`delete from membership where id = ${seat?.id ?? ''}`
    }
  })

  it('reads it with a hole in it: a manager whom a link walls off from one file is told so, and reads no frozen one', async () => {
    const { id } = await freeze()
    await admin`insert into conflict ${admin({ call_id: committee.call.id, application_id: idOf('Abri'), person_id: world.people['manager-2'].id, origin: 'declared', reason: 'investment', made_by: world.people['manager-2'].id })}`
    expect(await askRanking(as('manager-2'), { roundId: committee.roundId })).toMatchObject({ walledOff: 1, asked: null })
    expect(await answers('manager-2', id)).toEqual(['walled-off', 'walled-off', 'ok', 'not-found', 'not-found', 'walled-off'])
    expect(evaluationsCsv(await exportEvaluations(as('manager-2'), { roundId: committee.roundId }))).not.toContain('Abri')
    expect((await ranked()).rows).toHaveLength(4)
  })
})
