import * as fc from 'fast-check'
import type { TransactionSql } from 'postgres'
import { describe, expect, it } from 'vitest'
import { judgingTables, outwardTables, programmeTables } from '#tests/db/tables.ts'
import { admin } from '#tests/db/database.ts'
import { identifiers, people as count, expectSeenAsSaid } from '#tests/db/seen-as-said.ts'

/**
 * The wall against its own words: in random small worlds, the rows each person sees are exactly those the sentence says.
 * Each world lives in a transaction that is rolled back.
 */
type Seat = { person: number; organisation: number; role: 'owner' | 'member'; ended: boolean }
type Invitation = { organisation: number; toPerson: number; state: 'open' | 'accepted' | 'revoked' | 'expired' }
type World = {
  people: { administrator: boolean; disabled: boolean }[]
  organisations: { kind: 'start-up' | 'hospital' | 'operator'; listed: boolean }[]
  seats: Seat[]
  invitations: Invitation[]
  mailboxIsOpen: boolean
}

const world: fc.Arbitrary<World> = fc.record({
  people: fc.array(fc.record({ administrator: fc.boolean(), disabled: fc.boolean() }), { minLength: count, maxLength: count }),
  organisations: fc.array(fc.record({ kind: fc.constantFrom('start-up', 'hospital', 'operator'), listed: fc.boolean() }), { minLength: 3, maxLength: 3 }),
  seats: fc.uniqueArray(
    fc.record({ person: fc.nat(count - 1), organisation: fc.nat(2), role: fc.constantFrom('owner', 'member'), ended: fc.boolean() }),
    { maxLength: 7, selector: ({ person, organisation }) => `${person} ${organisation}` },
  ),
  invitations: fc.array(fc.record({ organisation: fc.nat(2), toPerson: fc.nat(count - 1), state: fc.constantFrom('open', 'accepted', 'revoked', 'expired') }), { maxLength: 4 }),
  mailboxIsOpen: fc.boolean(),
})

const ids = identifiers('8000')
const { id } = ids
const person = (index: number) => id('p', index)
const organisation = (index: number) => id('o', index)
const hash = (text: string) => new TextEncoder().encode(text)

/** What a person may see, said in words; `null` is a visitor, and a disabled person is one too. */
function words({ people, organisations, seats, invitations, mailboxIsOpen }: World, asker: number | null) {
  const who = asker === null || people[asker]?.disabled ? null : asker
  const current = seats.filter(({ ended }) => !ended)
  const mine = current.filter((seat) => seat.person === who).map((seat) => seat.organisation)
  const owned = current.filter((seat) => seat.person === who && seat.role === 'owner').map((seat) => seat.organisation)
  const administers = who !== null && people[who]?.administrator === true
  const manages = mine.some((index) => organisations[index]?.kind === 'operator')
  const invitedTo = invitations.filter(({ toPerson, state }) => toPerson === who && state === 'open').map((invitation) => invitation.organisation)
  const colleague = (index: number) => current.some((seat) => seat.person === index && mine.includes(seat.organisation))
  const all = <T>(items: readonly T[], seen: (item: T, index: number) => boolean, name: (index: number) => string) =>
    items.flatMap((item, index) => (seen(item, index) ? [name(index)] : [])).sort()
  return {
    person: all(people, (_, index) => index === who || administers || colleague(index), person),
    session: all(people, (_, index) => index === who, (index) => id('s', index)),
    identity: all(people, (_, index) => index === who, person),
    organisation: all(organisations, ({ listed }, index) => listed || mine.includes(index) || invitedTo.includes(index) || manages || administers, organisation),
    organisation_domain: all(organisations, (_, index) => mine.includes(index) || manages || administers, organisation),
    membership: all(seats, (seat) => mine.includes(seat.organisation) || seat.person === who || administers, (index) => id('m', index)),
    invitation: all(invitations, (invitation) => owned.includes(invitation.organisation) || invitation.toPerson === who || administers, (index) => id('i', index)),
    audit_entry: all(people, (_, index) => index === who || administers, person),
    mail: all(people, () => mailboxIsOpen, (index) => id('l', index)),
  }
}

const columns = {
  person: 'id', session: 'id', identity: 'person_id', organisation: 'id', organisation_domain: 'organisation_id', membership: 'id',
  invitation: 'id', audit_entry: 'actor_id', mail: 'id',
} as const

async function build(tx: TransactionSql, { people, organisations, seats, invitations, mailboxIsOpen }: World) {
  await tx`set constraints all deferred`
  await tx`update instance set mailbox_is_open = ${mailboxIsOpen}`
  const states = { open: {}, accepted: { accepted_at: new Date() }, revoked: { revoked_at: new Date() }, expired: { expires_at: new Date(0) } }
  const later = new Date(Date.now() + 3_600_000)
  for (const [index, { administrator, disabled }] of people.entries()) {
    await tx`insert into person ${tx({ id: person(index), email: `world-${index}@example.org`, administrator, disabled_at: disabled ? new Date() : null })}`
    await tx`insert into session ${tx({ id: id('s', index), token_hash: hash(`s${index}`), person_id: person(index), expires_at: later })}`
    await tx`insert into identity ${tx({ provider: 'world', subject: String(index), person_id: person(index) })}`
    await tx`insert into audit_entry ${tx({ actor_id: person(index), deed: 'world.built' })}`
    await tx`insert into mail ${tx({ id: id('l', index), recipient: `world-${index}@example.org`, kind: 'world', locale: 'fr', subject: 'x', text: 'x' })}`
  }
  for (const [index, { kind, listed }] of organisations.entries()) {
    await tx`insert into organisation ${tx({ id: organisation(index), slug: `world-${index}`, name: `World ${index}`, kind, listed })}`
    await tx`insert into organisation_domain ${tx({ organisation_id: organisation(index), domain: `world-${index}.example` })}`
  }
  for (const [index, seat] of seats.entries()) {
    await tx`insert into membership ${tx({ id: id('m', index), organisation_id: organisation(seat.organisation), person_id: person(seat.person), role: seat.role, ended_at: seat.ended ? new Date() : null })}`
  }
  for (const [index, { organisation: to, toPerson, state }] of invitations.entries()) {
    await tx`insert into invitation ${tx({ id: id('i', index), organisation_id: organisation(to), email: `world-${toPerson}@example.org`, role: 'member', token_hash: hash(`i${index}`), expires_at: later, ...states[state] })}`
  }
}

describe('a row is seen exactly when the words say so', () => {
  it('for every person and for a visitor, in any world', () => expectSeenAsSaid({ world, build, words, columns, ids }), 60_000)

  it('covers every table that holds rows of people', async () => {
    const tables = await admin<{ name: string }[]>`
      select distinct tablename as name from pg_policies where schemaname = 'public' and 'portal_app' = any (roles) and cmd in ('SELECT', 'ALL') and qual <> 'true'`
    // Drafts, applications and what hangs from them: visibility-applications.test.ts.
    const ofCalls = ['call', 'call_partner', 'challenge', 'laureate', 'phase', 'audit_seal', 'laureate_rupture', 'challenge_rupture', 'criterion', 'deadline_change', 'eligibility_rule', 'form_version', 'question',
      'application', 'application_draft', 'application_file', 'application_tag', 'claim', 'consultation', 'correction', 'draft_revision', 'file', 'late_permit', 'message', 'receipt', 'saved_view', 'screening_deed', 'tag', ...judgingTables, ...programmeTables, ...outwardTables]
    expect(tables.map(({ name }) => name).filter((name) => !ofCalls.includes(name)).sort()).toEqual(Object.keys(columns).sort())
  })
})
