import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import type { TransactionSql } from 'postgres'
import { describe, expect, it } from 'vitest'
import { everybody, identifiers, people, expectSeenAsSaid } from '#tests/db/seen-as-said.ts'
import { programmeTables } from '#tests/db/tables.ts'

/**
 * The wall around a laureate's programme against its own words: in random worlds of people with and without seats, links
 * and mentorships, the rows each sees are exactly those the sentence says.
 */
const [startUp, hospital, operator] = [0, 1, 2]
const each = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: people, maxLength: people })
const world = fc.record({
  seats: fc.uniqueArray(
    fc.record({ person: fc.nat(people - 1), organisation: fc.nat(operator), role: fc.constantFrom('owner', 'reader'), ended: fc.boolean() }),
    { minLength: 2, maxLength: 8, selector: ({ person, organisation }) => `${person} ${organisation}` },
  ),
  published: fc.boolean(),
  links: each(fc.constantFrom('none', 'none', 'standing', 'lifted')),
  mentors: each(fc.constantFrom('none', 'named', 'declared', 'accepted', 'accepted', 'ended')),
  checkIn: fc.constantFrom('begun', 'submitted', 'skipped'),
  measurement: fc.constantFrom('draft', 'submitted', 'verified'),
  stopped: fc.boolean(),
  disclosed: fc.constantFrom('proposed', 'released'),
})
type World = typeof world extends fc.Arbitrary<infer W> ? W : never

const ids = identifiers('8003')
const { id } = ids

/** What a person may see, said in words; `null` is a visitor. */
function words({ seats, published, links, mentors, checkIn, measurement, stopped, disclosed }: World, who: number | null) {
  const sitsAt = (organisation: number, ...roles: string[]) => seats.some((seat) => seat.person === who && seat.organisation === organisation && !seat.ended && (roles.length === 0 || roles.includes(seat.role)))
  const mine = <T>(all: readonly T[]) => (who === null ? undefined : all[who])
  const walled = mine(links) === 'standing'
  const manages = sitsAt(operator, 'owner')
  const laureate = sitsAt(startUp)
  const partner = sitsAt(hospital)
  const mentorsIt = mine(mentors) === 'accepted' && partner && !walled
  const sees = laureate || (manages && !walled) || mentorsIt
  const the = (letter: string, when: boolean) => (when ? [id(letter, 0)] : [])
  const commitments = [...the('x', manages || partner), ...(partner || sees ? [id('x', 1)] : [])]
  // Told only while they are among those who must act, and nothing stands in between.
  const notices = { due: sitsAt(startUp, 'owner') && !walled && !stopped, accept: manages && !walled && !stopped, verify: (manages || mentorsIt) && !walled && !stopped, promised: sitsAt(hospital, 'owner') }
  const disclosure = (disclosed === 'released' && published) || (manages && !walled)
  return {
    programme_template: the('c', published || manages),
    programme: the('a', sees),
    milestone: the('m', sees),
    milestone_move: the('m', sees),
    programme_document: the('f', sees),
    mentor: everybody.filter((person) => mentors[person] !== 'none' && (sees || person === who)).map((person) => id('t', person)),
    mentoring_session: the('s', sees),
    session_note: who === null || !sees ? [] : [id('p', who)],
    check_in: the('k', sees && (laureate || checkIn !== 'begun')),
    check_in_revision: the('k', sitsAt(startUp, 'owner')),
    check_in_answer: the('k', sees && checkIn === 'submitted'),
    commitment: commitments,
    delivery: commitments,
    notice: who === null ? [] : Object.values(notices).flatMap((told, kind) => (told ? [id('n', who * 10 + kind)] : [])),
    notice_preference: who === null ? [] : [id('p', who)],
    notice_digest: who === null ? [] : [id('p', who)],
    programme_metric: the('q', sees),
    programme_reminder: the('a', manages && !walled),
    amendment: the('q', sees),
    measurement: the('v', sees && (laureate || measurement !== 'draft')),
    disclosure: the('d', disclosure),
    disclosed_result: the('q', disclosure),
  }
}

