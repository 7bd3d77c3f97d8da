import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { submitApplication } from '#lib/server/application/submit-application.ts'
import { withdrawApplication } from '#lib/server/application/withdraw-application.ts'
import { remindDrafts } from '#lib/worker/remind-drafts.ts'
import { makeWorld, type World } from '#tests/access/world.ts'
import { admin } from '#tests/db/database.ts'
import { newCall, newDraft, type TestCall } from '#tests/db/filing.ts'

/** Who has not deposited is reminded seven days and one day before, once each, whatever restarts or runs twice. */
let world: World
const day = 86_400
const as = (who: 'founder' | 'rival') => ({ personId: world.people[who].id })
const mailsOf = (draftId: string) => admin<{ recipient: string; subject: string; text: string; expires_at: Date }[]>`select recipient, subject, text, expires_at from mail where kind = 'reminder' and text like ${`%${draftId}%`} order by id`
/** As if the call closed so many seconds from now, and the draft had been begun long before. */
const closesIn = async (call: TestCall, seconds: number) => {
  await admin`update call set opens_at = now() - interval '90 days', closes_at = now() + make_interval(secs => ${seconds}) where id = ${call.id}`
}
const begunLongAgo = (draftId: string) => admin`update application_draft set created_at = now() - interval '60 days' where id = ${draftId}`
/** The same closing seen later: everything of the call and its reminders is moved into the past together. */
const pass = async (call: TestCall, seconds: number) => {
  await admin`update call set closes_at = closes_at - make_interval(secs => ${seconds}) where id = ${call.id}`
  await admin`update reminder set closes_at = closes_at - make_interval(secs => ${seconds}) where draft_id in (select id from application_draft where call_id = ${call.id})`
}

beforeAll(async () => {
  world = await makeWorld(admin)
  // The world's own drafts are nobody's business here.
  await remindDrafts()
})

describe('a reminder', () => {
  it('goes to those who write for a draft, in their language, with the deadline and no content', async () => {
    const [call, colleague] = [await newCall(), `${crypto.randomUUID()}@house.example`]
    await admin`with p as (insert into person (email, name, locale) values (${colleague}, 'Colleague', 'en'), (${`r-${colleague}`}, 'Reader', 'fr') returning id, name)
      insert into membership (organisation_id, person_id, role) select ${world.organisations['start-up']}, id, case name when 'Reader' then 'reader' else 'member' end from p`
    const draft = await newDraft(world, call)
    await begunLongAgo(draft.id)
    await closesIn(call, 7 * day - 60)
    expect(await remindDrafts()).toBe(1)
    const mails = await mailsOf(draft.id)
    expect(mails.map(({ recipient }) => recipient).sort()).toEqual([colleague, world.people.founder.email].sort())
    expect(mails.find(({ recipient }) => recipient === colleague)?.subject).toBe('7 days left to submit: “A call”')
    expect(mails.find(({ recipient }) => recipient !== colleague)?.subject).toBe('Il reste 7\u00A0jours pour déposer\u00A0: «\u00A0Un appel\u00A0»')
    expect(mails.every(({ text }) => !text.includes('Un rappel en deux jours'))).toBe(true)
    const [row] = await admin`select closes_at from call where id = ${call.id}`
    expect(mails[0]?.expires_at).toEqual(row?.closes_at)
    await admin`delete from membership where organisation_id = ${world.organisations['start-up']} and person_id <> ${world.people.founder.id}`
  })

  it('is written once for each of the two days, however often and however many at once it is run', async () => {
    const call = await newCall()
    const draft = await newDraft(world, call)
    await begunLongAgo(draft.id)
    const count = async () => (await mailsOf(draft.id)).length
    await closesIn(call, 7 * day + 60)
    await remindDrafts()
    expect(await count()).toBe(0)
    await pass(call, 120)
    await Promise.all(Array.from({ length: 4 }, remindDrafts))
    await remindDrafts()
    expect(await count()).toBe(1)
    await pass(call, 5 * day)
    await remindDrafts()
    expect(await count()).toBe(1)
    await pass(call, day + 60)
    await Promise.all(Array.from({ length: 4 }, remindDrafts))
    expect(await count()).toBe(2)
    await pass(call, day)
    await remindDrafts()
    expect(await count()).toBe(2)
  })

  it('keeps to that at whatever moments the job happens to run', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 3 * day }), { minLength: 1, maxLength: 6 }), async (steps) => {
      const call = await newCall()
      const draft = await newDraft(world, call)
      await begunLongAgo(draft.id)
      let left = 9 * day
      await closesIn(call, left)
      const seen = new Set<number>()
      for (const step of steps) {
        await pass(call, step)
        left -= step
        if (left <= 7 * day && left > day) seen.add(7)
        if (left <= day && left > 0) seen.add(1)
        await Promise.all([remindDrafts(), remindDrafts()])
      }
      expect((await mailsOf(draft.id)).length).toBe(seen.size)
      await admin`delete from application_draft where id = ${draft.id}`
    }), { numRuns: 12 })
  })

  it('is not for what is deposited, and is again for what was taken back', async () => {
    const call = await newCall()
    const draft = await newDraft(world, call)
    await begunLongAgo(draft.id)
    await submitApplication(as('founder'), { draftId: draft.id, version: draft.version, key: crypto.randomUUID() })
    await closesIn(call, 6 * day)
    await remindDrafts()
    expect(await mailsOf(draft.id)).toHaveLength(0)
    await withdrawApplication(as('founder'), { applicationId: draft.id })
    await remindDrafts()
    expect(await mailsOf(draft.id)).toHaveLength(1)
  })

  it('is not for a draft begun since, nor for a disabled person, nor after the deadline', async () => {
    const call = await newCall()
    const draft = await newDraft(world, call)
    await closesIn(call, 6 * day)
    await remindDrafts()
    expect(await mailsOf(draft.id)).toHaveLength(0)
    await begunLongAgo(draft.id)
    await closesIn(call, -1)
    await remindDrafts()
    expect(await mailsOf(draft.id)).toHaveLength(0)
    await admin`update person set disabled_at = now() where id = ${world.people.founder.id}`
    await closesIn(call, 6 * day)
    await remindDrafts()
    await admin`update person set disabled_at = null where id = ${world.people.founder.id}`
    expect(await mailsOf(draft.id)).toHaveLength(0)
  })

  it('comes again for a deadline that was moved', async () => {
    const call = await newCall()
    const draft = await newDraft(world, call)
    await begunLongAgo(draft.id)
    await closesIn(call, 6 * day)
    await remindDrafts()
    await closesIn(call, 20 * day)
    await remindDrafts()
    expect(await mailsOf(draft.id)).toHaveLength(1)
    await pass(call, 14 * day)
    await remindDrafts()
    expect(await mailsOf(draft.id)).toHaveLength(2)
  })
})
