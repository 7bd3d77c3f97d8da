import { beforeAll, describe, expect, test } from 'vitest'
import { sendInvitation } from '#lib/server/invitation/send-invitation.ts'
import { acceptInvitation, declineInvitation, findInvitation, revokeInvitation } from '#lib/server/invitation/settle-invitation.ts'
import { changeRole, leaveOrganisation, removeMember, transferOwnership } from '#lib/server/membership/change-membership.ts'
import { closeOrganisation, updateOrganisation } from '#lib/server/organisation/change-organisation.ts'
import { createOrganisation } from '#lib/server/organisation/create-organisation.ts'
import { listMyOrganisations, showOrganisation } from '#lib/server/organisation/show-organisation.ts'
import { disablePerson, enablePerson, withdrawAdministrator } from '#lib/server/person/administer-people.ts'
import { deleteAccount, endSession, endSessions, updateAccount } from '#lib/server/person/change-account.ts'
import { exportAccount } from '#lib/server/person/export-account.ts'
import { listSoleOwnerships, showAccount } from '#lib/server/person/show-account.ts'
import { admin } from '#tests/db/database.ts'

type Somebody = { personId: string; email: string }
let number = 0

async function newPerson(email = `somebody-${(number += 1)}@house.example`): Promise<Somebody> {
  const [row] = await admin`insert into person (email, name) values (${email}, 'Somebody') returning id`
  return { personId: row?.id, email }
}

async function newHouse(owner: Somebody): Promise<string> {
  return (await createOrganisation(owner, { name: 'A house', kind: 'hospital', siren: '', domains: '' })).id
}

async function invite(owner: Somebody, organisationId: string, email: string, role: 'owner' | 'member' = 'member') {
  await sendInvitation(owner, { organisationId, email, role, locale: 'fr' })
  const [mail] = await admin`select recipient, text from mail order by id desc limit 1`
  expect(mail?.recipient).toBe(email)
  return /invitations\/(\S+)/.exec(mail?.text)?.[1] ?? ''
}

async function join(owner: Somebody, organisationId: string, role: 'owner' | 'member' = 'member'): Promise<Somebody> {
  const guest = await newPerson()
  const { id } = await findInvitation(guest, { token: await invite(owner, organisationId, guest.email, role) })
  await acceptInvitation(guest, { invitationId: id })
  return guest
}

const seatOf = async (organisationId: string, { personId }: Somebody): Promise<string> =>
  (await admin`select id from membership where organisation_id = ${organisationId} and person_id = ${personId} and ended_at is null`)[0]?.id

const notFound = { code: 'not-found' }
const keepsAnOwner = { code: 'conflict', reason: 'organisation_keeps_an_owner' }