const columns: Record<keyof ReturnType<typeof words>, string> = {
  programme_template: 'call_id', programme: 'id', milestone: 'id', milestone_move: 'milestone_id', programme_document: 'file_id', mentor: 'id', mentoring_session: 'id', session_note: 'person_id', check_in: 'id',
  check_in_revision: 'check_in_id', check_in_answer: 'check_in_id', commitment: 'id', delivery: 'commitment_id', notice: 'id', notice_preference: 'person_id', notice_digest: 'person_id', programme_metric: 'id', programme_reminder: 'programme_id', amendment: 'metric_id', measurement: 'id', disclosure: 'id', disclosed_result: 'metric_id',
}

async function build(tx: TransactionSql, made: World) {
  // The guards say what may be written; here only what is read is at stake, also of what was written otherwise.
  await tx`set local session_replication_role = replica`
  const json = (value: unknown) => tx.json(value as never) as never
  const text = json({ fr: 'x' })
  const now = new Date()
  const [call_id, programme_id] = [id('c', 0), id('a', 0)]
  const of = { programme_id }
  for (const index of everybody) await tx`insert into person ${tx({ id: id('p', index), email: `programme-world-${index}@example.org` })}`
  for (const [index, kind] of ['start-up', 'hospital', 'operator'].entries()) await tx`insert into organisation ${tx({ id: id('o', index), slug: `programme-world-${index}`, name: 'x', kind })}`
  for (const { person, organisation, role, ended } of made.seats) await tx`insert into membership ${tx({ person_id: id('p', person), organisation_id: id('o', organisation), role, ended_at: ended ? now : null })}`
  await tx`insert into call ${tx({ id: call_id, initiative_id: id('i', 0), slug: 'programme-world', title: text, source_ids: [], run_here: true, opens_at: now, closes_at: new Date(Date.now() + 3_600_000), answer_on: '2030-01-01', published_at: made.published ? now : null })}`
  await tx`insert into application ${tx({ id: programme_id, call_id, organisation_id: id('o', startUp), number: 'programme-world', form_version_id: id('w', 0), submitted_at: now, sequence: 1, organisation_name: 'x', solution: 'x', pitch: 'x', summary: 'x', challenge_id: id('h', 0), primary_claim: json({}), consent: true })}`
  await tx`insert into programme_template ${tx({ call_id, months: 9, modules: json([]), milestones: json([]), follow_ups: [] })}`
  await tx`insert into programme ${tx({ id: programme_id, call_id, organisation_id: id('o', startUp), organisation_name: 'x', number: 'x', solution: 'x', pitch: 'x', starts_on: '2026-01-01', months: 9, modules: json([]), follow_ups: [], stopped_at: made.stopped ? now : null, stop_reason: made.stopped ? 'x' : null })}`
  await tx`insert into milestone ${tx({ id: id('m', 0), ...of, position: 0, month: 1, title: text, due_on: '2026-02-01' })}`
  await tx`insert into milestone_move ${tx({ milestone_id: id('m', 0), ...of, from_on: '2026-01-01', to_on: '2026-02-01', reason: 'x' })}`
  await tx`insert into programme_reminder ${tx({ ...of, idempotency_key: 'x', people: 1, sent_by: id('p', 0) })}`
  await tx`insert into programme_document ${tx({ ...of, file_id: id('f', 0) })}`
  await tx`insert into mentoring_session ${tx({ id: id('s', 0), ...of, subject: 'x', proposed_times: tx`array[now()]` as never, minutes: 60 })}`
  await buildReports(tx, made, of)
  for (const [index, programme] of [null, programme_id].entries()) {
    await tx`insert into commitment ${tx({ id: id('x', index), call_id, organisation_id: id('o', hospital), organisation_name: 'x', programme_id: programme, laureate_name: programme && 'x', kind: 'site', title: 'x', amount: 1, unit: 'x' })}`
    await tx`insert into delivery ${tx({ commitment_id: id('x', index), amount: 1, delivered_on: '2026-01-01' })}`
  }
  const released = made.disclosed === 'released' ? { released_at: now, released_by: id('p', 1) } : {}
  await tx`insert into disclosure ${tx({ id: id('d', 0), call_id, sequence: 1, text: 'x', sha256: createHash('sha256').update('x').digest('hex'), proposed_by: id('p', 0), ...released })}`
  await tx`insert into disclosed_result ${tx({ disclosure_id: id('d', 0), metric_id: id('q', 0), call_id, laureate_id: id('l', 0), rupture_id: id('r', 0), position: 0, content: json({}) })}`
  for (const index of everybody) await buildPerson(tx, made, index)
  await tx`set local session_replication_role = origin`
}

