import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import type { TransactionSql } from 'postgres'
import { describe, expect, it } from 'vitest'
import { admin } from '#tests/db/database.ts'
import { everybody, identifiers, people, expectSeenAsSaid } from '#tests/db/seen-as-said.ts'
import { judgingTables } from '#tests/db/tables.ts'

/**
 * The wall around judging against its own words: one application before one round, and in random worlds of people with
 * and without seats, links and evaluations, the rows each sees are exactly those the sentence says.
 */
const [startUp, hospital, operator] = [0, 1, 2]
const each = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: people, maxLength: people })
const world = fc.record({
  seats: fc.uniqueArray(
    fc.record({ person: fc.nat(people - 1), organisation: fc.nat(operator), role: fc.constantFrom('owner', 'reader'), ended: fc.boolean() }),
    { minLength: 2, maxLength: 8, selector: ({ person, organisation }) => `${person} ${organisation}` },
  ),
  published: fc.boolean(),
  jury: fc.boolean(),
  phase: fc.constantFrom('preparing', 'declaring', 'scoring'),
  withdrawn: fc.boolean(),
  shownAfterOwn: fc.constantFrom('nothing', 'scores', 'everything'),
  scorers: each(fc.constantFrom('none', 'added', 'declared', 'removed')),
  links: each(fc.constantFrom('none', 'none', 'standing', 'lifted')),
  work: each(fc.constantFrom('none', 'withdrawn', 'begun', 'submitted')),
  revealed: fc.boolean(),
  decided: fc.constantFrom('no', 'pending', 'released'),
})
type World = typeof world extends fc.Arbitrary<infer W> ? W : never

const ids = identifiers('8002')
const { id } = ids

/** What a person may see, said in words; `null` is a visitor. */
function words({ seats, published, jury, phase, withdrawn, shownAfterOwn, scorers, links, work, revealed, decided }: World, who: number | null) {
  const sitsAt = (person: number | null, organisation: number) => seats.some((seat) => seat.person === person && seat.organisation === organisation && !seat.ended)
  const manages = seats.some((seat) => seat.person === who && seat.organisation === operator && seat.role === 'owner' && !seat.ended)
  const mine = <T>(all: readonly T[]) => (who === null ? undefined : all[who])
  const scores = who !== null && ['added', 'declared'].includes(mine(scorers) ?? '') && sitsAt(who, hospital)
  const walled = mine(links) === 'standing'
  const takesPart = manages || scores
  const judgesTheirs = manages && !scores
  const seen = (when: boolean, keys: string[]) => (when ? keys : [])
  const the = (when: boolean) => seen(when, [id('r', 0)])
  const file = (when: boolean) => seen(when, [id('f', 0)])
  const of = (letter: string, when: (person: number) => boolean) => everybody.filter(when).map((person) => id(letter, person))
  const submitted = (person: number) => work[person] === 'submitted'
  const given = (person: number) => work[person] !== 'none'
  const readsEvaluation = (person: number) => given(person) && !walled && (person === who || (judgesTheirs && submitted(person)))
  const opened = phase === 'scoring'
  return {
    round: the(takesPart || (opened && published)),
    round_criterion: the(takesPart || (opened && published)),
    scorer: of('s', (person) => scorers[person] !== 'none' && (manages || person === who)),
    round_application: file(takesPart && !walled),
    conflict: of('l', (person) => links[person] !== 'none' && ((manages && !walled) || person === who)),
    declared_tie: seen(manages || sitsAt(who, startUp), [id('t', 0)]),
    assignment: of('e', (person) => given(person) && !walled && (judgesTheirs || (person === who && scores && work[person] !== 'withdrawn'))),
    evaluation: of('e', readsEvaluation),
    evaluation_revision: of('e', (person) => given(person) && person === who && !walled),
    evaluation_submission: of('e', (person) => submitted(person) && readsEvaluation(person)),
    ranking: the(judgesTheirs && !walled),
    assignment_proposal: the(judgesTheirs),
    deliberation: the(takesPart),
    deliberation_item: file(takesPart && !walled),
    deliberation_presence: of('p', (person) => scorers[person] !== 'none' && takesPart),
    deliberation_score: of('p', (person) => scorers[person] !== 'none' && !walled && (person === who || (takesPart && revealed))),
    decision: file(decided !== 'no' && ((manages && !walled) || (decided === 'released' && sitsAt(who, startUp)))),
    decision_release: seen(manages && decided === 'released', [id('d', 0)]),
    decision_reading: file(decided === 'released' && ((manages && !walled) || sitsAt(who, startUp))),
    scored_application: file(scores && mine(scorers) === 'declared' && opened && !walled && !withdrawn && (jury || ['begun', 'submitted'].includes(mine(work) ?? ''))),
    declarable_application: file(scores && phase !== 'preparing' && !walled && !withdrawn),
    colleague_evaluation: of('e', (person) => person !== who && submitted(person) && scorers[person] !== 'none' && links[person] !== 'standing'
      && scores && !walled && mine(work) === 'submitted' && shownAfterOwn !== 'nothing'),
    counted_evaluation: of('e', (person) => submitted(person) && readsEvaluation(person) && links[person] !== 'standing'),
  }
}