describe('an organisation', () => {
  test('belongs to whoever made it, and does not exist for anybody else', async () => {
    const [owner, rival] = [await newPerson(), await newPerson()]
    const { id } = await createOrganisation(owner, { name: 'Fil clair', kind: 'start-up', siren: '732 829 320', domains: 'fil-clair.example, @fil.example' })
    const shown = await showOrganisation(owner, { id })
    expect(shown.organisation).toMatchObject({ name: 'Fil clair', kind: 'start-up', siren: '732829320', listed: false, demonstration: false })
    expect(shown).toMatchObject({ domains: ['fil-clair.example', 'fil.example'], members: [{ personId: owner.personId, role: 'owner' }], may: { run: true, leave: true } })
    await expect(showOrganisation(rival, { id })).rejects.toMatchObject(notFound)
    await expect(updateOrganisation(rival, { organisationId: id, name: 'Mine', kind: 'start-up' })).rejects.toMatchObject(notFound)
    await expect(sendInvitation(rival, { organisationId: id, email: 'a@b.fr', role: 'owner', locale: 'fr' })).rejects.toMatchObject(notFound)
    expect(await listMyOrganisations(rival, {})).toEqual([])
  })

  test('tells nobody that its SIREN is taken', async () => {
    const form = { name: 'Same number', kind: 'start-up', siren: '552100554', domains: '' } as const
    const first = await createOrganisation(await newPerson(), form)
    const second = await createOrganisation(await newPerson(), form)
    expect(first.id).not.toBe(second.id)
  })

  test('names the field at fault', async () => {
    const owner = await newPerson()
    await expect(createOrganisation(owner, { name: ' ', kind: 'start-up', siren: '732829321', domains: 'gmail.com' })).rejects.toMatchObject({
      code: 'invalid',
      faults: [{ path: 'name', code: 'too_small' }, { path: 'siren', code: 'siren' }, { path: 'domains', code: 'public-mail' }],
    })
  })

  test('that runs the portal is made by administrators only', async () => {
    const owner = await newPerson()
    await expect(createOrganisation(owner, { name: 'Us', kind: 'operator' })).rejects.toMatchObject(notFound)
    const id = await newHouse(owner)
    await expect(updateOrganisation(owner, { organisationId: id, name: 'Us', kind: 'operator' })).rejects.toMatchObject(notFound)
  })

  test('keeps an owner, even when two leave at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const owner = await newPerson()
      const organisationId = await newHouse(owner)
      const other = await join(owner, organisationId, 'owner')
      const outcomes = await Promise.allSettled([leaveOrganisation(owner, { organisationId }), leaveOrganisation(other, { organisationId })])
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: keepsAnOwner })
    }
  })

  test('is handed over whole: the new owner rules, the old one is a member', async () => {
    const owner = await newPerson()
    const organisationId = await newHouse(owner)
    const heir = await join(owner, organisationId)
    await expect(transferOwnership(heir, { membershipId: await seatOf(organisationId, owner) })).rejects.toMatchObject(notFound)
    await transferOwnership(owner, { membershipId: await seatOf(organisationId, heir) })
    expect((await showOrganisation(heir, { id: organisationId })).members.map(({ personId, role }) => [personId, role])).toEqual([[heir.personId, 'owner'], [owner.personId, 'member']])
    await expect(changeRole(owner, { membershipId: await seatOf(organisationId, owner), role: 'owner' })).rejects.toMatchObject(notFound)
    await expect(changeRole(heir, { membershipId: await seatOf(organisationId, heir), role: 'member' })).rejects.toMatchObject(keepsAnOwner)
  })

  test('shuts its door behind those who left', async () => {
    const owner = await newPerson()
    const organisationId = await newHouse(owner)
    const guest = await join(owner, organisationId)
    await removeMember(owner, { membershipId: await seatOf(organisationId, guest) })
    await expect(showOrganisation(guest, { id: organisationId })).rejects.toMatchObject(notFound)
    const history = await admin`select ended_at is not null as ended from membership where organisation_id = ${organisationId} and person_id = ${guest.personId}`
    expect(Array.from(history)).toEqual([{ ended: true }])
  })

  test('closes for good with its seats and invitations, when its owner says so twice', async () => {
    const owner = await newPerson()
    const organisationId = await newHouse(owner)
    await invite(owner, organisationId, 'later@house.example')
    await expect(closeOrganisation(owner, { organisationId, confirmed: '' as 'yes' })).rejects.toMatchObject({ code: 'invalid', faults: [{ path: 'confirmed' }] })
    await closeOrganisation(owner, { organisationId, confirmed: 'yes' })
    const [left] = await admin`select (select count(*) from membership where organisation_id = ${organisationId})::int + (select count(*) from invitation where organisation_id = ${organisationId})::int as rows`
    expect(left?.rows).toBe(0)
  })
})