async function buildReports(tx: TransactionSql, { checkIn, measurement }: World, of: { programme_id: string }) {
  const now = new Date()
  const filed = { begun: {}, submitted: { submitted_at: now, mood: 'on-track' }, skipped: { skipped_at: now, skip_reason: 'x' } }[checkIn]
  await tx`insert into check_in ${tx({ id: id('k', 0), ...of, month: 1, opens_on: '2026-01-20', due_on: '2026-02-01', ...filed })}`
  await tx`insert into check_in_revision ${tx({ check_in_id: id('k', 0), version: 1, fields: [], idempotency_key: 'x', sha256: 'x' })}`
  // Nobody answers what is not submitted.
  if (checkIn === 'submitted') await tx`insert into check_in_answer ${tx({ check_in_id: id('k', 0), ...of, person_name: 'x', organisation_name: 'x', text: 'x' })}`
  await tx`insert into programme_metric ${tx({ id: id('q', 0), ...of, position: 0, rupture_id: id('r', 0), name: 'x', measure: 'count', unit: 'x', direction: 'neutral', population: 'x', schedule: [] })}`
  await tx`insert into amendment ${tx({ metric_id: id('q', 0), ...of, sequence: 1, changes: tx.json({}) as never, reason: 'x' })}`
  const verified = measurement === 'verified' ? { verified_at: now, verified_by: id('p', 0) } : {}
  await tx`insert into measurement ${tx({ id: id('v', 0), metric_id: id('q', 0), ...of, period_start: '2026-01-01', period_end: '2026-01-31', value: 1, state: measurement, ...verified })}`
}

async function buildPerson(tx: TransactionSql, { links, mentors }: World, index: number) {
  const now = new Date()
  const whose = { person_id: id('p', index), programme_id: id('a', 0) }
  await tx`insert into session_note ${tx({ session_id: id('s', 0), ...whose, text: 'x' })}`
  await buildNotices(tx, index)
  const state = mentors[index]
  if (state !== 'none') {
    const answered = { declared_at: state === 'named' ? null : now, accepted_at: state === 'accepted' || state === 'ended' ? now : null, ended_at: state === 'ended' ? now : null }
    await tx`insert into mentor ${tx({ id: id('t', index), ...whose, organisation_id: id('o', hospital), organisation_name: 'x', email: 'x', ...answered })}`
  }
  if (links[index] === 'none') return
  const lifted = links[index] === 'lifted' ? { lifted_at: now, lifted_by: id('p', 0), lift_motive: 'x' } : {}
  await tx`insert into conflict ${tx({ id: id('g', index), call_id: id('c', 0), application_id: id('a', 0), person_id: id('p', index), origin: 'declared', reason: 'other', ...lifted })}`
}

async function buildNotices(tx: TransactionSql, index: number) {
  const person_id = id('p', index)
  const of = { person_id, call_id: id('c', 0), programme_id: id('a', 0), day: '2026-02-01', check_in_id: null, milestone_id: null, metric_id: null, measurement_id: null, commitment_id: null }
  await tx`insert into notice ${tx([
    { ...of, id: id('n', index * 10), kind: 'check-in-due', check_in_id: id('k', 0) },
    { ...of, id: id('n', index * 10 + 1), kind: 'milestone-to-accept', milestone_id: id('m', 0) },
    { ...of, id: id('n', index * 10 + 2), kind: 'measurement-to-verify', metric_id: id('q', 0), measurement_id: id('v', 0) },
    { ...of, id: id('n', index * 10 + 3), kind: 'commitment-due', commitment_id: id('x', 1) },
  ] as never)}`
  await tx`insert into notice_preference ${tx({ person_id, choices: tx.json({}) as never, digest_day: 1, digest_hour: 8 })}`
  await tx`insert into notice_digest ${tx({ person_id, week: '2026-01-26' })}`
}

describe('a row of a programme is seen exactly when the words say so', () => {
  it('for every person and for a visitor, in any world', () => expectSeenAsSaid({ world, build, words, columns, ids }), 90_000)

  it('covers every table a programme is kept in', () => {
    expect([...programmeTables].sort()).toEqual(Object.keys(columns).sort())
  })
})
