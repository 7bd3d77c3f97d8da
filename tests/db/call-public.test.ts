import ICAL from 'ical.js'
import { beforeAll, describe, expect, it } from 'vitest'
import { GET as calendarFile } from '#app/api/v1/calls/[slug]/calendar.ics/route.ts'
import { GET as formFile } from '#app/api/v1/calls/[slug]/form.pdf/route.ts'
import { GET as everyCalendar } from '#app/calls.ics/route.ts'
import { publicCall } from '#lib/domain/public-call.ts'
import { printedForm } from '#lib/server/call/printed-form.ts'
import { showCall } from '#lib/server/call/show-call.ts'
import { showCallForm } from '#lib/server/call/show-call-form.ts'
import { visitor } from '#lib/server/opening.ts'
import { admin } from '#tests/db/database.ts'
import { makeWorld, type World } from '#tests/access/world.ts'
import { readPdf } from '#tests/server/read-pdf.ts'

/** What everybody may know of a call run here before applying, without an account. */
let world: World
let slug: string

beforeAll(async () => {
  world = await makeWorld(admin)
  slug = world.openCall.slug
  const { id } = world.openCall
  await admin`update call set opens_at = '2030-03-04T08:00:00Z', closes_at = '2030-04-30T15:00:00Z', answer_on = '2030-06-28', published_at = '2030-01-07T09:00:00Z', stays_open = '{links}', stays_open_until = '2030-05-14T15:00:00Z',
    who_may_apply = '{"fr": "Toute start-up.", "en": "Any start-up."}', applicant_kinds = '{start-up}', version = 3 where id = ${id}`
  await admin`insert into phase ${admin({ call_id: id, slug: 'jury', position: 0, title: admin.json({ fr: 'Grand jury', en: 'Grand jury' }), dates_are_planned: false, starts_on: '2030-06-03', ends_on: '2030-06-04', starts_at: '2030-06-03T07:00:00Z', ends_at: '2030-06-04T16:00:00Z' })}`
  await admin`insert into challenge_rupture (challenge_id, rupture_id, call_id, position) select ${world.openCall.challengeId}, id, ${id}, 0 from rupture where slug = 'delai-premier-rendez-vous-cmp'`
})

const params = (name: string) => ({ params: Promise.resolve({ slug: name }) })
const ask = (query = '', headers: Record<string, string> = {}) => new Request(`http://portal.test/${query}`, { headers })
const eventsOf = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((component) => {
    const { uid, sequence, summary, startDate, endDate } = new ICAL.Event(component)
    return { uid, sequence, summary, start: startDate.isDate ? startDate.toString() : startDate.toJSDate().toISOString(), end: endDate.isDate ? endDate.toString() : endDate.toJSDate().toISOString(), changed: String(component.getFirstPropertyValue('last-modified')) }
  })

async function moveTo(to: string, reason: string, changedAt: string) {
  await admin`insert into deadline_change (call_id, from_at, to_at, reason, changed_at) select id, closes_at, ${to}, ${reason}, ${changedAt} from call where id = ${world.openCall.id}`
  await admin`update call set closes_at = ${to} where id = ${world.openCall.id}`
}

describe('the dates of a call', () => {
  it('go into an agenda: exact hours in UTC, the day of the answer whole, recognised for good', async () => {
    const response = await calendarFile(ask(), params(slug))
    expect([response.status, response.headers.get('content-type'), response.headers.get('content-disposition')]).toEqual([200, 'text/calendar; charset=utf-8', `inline; filename="${slug}.ics"`])
    const changed = '2030-01-07T09:00:00Z'
    expect(eventsOf(await response.text())).toEqual([
      { uid: `call-${slug}-opening@portal.test`, sequence: 0, summary: 'Ouverture des candidatures\u00a0: [Démonstration] Un appel ouvert', start: '2030-03-04T08:00:00.000Z', end: '2030-03-04T08:00:00.000Z', changed },
      { uid: `call-${slug}-deadline@portal.test`, sequence: 0, summary: 'Clôture des candidatures\u00a0: [Démonstration] Un appel ouvert', start: '2030-04-30T15:00:00.000Z', end: '2030-04-30T15:00:00.000Z', changed },
      { uid: `call-${slug}-phase-jury@portal.test`, sequence: 0, summary: 'Grand jury\u00a0: [Démonstration] Un appel ouvert', start: '2030-06-03T07:00:00.000Z', end: '2030-06-04T16:00:00.000Z', changed },
      { uid: `call-${slug}-answer@portal.test`, sequence: 0, summary: 'Réponse promise\u00a0: [Démonstration] Un appel ouvert', start: '2030-06-28', end: '2030-06-29', changed },
    ])
  })

  it('are the same file until they change, and one more in sequence when the deadline moves', async () => {
    const first = await calendarFile(ask(), params(slug))
    const etag = first.headers.get('etag') ?? ''
    expect((await calendarFile(ask('', { 'if-none-match': etag }), params(slug))).status).toBe(304)
    await moveTo('2030-05-02T15:00:00Z', 'Une panne du réseau.', '2030-04-29T10:00:00Z')
    const moved = await calendarFile(ask('', { 'if-none-match': etag }), params(slug))
    const [, deadline] = eventsOf(await moved.text())
    expect(deadline).toMatchObject({ uid: `call-${slug}-deadline@portal.test`, sequence: 1, start: '2030-05-02T15:00:00.000Z', changed: '2030-04-29T10:00:00Z' })
  })

  it('are in the calendar of all calls run here, in English when asked, and nothing of those known from the press', async () => {
    const events = eventsOf(await (await everyCalendar(ask('calls.ics?locale=en'))).text())
    expect(events.filter(({ uid }) => uid.includes(slug)).map(({ summary }) => summary)).toContain('Applications close: [Demonstration] Un appel ouvert')
    expect(events.filter(({ uid }) => uid.includes('impact'))).toEqual([])
    expect(events.filter(({ uid }) => uid.includes(world.preparing.slug))).toEqual([])
  })

  it.each([['one known from the press', () => 'impact-1'], ['one being prepared', () => world.preparing.slug], ['none', () => '../x']])('of %s are not found', async (_what, name) => {
    const files = await Promise.all([calendarFile(ask(), params(name())), formFile(ask(), params(name()))])
    expect(files.map((file) => [file.status, file.headers.get('content-type')])).toEqual(Array.from({ length: 2 }, () => [404, 'application/problem+json']))
  })
})