describe('an invitation', () => {
  let owner: Somebody
  let organisationId: string
  beforeAll(async () => {
    owner = await newPerson()
    organisationId = await newHouse(owner)
  })

  test('is for the invited address only, whoever holds the link', async () => {
    const [guest, thief] = [await newPerson(), await newPerson()]
    const token = await invite(owner, organisationId, guest.email)
    await expect(findInvitation(thief, { token })).rejects.toMatchObject(notFound)
    const offer = await findInvitation(guest, { token })
    expect(offer).toMatchObject({ organisation: 'A house', kind: 'hospital', role: 'member' })
    await expect(acceptInvitation(thief, { invitationId: offer.id })).rejects.toMatchObject(notFound)
    await expect(declineInvitation(thief, { invitationId: offer.id })).rejects.toMatchObject(notFound)
    expect((await showAccount(guest, {})).invitations).toMatchObject([{ id: offer.id, organisation: 'A house' }])
    await acceptInvitation(guest, { invitationId: offer.id })
    await expect(acceptInvitation(guest, { invitationId: offer.id })).rejects.toMatchObject(notFound)
    const [kept] = await admin`select encode(token_hash, 'hex') as hash from invitation where id = ${offer.id}`
    expect(kept?.hash).toMatch(/^[0-9a-f]{64}$/)
  })

  test('accepted by ten at once seats the person once', async () => {
    const guest = await newPerson()
    const { id } = await findInvitation(guest, { token: await invite(owner, organisationId, guest.email) })
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => acceptInvitation(guest, { invitationId: id })))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await admin`select 1 from membership where organisation_id = ${organisationId} and person_id = ${guest.personId}`).toHaveLength(1)
  })

  test('ends after seven days, when taken back, refused, or replaced by another', async () => {
    const guest = await newPerson()
    const first = await invite(owner, organisationId, guest.email)
    const second = await invite(owner, organisationId, guest.email)
    await expect(findInvitation(guest, { token: first })).rejects.toMatchObject(notFound)
    const { id } = await findInvitation(guest, { token: second })
    await expect(revokeInvitation(guest, { invitationId: id })).rejects.toMatchObject(notFound)
    await revokeInvitation(owner, { invitationId: id })
    await expect(acceptInvitation(guest, { invitationId: id })).rejects.toMatchObject(notFound)
    const third = await findInvitation(guest, { token: await invite(owner, organisationId, guest.email) })
    expect(Math.round((third.expiresAt.getTime() - Date.now()) / 86_400_000)).toBe(7)
    await admin`update invitation set expires_at = now() - interval '1 second' where id = ${third.id}`
    await expect(acceptInvitation(guest, { invitationId: third.id })).rejects.toMatchObject(notFound)
    const fourth = await findInvitation(guest, { token: await invite(owner, organisationId, guest.email) })
    await declineInvitation(guest, { invitationId: fourth.id })
    await expect(acceptInvitation(guest, { invitationId: fourth.id })).rejects.toMatchObject(notFound)
  })

  test('gives the seat that was offered, not a better one', async () => {
    const guest = await newPerson()
    await invite(owner, organisationId, guest.email)
    await expect(admin.begin(async (sql) => {
      await sql`set local role portal_app`
      await sql`select portal.begin(${guest.personId})`
      await sql`insert into membership (organisation_id, person_id, role) values (${organisationId}, ${guest.personId}, 'owner')`
    })).rejects.toMatchObject({ code: '42501' })
  })

  test('is not sent to somebody who already sits there', async () => {
    await expect(sendInvitation(owner, { organisationId, email: owner.email, role: 'member', locale: 'fr' })).rejects.toMatchObject({ code: 'conflict', reason: 'already-member' })
  })
})

