import { createHash } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { type MailWay, noticeDaysAhead, type NoticeKind, usualPreference } from '#lib/domain/notice.ts'
import { chooseNotices, showNoticeChoice } from '#lib/server/notice/choose-notices.ts'
import { listNotices } from '#lib/server/notice/list-notices.ts'
import { seeNotices } from '#lib/server/notice/see-notices.ts'
import { resumeSession } from '#lib/server/sign-in/session.ts'
import { tellNotices } from '#lib/worker/tell-notices.ts'
import { writeDigests } from '#lib/worker/write-digests.ts'
import { admin } from '#tests/db/database.ts'
import { type Followed, makeFollowed } from '#tests/factories/followed.ts'
import { removePeople } from '#tests/factories/person.ts'
import { addCommitment, addMeasurement, addMentor, removeProgramme } from '#tests/factories/programme.ts'

/** What waits for somebody is told to whoever must act, once each, when and how they chose; to nobody else, and not once it is done. */
type Who = keyof Followed['people']
const all: Followed[] = []
const followed = async (startsOn?: string) => {
  const made = await makeFollowed(admin, startsOn)
  all.push(made)
  return made
}
afterEach(async () => {
  for (const made of all.splice(0)) {
    await removeProgramme(admin, made)
    await removePeople(admin, Object.values(made.people))
  }
})

/** Who was told what of this programme and call, as `owner metric-due`. */
const told = async ({ people, call }: Followed) => {
  const rows = await admin<{ person_id: string; kind: string }[]>`select person_id, kind from notice where call_id = ${call.id}`
  return rows.flatMap(({ person_id, kind }) => Object.entries(people).flatMap(([who, { id }]) => (id === person_id ? [`${who} ${kind}`] : []))).sort()
}
const mailsOf = (made: Followed, who: Who) => admin<{ kind: string; subject: string; text: string }[]>`select kind, subject, text from mail where person_id = ${made.people[who].id} order by id`
const choose = (made: Followed, who: Who, choices: Partial<Record<NoticeKind, MailWay>>, { quiet = null as [number, number] | null, digestDay = 1, digestHour = 8 } = {}) =>
  admin`insert into notice_preference ${admin({ person_id: made.people[who].id, choices: admin.json(choices) as never, quiet_from: quiet?.[0] ?? null, quiet_until: quiet?.[1] ?? null, digest_day: digestDay, digest_hour: digestHour })}
    on conflict (person_id) do update set choices = excluded.choices, quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until, digest_day = excluded.digest_day, digest_hour = excluded.digest_hour`
const atOnce = { 'check-in-overdue': 'at-once', 'check-in-due': 'at-once', 'milestone-near': 'at-once', 'metric-due': 'at-once' } as const
const overdue = ['check-in-due', ...Array.from({ length: 4 }, () => 'check-in-overdue'), 'metric-due', 'milestone-near']
const standing = async (made: Followed, who: Who) => {
  const rows = await admin<{ kind: string }[]>`select n.kind from notice n join portal.told_things() t using (person_id, kind, subject_id, day) where n.person_id = ${made.people[who].id} and n.call_id = ${made.call.id} order by 1`
  return rows.map(({ kind }) => kind)
}

