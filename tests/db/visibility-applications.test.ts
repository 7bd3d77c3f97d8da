import * as fc from 'fast-check'
import type { TransactionSql } from 'postgres'
import { describe, expect, it } from 'vitest'
import { judgingTables, programmeTables } from '#tests/db/tables.ts'
import { admin } from '#tests/db/database.ts'
import { everybody, identifiers, people, expectSeenAsSaid } from '#tests/db/seen-as-said.ts'

/**
 * The wall around drafts and applications against its own words: in random small worlds, the rows each person sees are
 * exactly those the sentence says. Each world lives in a transaction that is rolled back.
 */
type World = {
  /** Where each person sits: two start-ups and the operator. */
  seats: { person: number; organisation: number; role: 'owner' | 'member' | 'reader'; ended: boolean }[]
  disabled: boolean[]
  published: boolean
  /** Each start-up's file for the call: nothing yet, a draft, deposited, or taken back. */
  files: ('none' | 'draft' | 'deposited' | 'withdrawn')[]
  permitTo: number
  viewOf: number
  viewIsShared: boolean
}

const startUps = 2
const operator = startUps
const world: fc.Arbitrary<World> = fc.record({
  seats: fc.uniqueArray(
    fc.record({ person: fc.nat(people - 1), organisation: fc.nat(operator), role: fc.constantFrom('owner', 'member', 'reader'), ended: fc.boolean() }),
    { maxLength: 8, selector: ({ person, organisation }) => `${person} ${organisation}` },
  ),
  disabled: fc.array(fc.boolean(), { minLength: people, maxLength: people }),
  published: fc.boolean(),
  files: fc.array(fc.constantFrom('none', 'draft', 'deposited', 'withdrawn'), { minLength: startUps, maxLength: startUps }),
  permitTo: fc.nat(people - 1),
  viewOf: fc.nat(people - 1),
  viewIsShared: fc.boolean(),
})

const ids = identifiers('8001')
const { id } = ids

/** What a person may see, said in words; `null` is a visitor, and a disabled person is one too. */
function words({ seats, disabled, published, files, permitTo, viewOf, viewIsShared }: World, asker: number | null) {
  const who = asker === null || disabled[asker] ? null : asker
  const mine = seats.filter(({ person, ended }) => person === who && !ended)
  const manages = mine.some(({ organisation, role }) => organisation === operator && role !== 'reader')
  const each = (seen: boolean, names: string[]) => (seen ? names : [])
  const ofFiles = (seen: (file: World['files'][number], belongs: boolean) => boolean, letter = 'f') =>
    files.flatMap((file, index) => (file !== 'none' && seen(file, mine.some(({ organisation }) => organisation === index)) ? [id(letter, index)] : []))
  const isDeposited = (file: World['files'][number]) => file === 'deposited' || file === 'withdrawn'
  const ofApplications = ofFiles((file, belongs) => isDeposited(file) && (belongs || (manages && file === 'deposited')))
  const call = each(published || manages, [id('c', 0)])
  return {
    call,
    criterion: call, deadline_change: call, eligibility_rule: call, form_version: call, challenge_rupture: call,
    question: each(manages, [id('c', 0)]),
    application_draft: ofFiles((_file, belongs) => belongs),
    draft_revision: ofFiles((_file, belongs) => belongs),
    application: ofApplications,
    claim: ofApplications, receipt: ofApplications, correction: ofApplications, consultation: ofApplications, application_file: ofApplications,
    message: ofFiles((file, belongs) => belongs || (manages && file === 'deposited')),
    file: ofFiles((file, belongs) => belongs || (manages && file === 'deposited')),
    late_permit: each(manages || who === permitTo, [id('p', permitTo)]),
    tag: each(manages, [id('c', 0)]),
    application_tag: each(manages, files.flatMap((file, index) => (isDeposited(file) ? [id('f', index)] : []))),
    screening_deed: each(manages, files.flatMap((file, index) => (isDeposited(file) ? [id('f', index)] : []))),
    saved_view: each(manages && (viewIsShared || who === viewOf), [id('p', viewOf)]),
  }
}

const columns: Record<keyof ReturnType<typeof words>, string> = {
  call: 'id', criterion: 'call_id', deadline_change: 'call_id', eligibility_rule: 'call_id', form_version: 'call_id', challenge_rupture: 'call_id', question: 'call_id',
  application_draft: 'id', draft_revision: 'draft_id', application: 'id', claim: 'application_id', receipt: 'application_id', correction: 'application_id',
  consultation: 'application_id', application_file: 'application_id', message: 'draft_id', file: 'draft_id', late_permit: 'person_id', tag: 'call_id',
  application_tag: 'application_id', screening_deed: 'application_id', saved_view: 'person_id',
}