describe('an account', () => {
  test('goes with all it held, leaving only a number in the journal', async () => {
    const person = await newPerson()
    await updateAccount(person, { name: 'Going Soon', locale: 'en' })
    await admin`insert into session (token_hash, person_id, expires_at) values (sha256(${person.email}), ${person.personId}, now() + interval '1 day')`
    await admin`insert into identity (provider, subject, person_id) values ('oidc', ${person.email}, ${person.personId})`
    await deleteAccount(person, { confirmed: 'yes' })
    for (const table of ['person', 'session', 'identity', 'membership']) {
      const column = table === 'person' ? 'id' : 'person_id'
      expect(await admin`select 1 from ${admin(table)} where ${admin(column)} = ${person.personId}`).toHaveLength(0)
    }
    const entries = await admin`select deed, detail::text || coalesce(subject, '') as text from audit_entry where actor_id = ${person.personId} order by id`
    expect(entries.map(({ deed }) => deed)).toEqual(['person.update', 'person.delete'])
    expect(entries.map(({ text }) => text).join()).not.toMatch(/Going|house\.example/)
    await expect(showAccount(person, {})).rejects.toMatchObject({ code: 'unauthenticated' })
  })

  test('of a sole owner stays, and says for which organisations', async () => {
    const owner = await newPerson()
    const organisationId = await newHouse(owner)
    const member = await join(owner, organisationId)
    await expect(deleteAccount(owner, { confirmed: 'yes' })).rejects.toMatchObject(keepsAnOwner)
    expect(await listSoleOwnerships(owner, {})).toEqual([{ id: organisationId, name: 'A house', members: 2 }])
    expect(await listSoleOwnerships(member, {})).toEqual([])
    await transferOwnership(owner, { membershipId: await seatOf(organisationId, member) })
    await deleteAccount(owner, { confirmed: 'yes' })
  })

  test('takes its own data away, and nobody else\'s', async () => {
    const [person, other] = [await newPerson(), await newPerson()]
    const organisationId = await newHouse(person)
    await join(person, organisationId)
    const data = await exportAccount(person, {})
    expect(data).toMatchObject({ person: { email: person.email }, memberships: [{ organisation: 'A house', role: 'owner', until: null }] })
    expect(data.journal.map(({ deed }) => deed)).toEqual(['invitation.send', 'organisation.create'])
    expect(JSON.stringify(await exportAccount(other, {}))).not.toContain(person.email)
    expect(JSON.stringify(data)).not.toContain(other.email)
  })

  test('closes its own sessions only, one or all but one', async () => {
    const [person, other] = [await newPerson(), await newPerson()]
    for (const [owner, name] of [[person, 'a'], [person, 'b'], [person, 'c'], [other, 'd']] as const) {
      await admin`insert into session (token_hash, person_id, expires_at) values (sha256(${`${owner.email} ${name}`}), ${owner.personId}, now() + interval '1 day')`
    }
    const mine = (await showAccount(person, {})).sessions
    expect(mine).toHaveLength(3)
    const [foreign] = (await showAccount(other, {})).sessions
    await expect(endSession(person, { sessionId: foreign?.id ?? '' })).rejects.toMatchObject(notFound)
    await endSession(person, { sessionId: mine[0]?.id ?? '' })
    expect(await endSessions(person, { keep: mine[1]?.id })).toEqual({ ended: 1 })
    expect((await showAccount(person, {})).sessions.map(({ id }) => id)).toEqual([mine[1]?.id])
    expect((await showAccount(other, {})).sessions).toHaveLength(1)
  })

  test('that is closed sees nothing from its next request on, and comes back when reopened', async () => {
    const [boss] = await admin`select id from person where email = 'admin@demonstration.example'`
    const person = await newPerson()
    await disablePerson({ personId: boss?.id }, { personId: person.personId })
    await expect(showAccount(person, {})).rejects.toMatchObject({ code: 'unauthenticated' })
    await enablePerson({ personId: boss?.id }, { personId: person.personId })
    expect((await showAccount(person, {})).person.email).toBe(person.email)
  })

  test('the last administrator can neither leave, nor be closed, nor step down', async () => {
    const [boss] = await admin`select id from person where email = 'admin@demonstration.example'`
    const caller = { personId: boss?.id as string }
    const refused = { code: 'conflict', reason: 'portal_keeps_an_administrator' }
    await expect(deleteAccount(caller, { confirmed: 'yes' })).rejects.toMatchObject(refused)
    await expect(disablePerson(caller, caller)).rejects.toMatchObject(refused)
    await expect(withdrawAdministrator(caller, caller)).rejects.toMatchObject(refused)
  })
})