describe('a notice', () => {
  it('is for whoever must act: the laureate’s people who write, managers, mentors, a partner’s people who write', async () => {
    const made = await followed()
    await addMeasurement(admin, { metricId: made.metricId, programmeId: made.id, recordedBy: made.people.owner.id, month: 1 })
    const partner = { callId: made.call.id, organisationId: made.people.partner.organisation.id, managerId: made.people.manager.id }
    const { id: near } = await addCommitment(admin, partner)
    await addCommitment(admin, partner)
    await admin`update commitment set due_on = portal.paris_today() + ${noticeDaysAhead}::int where id = ${near}`
    await tellNotices()
    expect(await told(made)).toEqual([
      ...overdue.map((kind) => `member ${kind}`), ...overdue.map((kind) => `owner ${kind}`),
      'manager measurement-to-verify', 'manager milestone-to-accept', 'mentor measurement-to-verify', 'chief commitment-due', 'partner commitment-due',
    ].sort())
  })

  it('is made once, however often and however many workers at once', async () => {
    const made = await followed()
    const written = (await Promise.all(Array.from({ length: 4 }, () => tellNotices()))).reduce((sum, count) => sum + count, 0)
    const [{ kept } = { kept: 0 }] = await admin<{ kept: number }[]>`select count(*)::int as kept from notice where call_id = ${made.call.id}`
    // The demonstration's managers are told too.
    expect([written, await tellNotices()]).toEqual([kept, 0])
    expect((await told(made)).length).toBe(overdue.length * 2 + 1)
  })

  it('is not of what is not asked yet, was measured, or is far away', async () => {
    const made = await followed()
    await admin`update check_in set opens_on = portal.paris_today() + 1, due_on = portal.paris_today() + 11 where id = any (${made.checkIns})`
    await admin`update milestone set due_on = portal.paris_today() + ${noticeDaysAhead + 1}::int where programme_id = ${made.id} and done_at is null`
    await addMeasurement(admin, { metricId: made.metricId, programmeId: made.id, recordedBy: made.people.owner.id, month: 3 })
    await tellNotices()
    expect((await told(made)).filter((line) => line.startsWith('owner'))).toEqual([])
    await admin`update milestone set due_on = portal.paris_today() + ${noticeDaysAhead}::int where programme_id = ${made.id} and done_at is null`
    await tellNotices()
    expect((await told(made)).filter((line) => line.startsWith('owner'))).toEqual(['owner milestone-near', 'owner milestone-near'])
  })

  it('of a metric is about the earliest month nobody measured, once it is locked; a draft measures nothing', async () => {
    const made = await followed()
    const months = async () => (await admin<{ month: number }[]>`select extract(month from age(n.day, p.starts_on))::int as month from notice n join programme p on p.id = n.programme_id
      where n.person_id = ${made.people.owner.id} and n.kind = 'metric-due' order by n.day`).map(({ month }) => month)
    await addMeasurement(admin, { metricId: made.metricId, programmeId: made.id, recordedBy: made.people.owner.id, month: 3, state: 'draft' })
    await tellNotices()
    expect(await months()).toEqual([3])
    await admin`update measurement set state = 'submitted', submitted_by = recorded_by, submitted_at = now() where metric_id = ${made.metricId}`
    await tellNotices()
    expect([await months(), await standing(made, 'owner')]).toEqual([[3], expect.not.arrayContaining(['metric-due'])])
    await admin`update programme set starts_on = starts_on - interval '1 month' where id = ${made.id}`
    await tellNotices()
    expect(await months()).toEqual([4, 6])
  })

  it('does not ask anybody to verify their own measurement', async () => {
    const made = await followed()
    await addMeasurement(admin, { metricId: made.metricId, programmeId: made.id, recordedBy: made.people.manager.id, month: 1 })
    await tellNotices()
    expect((await told(made)).filter((line) => line.endsWith('to-verify'))).toEqual(['mentor measurement-to-verify'])
  })

  it('is told anew for a day that was moved, and the one before is no more', async () => {
    const made = await followed()
    await tellNotices()
    await admin`update milestone set due_on = portal.paris_today() + 3 where id = ${made.milestones.late}`
    await tellNotices()
    expect((await told(made)).filter((line) => line === 'owner milestone-near')).toHaveLength(2)
    expect((await standing(made, 'owner')).filter((kind) => kind === 'milestone-near')).toHaveLength(1)
  })

  it('stands no more once the thing is done', async () => {
    const made = await followed()
    await tellNotices()
    expect(await standing(made, 'owner')).toEqual(overdue)
    await admin`update check_in set submitted_at = now(), submitted_by = ${made.people.owner.id}, mood = 'on-track' where id = ${made.checkIns[0] ?? ''}`
    await admin`update check_in set skipped_at = now(), skip_reason = 'x' where id = ${made.checkIns[1] ?? ''}`
    await admin`update milestone set done_at = now(), done_by = ${made.people.owner.id}, evidence = 'x' where id = ${made.milestones.late}`
    expect(await standing(made, 'owner')).toEqual(['check-in-due', 'check-in-overdue', 'check-in-overdue', 'metric-due'])
    await admin`update milestone set accepted_at = now(), accepted_by = ${made.people.manager.id} where done_at is not null and programme_id = ${made.id}`
    expect(await standing(made, 'manager')).toEqual([])
  })
})