const columns: Record<keyof ReturnType<typeof words>, string> = {
  round: 'id', round_criterion: 'round_id', scorer: 'id', round_application: 'application_id', conflict: 'id', declared_tie: 'id', assignment: 'id', evaluation: 'id',
  evaluation_revision: 'evaluation_id', evaluation_submission: 'evaluation_id', ranking: 'round_id', assignment_proposal: 'round_id', deliberation: 'round_id', deliberation_item: 'application_id',
  deliberation_presence: 'person_id', deliberation_score: 'person_id', decision: 'application_id', decision_release: 'id', decision_reading: 'application_id',
  scored_application: 'application_id', declarable_application: 'application_id', colleague_evaluation: 'evaluation_id', counted_evaluation: 'id',
}

async function build(tx: TransactionSql, made: World) {
  // The guards say what may be written; here only what is read is at stake, also of what was written otherwise.
  await tx`set local session_replication_role = replica`
  const json = (value: unknown) => tx.json(value as never) as never
  const text = json({ fr: 'x' })
  const [now, later] = [new Date(), new Date(Date.now() + 3_600_000)]
  const [call_id, round_id, application_id] = [id('c', 0), id('r', 0), id('f', 0)]
  for (const index of everybody) await tx`insert into person ${tx({ id: id('p', index), email: `judging-world-${index}@example.org` })}`
  for (const [index, kind] of ['start-up', 'hospital', 'operator'].entries()) await tx`insert into organisation ${tx({ id: id('o', index), slug: `judging-world-${index}`, name: 'x', kind })}`
  for (const { person, organisation, role, ended } of made.seats) await tx`insert into membership ${tx({ person_id: id('p', person), organisation_id: id('o', organisation), role, ended_at: ended ? now : null })}`
  await tx`insert into call ${tx({ id: call_id, initiative_id: id('i', 0), slug: 'judging-world', title: text, source_ids: [], run_here: true, opens_at: now, closes_at: later, answer_on: '2030-01-01', published_at: made.published ? now : null })}`
  await tx`insert into application ${tx({ id: application_id, call_id, organisation_id: id('o', startUp), number: 'judging-world', form_version_id: id('v', 0), submitted_at: now, sequence: 1, organisation_name: 'x', solution: 'x', pitch: 'x', summary: 'x', challenge_id: id('h', 0), primary_claim: json({}), consent: true, withdrawn_at: made.withdrawn ? now : null })}`
  await tx`insert into declared_tie ${tx({ id: id('t', 0), organisation_id: id('o', startUp), kind: 'investor', other_name: 'x' })}`
  await tx`insert into round ${tx({
    id: round_id, call_id, position: 1, kind: made.jury ? 'jury' : 'committee', name: text, evaluations_per_application: 1, applications_per_scorer: 1, quorum: 1, places: 1, shown_after_own: made.shownAfterOwn,
    declaring_at: made.phase === 'preparing' ? null : now, opened_at: made.phase === 'scoring' ? now : null,
  })}`
  await tx`insert into round_criterion ${tx({ round_id, slug: 'x', position: 0, name: text, weight: 1, anchors: json([]) })}`
  await tx`insert into round_application ${tx({ round_id, application_id })}`
  await tx`insert into ranking ${tx({ round_id, used_for: 'shortlist', algorithm: 'x', text: 'x', sha256: createHash('sha256').update('x').digest('hex'), complete: true })}`
  await tx`insert into assignment_proposal ${tx({ round_id, basis: 'x', question: json({}), pairs: json([]), report: json({}) })}`
  await tx`insert into deliberation ${tx({ id: id('m', 0), round_id })}`
  await tx`insert into deliberation_item ${tx({ deliberation_id: id('m', 0), round_id, application_id, position: 0, revealed_at: made.revealed ? now : null })}`
  if (made.decided === 'released') await tx`insert into decision_release ${tx({ id: id('d', 0), call_id, sha256: 'x', counts: json({}), proposed_by: id('p', 0), released_by: id('p', 1), released_at: now })}`
  if (made.decided !== 'no') await tx`insert into decision ${tx({ application_id, call_id, outcome: 'laureate', release_id: made.decided === 'released' ? id('d', 0) : null, released_at: made.decided === 'released' ? now : null })}`
  if (made.decided === 'released') await tx`insert into decision_reading ${tx({ application_id, person_id: id('p', 0) })}`
  for (const index of everybody) await buildPerson(tx, made, index)
  await tx`set local session_replication_role = origin`
}