async function build(tx: TransactionSql, { seats, disabled, published, files, permitTo, viewOf, viewIsShared }: World) {
  await tx`set constraints all deferred`
  const json = (value: unknown) => tx.json(value as never) as never
  const text = json({ fr: 'x' })
  const later = new Date(Date.now() + 3_600_000)
  for (const index of everybody) await tx`insert into person ${tx({ id: id('p', index), email: `file-world-${index}@example.org`, disabled_at: disabled[index] ? new Date() : null })}`
  for (let index = 0; index <= operator; index += 1) await tx`insert into organisation ${tx({ id: id('o', index), slug: `file-world-${index}`, name: 'x', kind: index === operator ? 'operator' : 'start-up' })}`
  for (const { person, organisation, role, ended } of seats) await tx`insert into membership ${tx({ person_id: id('p', person), organisation_id: id('o', organisation), role, ended_at: ended ? new Date() : null })}`
  const call_id = id('c', 0)
  const [{ rupture, version, initiative }] = await tx<[{ rupture: string; version: string; initiative: string }]>`select c.rupture_id as rupture, c.rupture_version_id as version, i.id as initiative from current_rupture c, initiative i limit 1`
  // Published while it is filled, as in life; then put back to what this world says.
  await tx`insert into call ${tx({ id: call_id, initiative_id: initiative, slug: 'file-world', title: text, source_ids: [], run_here: true, opens_at: new Date(Date.now() - 3_600_000), closes_at: later, answer_on: '2030-01-01', published_at: new Date() })}`
  await tx`insert into challenge ${tx({ id: call_id, call_id, slug: 'x', position: 0, title: text })}`
  await tx`insert into challenge_rupture ${tx({ challenge_id: call_id, rupture_id: rupture, call_id, position: 0 })}`
  await tx`insert into criterion ${tx({ call_id, slug: 'x', position: 0, name: text, weight: 1, anchors: json([]) })}`
  await tx`insert into deadline_change ${tx({ call_id, from_at: later, to_at: later, reason: 'x' })}`
  await tx`insert into eligibility_rule ${tx({ call_id, position: 0, statement: text, reason: text })}`
  await tx`insert into form_version ${tx({ id: id('v', 0), call_id, version: 1, questions: json([]) })}`
  await tx`insert into question ${tx({ call_id, position: 0, kind: 'short-text', label: text, required: false, audience: 'public' })}`
  await tx`insert into tag ${tx({ id: id('t', 0), call_id, name: 'x' })}`
  await tx`insert into late_permit ${tx({ call_id, organisation_id: id('o', 0), person_id: id('p', permitTo), email: `file-world-${permitTo}@example.org`, until: later, reason: 'x' })}`
  await tx`insert into saved_view ${tx({ call_id, person_id: id('p', viewOf), name: 'x', search: '', shared: viewIsShared })}`
  for (const [index, file] of files.entries()) if (file !== 'none') await buildFile(tx, index, file, version)
  await tx`update call set published_at = ${published ? new Date() : null} where id = ${call_id}`
}

async function buildFile(tx: TransactionSql, index: number, state: 'draft' | 'deposited' | 'withdrawn', version: string) {
  const its = id('f', index)
  const json = (value: unknown) => tx.json(value as never) as never
  const whose = { call_id: id('c', 0), organisation_id: id('o', index) }
  const core = { solution: 'x', pitch: 'x', summary: 'x', challenge_id: id('c', 0), primary_claim: json({}), consent: true }
  await tx`insert into application_draft ${tx({ id: its, ...whose, ...core, version: 1 })}`
  await tx`insert into draft_revision ${tx({ draft_id: its, version: 1, fields: [], idempotency_key: 'x', sha256: 'x' })}`
  await tx`insert into message ${tx({ draft_id: its, side: 'applicant', sender_name: 'x', text: 'x' })}`
  await tx`insert into file ${tx({ id: id('b', index), draft_id: its, name: 'x', media_type: 'x', size: 1, sha256: 'x', received_sha256: 'x', storage_key: its })}`
  if (state === 'draft') return
  await tx`insert into application ${tx({ id: its, ...whose, ...core, number: `file-world-${index}`, form_version_id: id('v', 0), submitted_at: new Date(), sequence: 1, organisation_name: 'x' })}`
  await tx`insert into claim ${tx({ application_id: its, position: 1, rupture_version_id: version, mechanism: 'x', population: 'x', indicator: 'x', unit: 'x', baseline: 1, target: 2, evidence_level: 'none' })}`
  await tx`insert into receipt ${tx({ application_id: its, sequence: 1, submitted_at: new Date(), submitter_name: 'x', kind: 'submission', content: 'x', sha256: 'x', files: json([]), draft_version: 1, idempotency_key: `file-world-${index}` })}`
  await tx`insert into correction ${tx({ application_id: its, fields: ['pitch'], request: 'x', until: new Date() })}`
  await tx`insert into consultation ${tx({ application_id: its, person_id: id('p', 0), part: 'x', day: 'x', organisation_name: 'x' })}`
  await tx`insert into application_file ${tx({ application_id: its, file_id: id('b', index) })}`
  await tx`insert into application_tag ${tx({ application_id: its, tag_id: id('t', 0) })}`
  await tx`insert into screening_deed ${tx({ call_id: id('c', 0), application_id: its, batch_id: its, kind: 'tag', before: json({}), after: json({}) })}`
  if (state === 'withdrawn') {
    await tx`select set_config('portal.actor', ${id('p', 0)}, true)`
    await tx`alter table application disable trigger application_guard`
    await tx`update application set withdrawn_at = now() where id = ${its}`
    await tx`alter table application enable trigger application_guard`
  }
}

describe('a row of a call, a draft or an application is seen exactly when the words say so', () => {
  it('for every person and for a visitor, in any world', () => expectSeenAsSaid({ world, build, words, columns, ids }), 90_000)

  it('covers every table whose rows hang from a call, a draft or an application', async () => {
    const tables = await admin<{ name: string }[]>`
      select distinct c.table_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where table_schema = 'public' and table_type = 'BASE TABLE' and column_name in ('call_id', 'draft_id', 'application_id') order by 1`
    // Facts of the press hang from calls too, and are the public's (visibility.test.ts); counters and reminders are nobody's.
    const others = ['application_counter', 'call_partner', 'challenge', 'laureate', 'phase', 'reminder', ...judgingTables, ...programmeTables]
    expect(tables.map(({ name }) => name).filter((name) => !others.includes(name))).toEqual(Object.keys(columns).filter((name) => name !== 'call').sort())
  })
})