describe('the wall', () => {
  it.each<[string, Who, (made: Followed) => Promise<unknown>]>([
    ['whoever a link of interest stands for', 'owner', (made) => admin`insert into conflict ${admin({ call_id: made.call.id, application_id: made.id, person_id: made.people.owner.id, origin: 'declared', reason: 'other' })}`],
    ['a manager with a link', 'manager', (made) => admin`insert into conflict ${admin({ call_id: made.call.id, application_id: made.id, person_id: made.people.manager.id, origin: 'declared', reason: 'other' })}`],
    ['whoever is shut out', 'member', (made) => admin`update person set disabled_at = now() where id = ${made.people.member.id}`],
    ['whose seat ended', 'member', (made) => admin`update membership set ended_at = now() where person_id = ${made.people.member.id}`],
    ['who only reads from now on', 'member', (made) => admin`update membership set role = 'reader' where person_id = ${made.people.member.id}`],
    ['a mentor who ended', 'mentor', (made) => admin`update mentor set ended_at = now(), ended_by = ${made.people.manager.id}, end_reason = 'x' where programme_id = ${made.id}`],
    ['a mentor who has not accepted', 'mentor', async (made) => {
      await admin`delete from mentor where programme_id = ${made.id}`
      await addMentor(admin, { programmeId: made.id, personId: made.people.mentor.id, organisationId: made.people.chief.organisation.id, managerId: made.people.manager.id, state: 'named' })
    }],
    ['a mentor who left the partner', 'mentor', (made) => admin`update membership set ended_at = now() where person_id = ${made.people.mentor.id}`],
    ['the laureate of a stopped programme', 'owner', (made) => admin`update programme set stopped_at = now(), stop_reason = 'x' where id = ${made.id}`],
    ['a partner’s reader', 'partner', (made) => admin`update membership set role = 'reader' where person_id = ${made.people.partner.id}`],
    ['the partner of a stopped laureate', 'partner', (made) => admin`update programme set stopped_at = now(), stop_reason = 'x' where id = ${made.id}`],
  ])('keeps from %s what is new, and what was already told', async (_whom, who, stands) => {
    const [made, before] = [await followed(), await followed()]
    for (const each of [made, before]) {
      await addMeasurement(admin, { metricId: each.metricId, programmeId: each.id, recordedBy: each.people.owner.id, month: 1 })
      const { id } = await addCommitment(admin, { callId: each.call.id, organisationId: each.people.partner.organisation.id, managerId: each.people.manager.id, programme: { id: each.id, laureateName: 'Une lauréate' } })
      await admin`update commitment set due_on = portal.paris_today() where id = ${id}`
      await choose(each, who, { 'check-in-due': 'at-once' })
    }
    await stands(made)
    const monday = new Date('2026-01-05T12:00:00Z')
    await tellNotices()
    expect((await told(made)).filter((line) => line.startsWith(`${who} `))).toEqual([])
    expect((await told(before)).filter((line) => line.startsWith(`${who} `)).length).toBeGreaterThan(0)
    await stands(before)
    await admin`update notice set created_at = ${monday}`
    await admin`delete from mail`
    await writeDigests()
    expect(await standing(before, who)).toEqual([])
    // A manager with a link to one laureate is still told of the other.
    for (const each of [made, before]) expect((await mailsOf(each, who)).filter(({ text }) => text.includes(each.id) || text.includes('/commitments'))).toEqual([])
  })

  it('asks nothing of a programme before its first day, nor after its last', async () => {
    const made = await followed()
    for (const startsOn of ['2090-01-01', '2020-01-01']) {
      await admin`update programme set starts_on = ${startsOn} where id = ${made.id}`
      await tellNotices()
      expect(await told(made)).toEqual([])
    }
  })
})

