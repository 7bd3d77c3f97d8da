import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { submitApplication } from '#lib/server/application/submit-application.ts'
import { withdrawApplication } from '#lib/server/application/withdraw-application.ts'
import { sendMessage } from '#lib/server/message/send-message.ts'
import { listMessages, seeMessages } from '#lib/server/message/read-messages.ts'
import { makeWorld, type World } from '#tests/access/world.ts'
import { admin } from '#tests/db/database.ts'
import { newCall, newDraft } from '#tests/db/filing.ts'

/** Words stay in the file; what leaves it by mail says that there is one, and not too often. */
let world: World
let draft: { id: string; version: number }
type Who = 'founder' | 'rival' | 'manager' | 'manager-2'
const as = (who: Who) => ({ personId: world.people[who].id })
const send = (who: Who, text = 'Bonjour', key: string = crypto.randomUUID()) => sendMessage(as(who), { draftId: draft.id, key, text })
const see = (who: Who) => seeMessages(as(who), { draftId: draft.id })
const list = (who: Who) => listMessages(as(who), { draftId: draft.id })
const notices = async () => (await admin<{ recipient: string; text: string }[]>`select recipient, subject || text as text from mail where kind = 'message' order by id`)
const recipients = async () => (await notices()).map(({ recipient }) => recipient).sort()
/** As if everything had been said so many minutes earlier. */
const age = (minutes: number) => admin`update message set sent_at = sent_at - make_interval(mins => ${minutes}) where draft_id = ${draft.id}`

beforeAll(async () => {
  world = await makeWorld(admin)
})
beforeEach(async () => {
  draft = await newDraft(world, await newCall())
  await submitApplication(as('founder'), { draftId: draft.id, version: draft.version, key: crypto.randomUUID() })
  await admin`delete from mail where kind = 'message'`
})

describe('a message', () => {
  it('is read by both sides, kept as written, and told to the other side without what it says', async () => {
    await send('founder', 'Une question\r\n\r\nsur le budget secret ')
    expect((await list('manager')).messages).toEqual([expect.objectContaining({ side: 'applicant', text: 'Une question\n\nsur le budget secret', seenAt: null })])
    expect((await list('founder')).messages).toHaveLength(1)
    const managers = await admin<{ email: string }[]>`select p.email from person p join membership m on m.person_id = p.id join organisation o on o.id = m.organisation_id where o.kind = 'operator' and m.ended_at is null and m.role <> 'reader' and p.disabled_at is null`
    expect(await recipients()).toEqual(managers.map(({ email }) => email).sort())
    for (const { text } of await notices()) expect(text).not.toMatch(/budget|secret/)
  })

  it('is told to those who write for the file, the sender excepted', async () => {
    await send('manager')
    expect(await recipients()).toEqual([world.people.founder.email])
  })

  it('is not told to its own sender, who may sit on both sides', async () => {
    await admin`insert into membership (organisation_id, person_id, role) values (${world.organisations.operator}, ${world.people.founder.id}, 'member')`
    await send('founder')
    await admin`delete from membership where organisation_id = ${world.organisations.operator} and person_id = ${world.people.founder.id}`
    expect(await recipients()).not.toContain(world.people.founder.email)
    expect((await recipients()).length).toBeGreaterThan(0)
  })

  it('is told at most once an hour while the last one told is unread', async () => {
    const sent = async (minutes: number) => {
      await age(minutes)
      await send('manager')
      return (await notices()).length
    }
    expect([await sent(0), await sent(40), await sent(15), await sent(10), await sent(30)]).toEqual([1, 1, 1, 2, 2])
    await see('founder')
    expect(await sent(0)).toBe(3)
  })

  it('is told once when two are sent at the same moment, and each side has its own hour', async () => {
    await Promise.all(Array.from({ length: 6 }, () => send('manager')))
    expect(await notices()).toHaveLength(1)
    await send('founder')
    expect((await notices()).length).toBeGreaterThan(1)
  })

  it('is sent once under one key, and a key of somebody else’s sends nothing', async () => {
    const key = crypto.randomUUID()
    expect(await send('founder', 'Une fois', key)).toEqual(await send('founder', 'Une fois', key))
    expect((await list('founder')).messages).toHaveLength(1)
    await expect(send('founder', 'Autre chose', key)).rejects.toMatchObject({ code: 'conflict', reason: 'key-reused' })
    await expect(send('manager', 'Volé', key)).rejects.toMatchObject({ code: 'conflict', reason: 'key-reused' })
    expect((await list('founder')).messages).toHaveLength(1)
  })

  it('is seen by the other side, not by one’s own', async () => {
    await send('founder')
    await see('founder')
    expect((await list('founder')).messages[0]?.seenAt).toBeNull()
    await see('manager')
    expect((await list('founder')).messages[0]?.seenAt).toBeInstanceOf(Date)
  })

  it('needs a file the managers see: none before the deposit nor after it was taken back', async () => {
    await withdrawApplication(as('founder'), { applicationId: draft.id })
    await expect(send('founder')).rejects.toMatchObject({ code: 'conflict', reason: 'not-deposited' })
    await expect(send('manager')).rejects.toMatchObject({ code: 'not-found' })
    await expect(list('manager')).rejects.toMatchObject({ code: 'not-found' })
  })

  it('does not exist for a rival, and readers of the house do not write', async () => {
    await send('founder')
    for (const attempt of [send, list, see]) await expect(attempt('rival')).rejects.toMatchObject({ code: 'not-found' })
    const [reader] = await admin<{ id: string }[]>`with p as (insert into person (email, name) values (${`${crypto.randomUUID()}@house.example`}, 'Reader') returning id)
      insert into membership (organisation_id, person_id, role) select ${world.organisations['start-up']}, id, 'reader' from p returning person_id as id`
    const caller = { personId: reader?.id ?? '' }
    expect((await listMessages(caller, { draftId: draft.id })).messages).toHaveLength(1)
    await expect(sendMessage(caller, { draftId: draft.id, key: crypto.randomUUID(), text: 'x' })).rejects.toMatchObject({ code: 'not-found' })
    await expect(seeMessages(caller, { draftId: draft.id })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('has words, within the limit said', async () => {
    await expect(send('founder', ' \n ')).rejects.toMatchObject({ code: 'invalid', faults: [{ path: 'text', code: 'missing' }] })
    await expect(send('founder', 'x'.repeat(5_001))).rejects.toMatchObject({ code: 'invalid', faults: [{ path: 'text', code: 'over-limit' }] })
    await expect(send('founder', 'a\0b')).rejects.toMatchObject({ code: 'invalid', faults: [{ path: 'text', code: 'control-characters' }] })
  })
})