async function buildPerson(tx: TransactionSql, { scorers, links, work }: World, index: number) {
  const now = new Date()
  const whose = { round_id: id('r', 0), person_id: id('p', index) }
  const judged = { ...whose, application_id: id('f', 0) }
  if (scorers[index] !== 'none') {
    await tx`insert into scorer ${tx({ id: id('s', index), ...whose, organisation_id: id('o', hospital), partner_kind: 'hospital', name: 'x', email: 'x', cap: 1, declared_at: scorers[index] === 'declared' ? now : null, removed_at: scorers[index] === 'removed' ? now : null })}`
    await tx`insert into deliberation_presence ${tx({ deliberation_id: id('m', 0), ...whose, name: 'x' })}`
    await tx`insert into deliberation_score ${tx({ deliberation_id: id('m', 0), ...judged, kind: 'private', score: 3 })}`
  }
  if (links[index] !== 'none') {
    const lifted = links[index] === 'lifted' ? { lifted_at: now, lifted_by: id('p', 0), lift_motive: 'x' } : {}
    await tx`insert into conflict ${tx({ id: id('l', index), call_id: id('c', 0), application_id: id('f', 0), person_id: id('p', index), origin: 'declared', reason: 'other', ...lifted })}`
  }
  if (work[index] === 'none') return
  await tx`insert into assignment ${tx({ id: id('e', index), ...judged, origin: 'hand', withdrawn_at: work[index] === 'withdrawn' ? now : null })}`
  await tx`insert into evaluation ${tx({ id: id('e', index), ...judged, version: 1, submitted_at: work[index] === 'submitted' ? now : null })}`
  await tx`insert into evaluation_revision ${tx({ evaluation_id: id('e', index), version: 1, fields: [], idempotency_key: 'x', sha256: 'x' })}`
  if (work[index] === 'submitted') await tx`insert into evaluation_submission ${tx({ evaluation_id: id('e', index), sequence: 1, submitted_at: now, content: 'x', sha256: 'x', idempotency_key: 'x' })}`
}

describe('a row of judging is seen exactly when the words say so', () => {
  it('for every person and for a visitor, in any world', () => expectSeenAsSaid({ world, build, words, columns, ids }), 90_000)

  it('covers every table judging is kept in, and every view of it', async () => {
    const views = await admin<{ name: string }[]>`select table_name as name from information_schema.views where table_schema = 'public'`
    expect([...judgingTables, ...views.map(({ name }) => name)].sort()).toEqual(Object.keys(columns).sort())
  })
})