describe('a mail at once', () => {
  it('is one for all that is new, in their language, most important first, with pages and no content', async () => {
    const made = await followed()
    await choose(made, 'owner', atOnce)
    await choose(made, 'member', { 'metric-due': 'at-once' })
    await tellNotices()
    const [mail, ...more] = await mailsOf(made, 'owner')
    expect([mail?.kind, mail?.subject, more]).toEqual(['notice', '7\u00A0choses vous attendent', []])
    const links = [...(mail?.text.matchAll(/\/fr\/(\S+)/g) ?? [])].map(([, path]) => path)
    const room = `programmes/${made.id}`
    expect(links).toEqual([
      ...[0, 1].map((index) => `${room}/check-ins/${made.checkIns[index]}`),
      // Due on one day: a check-in comes before a milestone, a milestone before a measurement.
      `${room}/check-ins/${made.checkIns[2]}`, `${room}/milestones#milestone-${made.milestones.late}`, `${room}/metrics/${made.metricId}`,
      `${room}/check-ins/${made.checkIns[3]}`, `${room}/check-ins/${made.checkIns[4]}`, 'notices', 'account#notices',
    ])
    expect(mail?.text).toContain('Un texte : solution')
    for (const secret of ['metric', 'milestone in', 'evidence', 'population']) expect(mail?.text).not.toContain(`Un texte : ${secret}`)
    const [english] = await mailsOf(made, 'member')
    expect(english?.subject).toBe('A measurement is due')
    expect(english?.text).toMatch(/- Measurement to enter, late since \d+ \w+ \d{4}\nhttp\S+\/en\/programmes\//)
  })

  it('is not written for what is told by the week or not at all, nor twice', async () => {
    const made = await followed()
    await choose(made, 'owner', { ...atOnce, 'check-in-overdue': 'none', 'metric-due': 'digest' })
    await Promise.all([tellNotices(), tellNotices(), tellNotices()])
    await tellNotices()
    const mails = await mailsOf(made, 'owner')
    // Workers at once may share the writing; what each says is said once.
    expect(mails.flatMap(({ text }) => [...text.matchAll(/^- .+/gm)].map(([line]) => line.split(',')[0])).sort()).toEqual(['- Jalon à atteindre', '- Point du mois 5 à rendre'])
    expect(await mailsOf(made, 'member')).toEqual([])
  })

  it('is written whole or not at all: a worker cut off between notices and mails leaves it to the next', async () => {
    const made = await followed()
    await choose(made, 'owner', atOnce)
    const cut = await admin.begin(async (tx) => {
      await tx`lock table mail in exclusive mode`
      const running = tellNotices().catch((error: Error) => error)
      // Seen from another transaction: one sees who is at work as it was when it first looked.
      await expect.poll(() => admin`select pg_cancel_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%insert into "mail"%'`, { timeout: 10_000 }).toHaveLength(1)
      return running
    })
    expect(cut).toBeInstanceOf(Error)
    expect(await mailsOf(made, 'owner')).toEqual([])
    expect(await told(made)).toContain('owner metric-due')
    await Promise.all([tellNotices(), tellNotices()])
    expect((await mailsOf(made, 'owner')).flatMap(({ text }) => text.match(/^- /gm) ?? [])).toHaveLength(7)
  })

  it('waits through quiet hours to their end on a clock of Paris, on the night it changes too, and is then written once', async () => {
    const made = await followed('2025-10-29')
    await choose(made, 'owner', { 'check-in-due': 'at-once' }, { quiet: [22, 7] })
    await admin`update check_in set submitted_at = now(), mood = 'on-track' where programme_id = ${made.id} and month <> 5`
    // The fifth check-in is open from 19 to 29 March; clocks go forward on the 29th, so seven o’clock comes an hour early.
    const count = async (at: string) => {
      await Promise.all([tellNotices(new Date(at)), tellNotices(new Date(at))])
      return (await mailsOf(made, 'owner')).length
    }
    expect(await count('2026-03-28T21:00:00Z')).toBe(0)
    expect((await told(made)).filter((line) => line === 'owner check-in-due')).toHaveLength(1)
    for (const [at, written] of [['2026-03-29T00:59:00Z', 0], ['2026-03-29T01:00:00Z', 0], ['2026-03-29T04:59:00Z', 0], ['2026-03-29T05:00:00Z', 1], ['2026-03-29T06:00:00Z', 1]] as const) expect([at, await count(at)]).toEqual([at, written])
  })

  it('of nights is held for who chose nothing but how, and not written for what was done meanwhile', async () => {
    const made = await followed('2025-10-29')
    await choose(made, 'owner', atOnce, { quiet: [20, 8] })
    await tellNotices(new Date('2026-03-27T20:00:00Z'))
    await admin`update check_in set submitted_at = now(), mood = 'on-track' where programme_id = ${made.id}`
    await admin`update milestone set done_at = now(), done_by = ${made.people.owner.id}, evidence = 'x' where programme_id = ${made.id} and done_at is null`
    await admin`delete from programme_metric where programme_id = ${made.id}`
    await tellNotices(new Date('2026-03-28T12:00:00Z'))
    expect(await mailsOf(made, 'owner')).toEqual([])
  })
})

describe('the digest of the week', () => {
  // Clocks go back in the night to Sunday 25 October 2026; the Monday after, eight o’clock is 07:00 UTC.
  const [friday, before, monday, tuesday, next] = ['2026-10-23T10:00:00Z', '2026-10-26T06:59:00Z', '2026-10-26T07:00:00Z', '2026-10-27T10:00:00Z', '2026-11-02T07:00:00Z'].map((at) => new Date(at)) as [Date, Date, Date, Date, Date]
  const startsOn = '2026-05-29'
  const digests = async (made: Followed, who: Who = 'owner') => (await mailsOf(made, who)).filter(({ kind }) => kind === 'digest')

  it('comes to whoever chose nothing, on Monday at eight in Paris, once, whatever runs and however often', async () => {
    const made = await followed(startsOn)
    await tellNotices(friday)
    await writeDigests(before)
    expect(await digests(made)).toEqual([])
    await Promise.all([writeDigests(monday), writeDigests(monday), writeDigests(monday)])
    await writeDigests(tuesday)
    const [mail, ...more] = await digests(made)
    expect(more).toEqual([])
    expect(mail?.subject).toBe('Votre semaine\u00A0: 7\u00A0choses vous attendent')
    expect(mail?.text).toMatch(/«\u00A0Un texte : solution\u00A0», appel «\u00A0Un appel accompagné\u00A0»\n\n- Point du mois 1 à rendre, en retard depuis le 29 juin 2026\nhttp/)
    expect(mail?.text).toContain('/fr/account#notices')
    expect((await digests(made, 'member'))[0]?.subject).toBe('Your week: 7 things await you')
    expect((await digests(made, 'reader'))).toEqual([])
    await writeDigests(next)
    expect(await digests(made)).toHaveLength(2)
  })

  it('is there after a worker that slept through Monday, and not before the next for what is new since', async () => {
    const [known, fresh] = [await followed(startsOn), await followed(startsOn)]
    await admin`update programme set starts_on = '2090-01-01' where id = ${fresh.id}`
    await tellNotices(friday)
    await admin`update programme set starts_on = ${startsOn} where id = ${fresh.id}`
    await tellNotices(tuesday)
    await writeDigests(tuesday)
    expect([(await digests(known)).length, (await digests(fresh)).length]).toEqual([1, 0])
    await writeDigests(next)
    expect([(await digests(known)).length, (await digests(fresh)).length]).toEqual([2, 1])
  })

  it('leaves out what was done, what comes at once and what comes not at all, and is not there for nothing', async () => {
    const made = await followed(startsOn)
    await tellNotices(friday)
    await choose(made, 'owner', { 'check-in-overdue': 'at-once', 'check-in-due': 'none' })
    await admin`update milestone set done_at = now(), done_by = ${made.people.owner.id}, evidence = 'x' where id = ${made.milestones.late}`
    await writeDigests(monday)
    const [mail] = await digests(made)
    expect(mail?.text.match(/^- [^,]+/gm)).toEqual(['- Mesure à saisir'])
    await choose(made, 'member', { 'check-in-overdue': 'none', 'check-in-due': 'none', 'metric-due': 'none', 'milestone-near': 'none' })
    await writeDigests(next)
    expect(await digests(made, 'member')).toHaveLength(1)
    await admin`update milestone set accepted_at = now(), accepted_by = ${made.people.manager.id} where programme_id = ${made.id} and done_at is not null`
    await admin`delete from mail`
    await writeDigests(new Date('2026-11-09T07:00:00Z'))
    expect(await digests(made, 'manager')).toEqual([])
  })

  it('is on the day and at the hour somebody chose, held while it is quiet, and one a week even when they choose another', async () => {
    const made = await followed(startsOn)
    await choose(made, 'owner', {}, { digestDay: 2, digestHour: 6, quiet: [22, 7] })
    await tellNotices(friday)
    await writeDigests(monday)
    expect(await digests(made)).toEqual([])
    await writeDigests(new Date('2026-10-27T05:30:00Z'))
    expect(await digests(made)).toEqual([])
    await writeDigests(new Date('2026-10-27T06:00:00Z'))
    expect(await digests(made)).toHaveLength(1)
    await choose(made, 'owner', {}, { digestDay: 4, digestHour: 9 })
    await writeDigests(new Date('2026-10-29T12:00:00Z'))
    expect(await digests(made)).toHaveLength(1)
    await writeDigests(new Date('2026-11-05T08:00:00Z'))
    expect(await digests(made)).toHaveLength(2)
  })

  it('is not there a second time for the week before, when somebody chooses a later day', async () => {
    const made = await followed(startsOn)
    await tellNotices(friday)
    await writeDigests(monday)
    await choose(made, 'owner', {}, { digestDay: 5, digestHour: 17 })
    await writeDigests(tuesday)
    expect(await digests(made)).toHaveLength(1)
  })

  it('puts what a partner promised under the partner’s own head', async () => {
    const made = await followed(startsOn)
    const { id } = await addCommitment(admin, { callId: made.call.id, organisationId: made.people.partner.organisation.id, managerId: made.people.manager.id, programme: { id: made.id, laureateName: 'Une lauréate' } })
    await admin`update commitment set due_on = '2026-10-30' where id = ${id}`
    await tellNotices(friday)
    await writeDigests(monday)
    expect((await digests(made, 'partner'))[0]?.text).toContain('Engagements de votre organisation, appel «\u00A0Un appel accompagné\u00A0»\n\n- Engagement à tenir, avant le 30 octobre 2026\n')
  })
})

describe('the list of what waits', () => {
  const as = (made: Followed, who: Who) => ({ personId: made.people[who].id })
  const kinds = async (made: Followed, who: Who) => (await listNotices(as(made, who), {})).notices.map(({ kind }) => kind)
  const ofPeople = async (made: Followed) => Promise.all((Object.keys(made.people) as Who[]).map(async (who) => [who, (await kinds(made, who)).length]))

  it('is one’s own, most important first, each with its name, its day and whether it was seen', async () => {
    const made = await followed()
    await tellNotices()
    const { notices } = await listNotices(as(made, 'owner'), {})
    expect(notices.map(({ kind, month }) => `${kind} ${month ?? ''}`.trim())).toEqual(['check-in-overdue 1', 'check-in-overdue 2', 'check-in-overdue 3', 'milestone-near', 'metric-due', 'check-in-overdue 4', 'check-in-due 5'])
    expect(notices.map(({ title }) => title?.fr ?? null)).toEqual([null, null, null, 'Un texte : late milestone', 'Un texte : metric', null, null])
    expect(Object.fromEntries(await ofPeople(made))).toMatchObject({ owner: 7, member: 7, reader: 0, mentor: 0, partner: 0 })
  })

  it('loses what is done at once, and everything of whoever may no longer see it', async () => {
    const made = await followed()
    await tellNotices()
    await admin`update check_in set submitted_at = now(), submitted_by = ${made.people.owner.id}, mood = 'on-track' where programme_id = ${made.id}`
    expect(await kinds(made, 'owner')).toEqual(['milestone-near', 'metric-due'])
    await admin`update membership set ended_at = now() where person_id = ${made.people.member.id}`
    expect([await kinds(made, 'member'), await kinds(made, 'owner')]).toEqual([[], ['milestone-near', 'metric-due']])
    await admin`insert into conflict ${admin({ call_id: made.call.id, application_id: made.id, person_id: made.people.manager.id, origin: 'declared', reason: 'other' })}`
    const ofManager = (await listNotices(as(made, 'manager'), {})).notices
    expect(ofManager.filter(({ programmeId }) => programmeId === made.id)).toEqual([])
    await admin`update programme set stopped_at = now(), stop_reason = 'x' where id = ${made.id}`
    expect(await kinds(made, 'owner')).toEqual([])
  })

  it('counts in the menu what was not seen yet and still waits', async () => {
    const made = await followed()
    await tellNotices()
    const hash = createHash('sha256').update(made.people.owner.token).digest()
    const count = async () => (await resumeSession({ personId: null, session: hash }, {}))?.notices
    expect(await count()).toBe(7)
    const [first, second] = (await listNotices(as(made, 'owner'), {})).notices
    await seeNotices(as(made, 'owner'), { noticeId: first?.id ?? null })
    expect([await count(), (await listNotices(as(made, 'owner'), {})).notices.map(({ seen }) => seen)]).toEqual([6, [true, false, false, false, false, false, false]])
    await expect(seeNotices(as(made, 'member'), { noticeId: second?.id ?? null })).rejects.toMatchObject({ code: 'not-found' })
    await admin`update check_in set submitted_at = now(), submitted_by = ${made.people.owner.id}, mood = 'on-track' where programme_id = ${made.id}`
    expect(await count()).toBe(2)
    await seeNotices(as(made, 'owner'), { noticeId: null })
    expect([await count(), (await kinds(made, 'member')).length, (await kinds(made, 'owner')).length]).toEqual([0, 2, 2])
  })
})

describe('a choice', () => {
  it('changes what it names and leaves the rest as it was', async () => {
    const made = await followed()
    const owner = { personId: made.people.owner.id }
    expect(await showNoticeChoice(owner, {})).toEqual(usualPreference)
    await chooseNotices(owner, { choices: { 'metric-due': 'none' }, quiet: { from: '', until: '8' }, digestDay: '5', digestHour: '17' })
    await chooseNotices(owner, { choices: { 'check-in-due': 'at-once' }, quiet: { from: '22', until: '7' }, digestDay: '5', digestHour: '17' })
    expect(await showNoticeChoice(owner, {})).toEqual({ choices: { 'metric-due': 'none', 'check-in-due': 'at-once' }, quiet: { from: 22, until: 7 }, digestDay: 5, digestHour: 17 })
    expect(await showNoticeChoice({ personId: made.people.member.id }, {})).toEqual(usualPreference)
    await expect(chooseNotices(owner, { choices: {}, quiet: { from: '25', until: '7' }, digestDay: '5', digestHour: '17' })).rejects.toMatchObject({ code: 'invalid' })
  })
})