describe('what is public of a call run here', () => {
  it('names who may apply, what stays open, the answer day, each move of the deadline, hours of phases and the ruptures of challenges', async () => {
    const call = publicCall.parse(await showCall(visitor, { slug }))
    expect(call).toMatchObject({
      runHere: true, publishedAt: '2030-01-07T09:00:00.000Z', opensAt: '2030-03-04T08:00:00.000Z', closesAt: '2030-05-02T15:00:00.000Z', answerOn: '2030-06-28',
      whoMayApply: { fr: 'Toute start-up.', en: 'Any start-up.' }, applicantKinds: ['start-up'], staysOpen: ['links'], staysOpenUntil: '2030-05-14T15:00:00.000Z',
      deadlineChanges: [{ from: '2030-04-30T15:00:00.000Z', to: '2030-05-02T15:00:00.000Z', reason: 'Une panne du réseau.', changedAt: '2030-04-29T10:00:00.000Z' }],
      phases: [{ slug: 'jury', startsAt: '2030-06-03T07:00:00.000Z', endsAt: '2030-06-04T16:00:00.000Z', startsOn: '2030-06-03' }],
      challenges: [{ slug: 'un-defi', ruptures: [{ slug: 'delai-premier-rendez-vous-cmp', stage: 'traitement' }] }],
    })
    expect(JSON.stringify(call)).not.toContain(world.people.manager.id)
  })

  it('leaves a call known from the press as it was', async () => {
    expect(await showCall(visitor, { slug: 'impact-1' })).toMatchObject({ runHere: false, publishedAt: null, deadlineChanges: [], answerOn: null, whoMayApply: null, applicantKinds: [], staysOpen: [], staysOpenUntil: null })
  })
})

describe('the whole form on paper', () => {
  it('says dates, every field and question with limits and readers, the same whenever it is asked for', async () => {
    const [form, later] = [await showCallForm(visitor, { slug }), await showCallForm(visitor, { slug })]
    const { readAt: _now, ...printed } = printedForm(form, 'fr')
    const { readAt: _later, ...again } = printedForm(later, 'fr')
    expect(again).toEqual(printed)
    expect(printed).toMatchObject({ demonstration: true, url: `http://portal.test/fr/calls/${slug}`, rubric: null, version: { number: 1 } })
    expect(printed.calendar).toEqual([
      { phase: 'Ouverture des candidatures', dates: 'lundi 4 mars 2030, 9\u00a0h, heure de Paris' },
      { phase: 'Clôture des candidatures', dates: 'jeudi 2 mai 2030, 17\u00a0h, heure de Paris' },
      { phase: 'Réponse promise', dates: '28 juin 2030' },
    ])
    expect(printed.sections.map(({ title, questions }) => [title, questions.length])).toEqual([
      ['La solution', 4], ['La promesse', 3], ['Les preuves', 4], ['L’équipe et les besoins', 4], ['Les questions de l’appel', 1], ['Liens et engagement', 2],
    ])
    expect(printed.sections[4]?.questions).toEqual([{ label: 'Une question', required: true, kind: 'Texte long', limit: '100 mots au plus', choices: [], condition: null, help: 'Lu par\u00a0: Évaluateurs, jury et équipe de l’appel' }])
  })

  it('is a PDF in the language asked for, not sent again until it changes', async () => {
    const response = await formFile(ask('?locale=en'), params(slug))
    const bytes = Buffer.from(await response.arrayBuffer())
    expect([response.status, response.headers.get('content-type'), response.headers.get('content-disposition'), bytes.subarray(0, 5).toString()]).toEqual([200, 'application/pdf', `inline; filename="${slug}-en.pdf"`, '%PDF-'])
    expect((await readPdf(bytes)).text).toContain('The solution')
    const again = await formFile(ask('?locale=en', { 'if-none-match': response.headers.get('etag') ?? '' }), params(slug))
    expect([again.status, (await formFile(ask('?locale=<script>'), params(slug))).headers.get('content-disposition')]).toEqual([304, `inline; filename="${slug}-fr.pdf"`])
  })
})
