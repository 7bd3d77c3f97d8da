import { afterAll, describe, expect, test, vi } from 'vitest'
import { updateOrganisation } from '#lib/server/organisation/change-organisation.ts'
import { createOrganisation } from '#lib/server/organisation/create-organisation.ts'
import { lookUpCompany } from '#lib/server/organisation/look-up-company.ts'
import { showOrganisation } from '#lib/server/organisation/show-organisation.ts'
import { storedIdentity } from '#lib/server/organisation/stored-identity.ts'
import { numbers, play, startRegister } from '#tests/company-register/double.ts'
import { admin } from '#tests/db/database.ts'

/** A number about which the register says nothing until it is let go. */
const slow = numbers.ceased
const waiting: (() => void)[] = []
const double = await startRegister((siren) => (siren === slow ? (response) => void waiting.push(() => play(numbers.unknown)(response)) : play(siren)))
process.env.COMPANY_REGISTER_URL = double.address
afterAll(() => double.stop())

let count = 0
async function newPerson(): Promise<{ personId: string }> {
  const [row] = await admin`insert into person (email, name) values (${`identity-${(count += 1)}@house.example`}, 'Somebody') returning id`
  return { personId: row?.id }
}

const house = { name: 'A house', kind: 'start-up' } as const
const confirmedHouse = { ...house, siren: numbers.found, identity: 'confirmed' } as const
const fromRegister = {
  siren: numbers.found, identitySource: 'register', beingCreated: false, legalName: 'LA POSTE', legalForm: '5510', naf: '53.10Z', registeredOn: '1991-01-01',
  address: '19 RUE DE LA POSTE 31700 CORNEBARRIEU', postcode: '75015', city: 'PARIS 15',
}
const nothing = { identityConfirmedAt: null, legalName: null, legalForm: null, naf: null, registeredOn: null, address: null, postcode: null, city: null }

async function shown(owner: { personId: string }, id: string) {
  return (await showOrganisation(owner, { id })).organisation
}

async function made(input: Parameters<typeof createOrganisation>[1]) {
  const owner = await newPerson()
  const { id } = await createOrganisation(owner, input)
  return { owner, id, organisation: await shown(owner, id) }
}

describe('asking about a company', () => {
  test('is for people signed in, with a number that can be one', async () => {
    const person = await newPerson()
    await expect(lookUpCompany({ personId: null }, { siren: numbers.found })).rejects.toMatchObject({ code: 'unauthenticated' })
    await expect(lookUpCompany(person, { siren: '356 000 001' })).rejects.toMatchObject({ code: 'invalid', faults: [{ path: 'siren', code: 'siren' }] })
    expect(double.asked).toEqual([])
    expect(await lookUpCompany(person, { siren: '356 000 000' })).toMatchObject({ outcome: 'found', company: { name: 'LA POSTE' } })
    expect(await lookUpCompany(person, { siren: numbers.undisclosed })).toEqual({ outcome: 'unknown', why: 'undisclosed' })
  })

  test('holds no connection while the register is silent, and neither does making an organisation', async () => {
    const [person, other] = [await newPerson(), await newPerson()]
    const asking = lookUpCompany(person, { siren: slow })
    const making = createOrganisation(other, { ...house, siren: slow, identity: 'confirmed' })
    await vi.waitFor(() => expect(waiting).toHaveLength(1))
    const held = () => admin`select state, query from pg_stat_activity where datname = current_database() and usename = 'portal_app' and state <> 'idle'`
    await vi.waitFor(async () => expect(Array.from(await held())).toEqual([]), { timeout: 1_500 })
    for (const answer of waiting) answer()
    expect(await asking).toEqual({ outcome: 'unknown', why: 'absent' })
    expect(await shown(other, (await making).id)).toMatchObject({ siren: slow, identitySource: 'declared' })
  })
})

describe('the identity of an organisation', () => {
  test('confirmed by its owner is the register’s, with when', async () => {
    const { organisation } = await made(confirmedHouse)
    expect(organisation).toMatchObject({ ...fromRegister, name: 'A house' })
    expect(Math.abs(Date.now() - (organisation.identityConfirmedAt?.getTime() ?? 0))).toBeLessThan(10_000)
  })

  test('is never the client’s own word for it', async () => {
    const forged = { ...confirmedHouse, siren: numbers.unknown, legalName: 'Forged', address: 'Forged', identitySource: 'register', identityConfirmedAt: new Date() }
    expect((await made(forged)).organisation).toMatchObject({ ...nothing, siren: numbers.unknown, identitySource: 'declared' })
    expect((await made({ ...forged, identity: 'declared' } as never)).organisation).toMatchObject({ ...nothing, identitySource: 'declared' })
  })

  test.each([['nobody’s', numbers.unknown], ['not published', numbers.undisclosed], ['asked of a register that fails', numbers.failing]])('confirmed of a number that is %s is kept as declared', async (_what, siren) => {
    expect((await made({ ...house, siren, identity: 'confirmed' })).organisation).toMatchObject({ ...nothing, siren, identitySource: 'declared' })
  })

  test('of a company being created has no number, and says so when there is one', async () => {
    expect((await made({ ...house, siren: '', identity: 'being-created' })).organisation).toMatchObject({ ...nothing, siren: null, beingCreated: true, identitySource: 'declared' })
    const invalid = (code: string) => ({ code: 'invalid', faults: [{ path: 'siren', code }] })
    await expect(made({ ...confirmedHouse, identity: 'being-created' })).rejects.toMatchObject(invalid('being-created'))
    await expect(made({ ...house, siren: '', identity: 'confirmed' })).rejects.toMatchObject(invalid('siren'))
    expect((await made(house)).organisation).toMatchObject({ ...nothing, siren: null, beingCreated: false, identitySource: null })
  })

  test('stays confirmed while the number stays, even when the register is away, and goes with it', async () => {
    const { owner, id, organisation } = await made(confirmedHouse)
    const update = async (input: object) => {
      await updateOrganisation(owner, { ...house, organisationId: id, name: 'Renamed', ...input })
      return shown(owner, id)
    }
    expect(await update({ siren: numbers.found })).toEqual({ ...organisation, name: 'Renamed' })
    expect(storedIdentity(confirmedHouse, { outcome: 'unreachable' }, new Date(), organisation)).toEqual({})
    expect(await update({ siren: numbers.unknown })).toMatchObject({ ...nothing, siren: numbers.unknown, identitySource: 'declared' })
    expect(await update({ siren: '', identity: 'being-created' })).toMatchObject({ ...nothing, siren: null, beingCreated: true })
    expect(await update({ siren: numbers.found, identity: 'confirmed' })).toMatchObject(fromRegister)
    expect(await update({ siren: '' })).toMatchObject({ ...nothing, siren: null, beingCreated: false, identitySource: null })
  })

  test.each([
    ['confirmed without a number', `siren = null`],
    ['confirmed without when', `identity_confirmed_at = null`],
    ['confirmed without a name', `legal_name = null`],
    ['declared with facts of the register', `identity_source = 'declared', identity_confirmed_at = null`],
    ['being created with a number', `being_created = true`],
    ['from elsewhere', `identity_source = 'hearsay'`],
  ])('cannot be %s, whoever writes it', async (_what, change) => {
    const { id } = await made(confirmedHouse)
    await expect(admin.unsafe(`update organisation set ${change} where id = '${id}'`)).rejects.toMatchObject({ code: '23514' })
  })
})
