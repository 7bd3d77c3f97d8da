import { beforeAll, describe, expect, it } from 'vitest'
import { parisClockText } from '#lib/domain/calendar.ts'
import { makeWorld, type World } from '#tests/access/world.ts'
import { admin, asRole } from '#tests/db/database.ts'
import { cloneCall } from '#lib/server/call/clone-call.ts'
import { createCall } from '#lib/server/call/create-call.ts'
import { discardCall } from '#lib/server/call/discard-call.ts'
import { listCallModels, listManagedCalls } from '#lib/server/call/list-managed-calls.ts'
import { publishCall } from '#lib/server/call/publish-call.ts'
import { callEvents } from '#lib/server/call/call-events.ts'
import { saveCalendar } from '#lib/server/call/save-calendar.ts'
import { saveChallenges } from '#lib/server/call/save-challenges.ts'
import { saveEligibility, saveFreeze } from '#lib/server/call/save-eligibility.ts'
import { savePartners, savePresentation } from '#lib/server/call/save-presentation.ts'
import { proposeRubric, saveRubric } from '#lib/server/call/save-rubric.ts'
import { showCallForm } from '#lib/server/call/show-call-form.ts'
import { showCall } from '#lib/server/call/show-call.ts'
import { moveDeadline } from '#lib/server/deadline/move-deadline.ts'
import { showSettings } from '#lib/server/call/show-settings.ts'
import { createOrganisation } from '#lib/server/organisation/create-organisation.ts'
import { createDraft } from '#lib/server/draft/create-draft.ts'
import { showDraft } from '#lib/server/draft/show-draft.ts'
import { publishForm } from '#lib/server/form/publish-form.ts'
import { addQuestion, changeQuestion, moveQuestion, removeQuestion } from '#lib/server/question/change-question.ts'
import type { Caller } from '#lib/server/opening.ts'

/** A call is opened by a manager without a developer: nothing is overwritten unawares, nothing published is changed. */
let world: World
let nadia: Caller
let paul: Caller
const visitor = { personId: null }
const day = 86_400_000

beforeAll(async () => {
  world = await makeWorld(admin)
  nadia = { personId: world.people.manager.id }
  paul = { personId: world.people['manager-2'].id }
})

const words = (fr: string) => ({ fr, en: `${fr} (en)` })
const fresh = () => `appel-${crypto.randomUUID().slice(0, 18)}`
const version = async (slug: string) => (await showSettings(nadia, { slug })).call.version
const turn = async (slug: string) => ({ slug, version: await version(slug) })
const asked = { help: null, required: true, audience: 'scorers' as const, shownIf: '', options: [], unit: null, least: '', most: '', limit: '' }
/** A Paris clock so many days from now, at noon: hours around it exist all year. */
const clock = (days: number) => `${new Date(Date.now() + days * day).toISOString().slice(0, 10)}T12:00`

async function rupture(): Promise<string> {
  return ((await admin<{ id: string }[]>`select id from rupture order by slug limit 1`)[0] as { id: string }).id
}

/** A call that lacks nothing, open since yesterday once published. */
async function whole(): Promise<string> {
  const { slug } = await createCall(nadia, { initiative: 'impact', title: words('Un appel'), slug: fresh() })
  await saveCalendar(nadia, { ...(await turn(slug)), opensAt: clock(-2), closesAt: clock(20), answerOn: clock(60).slice(0, 10), phases: [] })
  await saveChallenges(nadia, { ...(await turn(slug)), challenges: [{ id: null, title: words('Un défi'), description: null, ruptureIds: [await rupture()] }] })
  await saveEligibility(nadia, { ...(await turn(slug)), rules: [], whoMayApply: words('Toute jeune entreprise'), applicantKinds: ['start-up'] })
  await proposeRubric(nadia, await turn(slug))
  return slug
}

describe('a clone', () => {
  it('of a call known from the press keeps its challenges, phases and partners, moved by whole years in Paris time, without its sources', async () => {
    const slug = fresh()
    await cloneCall(nadia, { from: 'impact-2', initiative: 'impact', title: words('Impact 3'), slug, shift: { unit: 'years', by: 4 } })
    const { call: its, phases, challenges, partners, questions } = await showSettings(nadia, { slug })
    expect(its).toMatchObject({
      opensAt: new Date('2027-03-07T23:00:00Z'), closesAt: new Date('2027-04-17T21:59:59Z'), opensOn: '2027-03-08', closesOn: '2027-04-17',
      publishedAt: null, runHere: true, createdBy: nadia.personId, sourceIds: [], version: 0, applicationsReceived: null, facts: {},
    })
    expect(phases.map(({ slug: name, startsAt, endsAt }) => [name, startsAt?.toISOString(), endsAt?.toISOString()])).toEqual([
      ['candidatures', '2027-03-07T23:00:00.000Z', '2027-04-17T21:59:59.000Z'], ['etape-2', undefined, undefined], ['etape-3', undefined, undefined],
    ])
    expect([challenges.map(({ slug: name }) => name), partners.length, questions]).toEqual([['prevention', 'suivi-prise-en-charge-psychiatres', 'continuite-extra-hospitaliere'], 5, []])
    expect(await admin`select source_id from challenge join call on call.id = call_id where call.slug = ${slug} union all select source_id from call_partner join call on call.id = call_id where call.slug = ${slug}`).toEqual(Array.from({ length: 8 }, () => ({ source_id: null })))
  })

  it('of a call run here keeps grid, rules and questions, each condition pointing at the copy of its question', async () => {
    const slug = fresh()
    await cloneCall(paul, { from: world.preparing.slug, initiative: 'impact', title: words('Suite'), slug, shift: { unit: 'weeks', by: 52 } })
    const [before, after] = [await showSettings(nadia, { slug: world.preparing.slug }), await showSettings(nadia, { slug })]
    // Monday 3 March 2031, 9 h in winter; 14 April, 17 h in summer.
    expect([after.call.opensAt?.toISOString(), after.call.closesAt?.toISOString(), after.call.answerOn]).toEqual(['2032-03-01T08:00:00.000Z', '2032-04-12T15:00:00.000Z', '2032-05-31'])
    const said = (settings: typeof before) => ({
      eligibility: settings.eligibility.map(({ id: _id, ...rest }) => rest), criteria: settings.criteria.map(({ id: _id, ...rest }) => rest),
      challenges: settings.challenges.map(({ title, ruptures }) => ({ title, ruptures })), partners: settings.partners, applicants: settings.call.whoMayApply,
      questions: settings.questions.map(({ id: _id, shownIf, ...rest }) => ({ ...rest, shownIf: shownIf && [settings.questions.findIndex(({ id }) => id === shownIf.questionId), shownIf.is] })),
    })
    expect(said(after)).toEqual(said(before))
    expect(said(after).questions[1]?.shownIf).toEqual([0, 'yes'])
    expect(after.questions.map(({ id }) => id)).not.toEqual(before.questions.map(({ id }) => id))
  })

  it('needs an address of its own and a series run here', async () => {
    const input = { from: 'impact-2', initiative: 'impact', title: words('Impact 3'), shift: { unit: 'years' as const, by: 4 } }
    await expect(cloneCall(nadia, { ...input, slug: 'impact-2' })).rejects.toMatchObject({ code: 'invalid', faults: [{ path: 'slug', code: 'taken' }] })
    await expect(cloneCall(nadia, { ...input, slug: fresh(), initiative: 'nowhere' })).rejects.toMatchObject({ code: 'invalid', faults: [{ path: 'initiative', code: 'invalid_value' }] })
    await expect(cloneCall(nadia, { ...input, slug: fresh(), from: 'nowhere' })).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('two managers at once', () => {
  it('never overwrite each other unawares, whatever part they save', async () => {
    const { slug } = await createCall(nadia, { initiative: 'impact', title: words('Un appel'), slug: fresh() })
    await savePresentation(nadia, { slug, version: 0, title: words('Le premier'), edition: '3', target: null })
    const late = { code: 'conflict', reason: 'call-changed', current: { version: 1 } }
    await expect(savePresentation(paul, { slug, version: 0, title: words('Le second'), edition: '', target: null })).rejects.toMatchObject(late)
    await expect(saveCalendar(paul, { slug, version: 0, opensAt: '', closesAt: '', answerOn: '', phases: [] })).rejects.toMatchObject(late)
    await expect(saveChallenges(paul, { slug, version: 0, challenges: [] })).rejects.toMatchObject(late)
    await expect(savePartners(paul, { slug, version: 0, partners: [] })).rejects.toMatchObject(late)
    await expect(saveEligibility(paul, { slug, version: 0, rules: [], whoMayApply: null, applicantKinds: [] })).rejects.toMatchObject(late)
    await expect(saveFreeze(paul, { slug, version: 0, staysOpen: [], staysOpenUntil: '' })).rejects.toMatchObject(late)
    await expect(saveRubric(paul, { slug, version: 0, criteria: [] })).rejects.toMatchObject(late)
    await expect(proposeRubric(paul, { slug, version: 0 })).rejects.toMatchObject(late)
    await expect(addQuestion(paul, { slug, version: 0, kind: 'yes-no', label: words('Une question'), ...asked })).rejects.toMatchObject(late)
    await expect(publishCall(paul, { slug, version: 0 })).rejects.toMatchObject(late)
    await expect(discardCall(paul, { slug, version: 0, confirmed: 'yes' })).rejects.toMatchObject(late)
    expect((await showSettings(paul, { slug })).call).toMatchObject({ version: 1, title: words('Le premier'), edition: 3 })
  })

  it('of ten saves on one version exactly one is kept', async () => {
    const { slug } = await createCall(nadia, { initiative: 'impact', title: words('Un appel'), slug: fresh() })
    const tries = await Promise.allSettled(Array.from({ length: 10 }, (_, index) => savePresentation(index % 2 ? nadia : paul, { slug, version: 0, title: words(`Titre ${index}`), edition: '', target: null })))
    const kept = tries.flatMap(({ status }, index) => (status === 'fulfilled' ? [index] : []))
    expect(kept).toHaveLength(1)
    expect((await showSettings(nadia, { slug })).call).toMatchObject({ version: 1, title: words(`Titre ${kept[0]}`) })
    expect(await admin`select deed from audit_entry join call on call.id::text = subject where call.slug = ${slug} order by audit_entry.id`).toEqual([{ deed: 'call.create' }, { deed: 'call.save-presentation' }])
  })
})

describe('the calendar', () => {
  it('refuses an hour that does not exist or exists twice, at its field, and keeps nothing of the rest', async () => {
    const { slug } = await createCall(nadia, { initiative: 'impact', title: words('Un appel'), slug: fresh() })
    const dates = { slug, version: 0, opensAt: '2027-03-01T09:00', closesAt: '2027-03-28T02:30', answerOn: '2027-06-01', phases: [{ id: null, title: words('Jury'), startsAt: '2027-10-31T02:30', endsAt: '', note: null }] }
    await expect(saveCalendar(nadia, dates)).rejects.toMatchObject({ code: 'invalid', faults: [{ path: 'closesAt', code: 'does-not-exist' }, { path: 'phases.0.startsAt', code: 'exists-twice' }] })
    expect((await showSettings(nadia, { slug })).call).toMatchObject({ version: 0, opensAt: null, closesAt: null })
    await saveCalendar(nadia, { ...dates, closesAt: '2027-03-28T03:00', phases: [{ id: null, title: words('Jury'), startsAt: '2027-10-31T03:00', endsAt: '', note: words('À Paris') }] })
    const { call: its, phases } = await showSettings(nadia, { slug })
    expect(its).toMatchObject({ version: 1, opensAt: new Date('2027-03-01T08:00:00Z'), closesAt: new Date('2027-03-28T01:00:00Z'), opensOn: '2027-03-01', closesOn: '2027-03-28', answerOn: '2027-06-01' })
    expect(phases).toMatchObject([{ slug: 'jury', title: words('Jury'), startsAt: new Date('2027-10-31T02:00:00Z'), endsAt: null, note: words('À Paris') }])
  })

  it('keeps a phase and its address through changes, and takes out what is not named', async () => {
    const { slug } = await createCall(nadia, { initiative: 'impact', title: words('Un appel'), slug: fresh() })
    const dates = { opensAt: '', closesAt: '', answerOn: '' }
    await saveCalendar(nadia, { slug, version: 0, ...dates, phases: ['Jury', 'Jury', 'Annonce'].map((name) => ({ id: null, title: words(name), startsAt: '', endsAt: '', note: null })) })
    const { phases: before } = await showSettings(nadia, { slug })
    await saveCalendar(nadia, { slug, version: 1, ...dates, phases: [{ id: before[1]?.id, title: words('Grand jury'), startsAt: '', endsAt: '', note: null }] })
    expect(before.map((phase) => phase.slug)).toEqual(['jury', 'jury-2', 'annonce'])
    expect((await showSettings(nadia, { slug })).phases).toMatchObject([{ id: before[1]?.id, slug: 'jury-2', title: words('Grand jury') }])
  })

  it('tells agendas of each change of what was published, and of nothing else', async () => {
    const slug = await whole()
    const save = async (answer: number, starts: number, note: string) => saveCalendar(nadia, {
      ...(await turn(slug)), opensAt: clock(-2), closesAt: clock(20), answerOn: clock(answer).slice(0, 10),
      phases: [{ id: (await showSettings(nadia, { slug })).phases[0]?.id ?? null, title: words('Jury'), startsAt: clock(starts), endsAt: '', note: words(note) }],
    })
    const told = async () => {
      const events = callEvents(await showCall(visitor, { slug }), 'fr')
      expect(new Set(events.map(({ sequence, changedAt }) => `${sequence} ${changedAt.toISOString()}`)).size).toBe(1)
      return events[0] as (typeof events)[number]
    }
    await save(60, 40, 'À Lyon')
    await publishCall(nadia, await turn(slug))
    const first = await told()
    expect(first.sequence).toBe(0)
    await save(60, 40, 'À Paris')
    expect(await told()).toEqual(first)
    await save(61, 40, 'À Paris')
    const second = await told()
    expect([second.sequence, second.changedAt > first.changedAt]).toEqual([1, true])
    await save(61, 41, 'À Paris')
    expect((await told()).sequence).toBe(2)
    await moveDeadline(nadia, { ...(await turn(slug)), to: clock(30), reason: 'Une panne nationale' })
    const last = await told()
    expect([last.sequence, last.changedAt > second.changedAt]).toEqual([3, true])
  })

  it('takes the phases that begin and end with the call along, and so does a deadline that is moved', async () => {
    const slug = await whole()
    const phases = ['Candidatures', 'Jury'].map((name, index) => ({ id: null, title: words(name), startsAt: clock(index === 0 ? -2 : 40), endsAt: index === 0 ? clock(20) : '', note: null }))
    const dates = { opensAt: clock(-2), closesAt: clock(20), answerOn: clock(60).slice(0, 10) }
    await saveCalendar(nadia, { ...(await turn(slug)), ...dates, phases })
    const kept = (await showSettings(nadia, { slug })).phases
    await saveCalendar(nadia, { ...(await turn(slug)), ...dates, closesAt: clock(25), phases: phases.map((phase, index) => Object.assign({}, phase, { id: kept[index]?.id ?? null })) })
    const shown = async () => (await showSettings(nadia, { slug })).phases.map(({ startsAt, endsAt }) => [startsAt, endsAt].map((at) => at && parisClockText(at)))
    expect(await shown()).toEqual([[clock(-2), clock(25)], [clock(40), null]])
    await publishCall(nadia, await turn(slug))
    await moveDeadline(nadia, { ...(await turn(slug)), to: clock(30), reason: 'Une panne nationale' })
    expect(await shown()).toEqual([[clock(-2), clock(30)], [clock(40), null]])
    expect((await showSettings(nadia, { slug })).call.closesOn).toBe(clock(30).slice(0, 10))
  })

  it('touches no other call’s phases', async () => {
    const { slug } = await createCall(nadia, { initiative: 'impact', title: words('Un appel'), slug: fresh() })
    const [theirs] = (await showSettings(nadia, { slug: world.preparing.slug })).phases
    await expect(saveCalendar(nadia, { slug, version: 0, opensAt: '', closesAt: '', answerOn: '', phases: [{ id: theirs?.id, title: words('Volée'), startsAt: '', endsAt: '', note: null }] })).rejects.toMatchObject({ code: 'not-found' })
    expect((await showSettings(nadia, { slug: world.preparing.slug })).phases).toMatchObject([{ title: theirs?.title }])
  })
})

describe('publishing', () => {
  it('names what is missing, and makes nothing public', async () => {
    const { slug } = await createCall(nadia, { initiative: 'impact', title: words('Un appel'), slug: fresh() })
    await expect(publishCall(nadia, { slug, version: 0 })).rejects.toMatchObject({
      code: 'invalid', reason: 'not-ready',
      faults: [['calendar', 'no-opening'], ['calendar', 'no-closing'], ['calendar', 'no-answer-day'], ['challenges', 'no-challenge'], ['eligibility', 'no-applicants'], ['rubric', 'no-criteria']].map(([path, code]) => ({ path, code })),
    })
    await expect(showCall(visitor, { slug })).rejects.toMatchObject({ code: 'not-found' })
    expect(await version(slug)).toBe(0)
  })

  it('makes public the partners it names, whoever brought them, and none before', async () => {
    const slug = await whole()
    const scorer = { personId: world.people.scorer.id }
    const bring = async (name: string, siren = '') => (await createOrganisation(scorer, { name, kind: 'hospital', siren, domains: '' })).id
    const [now, later, twin] = [await bring('Hôpital neuf'), await bring('Hôpital suivant'), await bring('Hôpital double', '356000000')]
    const [taken] = await admin<{ id: string }[]>`insert into organisation (slug, name, kind, siren, identity_source, listed) values (${`liste-${slug}`}, 'Déjà publique', 'hospital', '356000000', 'declared', true) on conflict do nothing returning id`
    const partner = (organisationId: string) => ({ organisationId, role: words('Terrain') })
    const named = async () => (await showCall(visitor, { slug })).partners.map(({ name }) => name)
    expect((await showSettings(nadia, { slug })).organisations.map(({ id }) => id)).toEqual(expect.arrayContaining([now, later]))
    await savePartners(nadia, { ...(await turn(slug)), partners: [partner(now)] })
    expect(await admin`select id from organisation where listed and id = ${now}`).toEqual([])
    await publishCall(nadia, await turn(slug))
    expect(await named()).toEqual(['Hôpital neuf'])
    await savePartners(nadia, { ...(await turn(slug)), partners: [partner(now), partner(later)] })
    expect(await named()).toEqual(['Hôpital neuf', 'Hôpital suivant'])
    await expect(savePartners(nadia, { ...(await turn(slug)), partners: [partner(twin)] })).rejects.toMatchObject({ code: 'conflict', reason: 'organisation_listed_siren' })
    expect(await named()).toEqual(['Hôpital neuf', 'Hôpital suivant'])
    if (taken) await admin`delete from organisation where id = ${taken.id}`
  })

  it('freezes the form: what is published never changes, a later change is the next version, and answers stay', async () => {
    const slug = await whole()
    const { questionId: kept } = await addQuestion(nadia, { ...(await turn(slug)), kind: 'short-text', label: words('Gardée'), ...asked })
    const { questionId: gone } = await addQuestion(nadia, { ...(await turn(slug)), kind: 'yes-no', label: words('Retirée'), ...asked })
    await publishCall(nadia, await turn(slug))
    expect(await showCall(visitor, { slug })).toMatchObject({ slug, state: 'open', title: words('Un appel'), challenges: [{ title: words('Un défi') }] })
    const forms = () => admin<{ version: number; ids: string[]; label: string }[]>`
      select form_version.version, (select array_agg(q->>'id') from jsonb_array_elements(questions) q) as ids, questions->0->'label'->>'fr' as label from form_version join call on call.id = call_id where slug = ${slug} order by form_version.version`
    expect(await forms()).toEqual([{ version: 1, ids: [kept, gone], label: 'Gardée' }])

    const founder = { personId: world.people.founder.id }
    const draft = await createDraft(founder, { slug, organisationId: world.organisations['start-up'], key: crypto.randomUUID(), fields: { [`answers.${kept}`]: 'Une réponse', [`answers.${gone}`]: true } })
    await changeQuestion(nadia, { ...(await turn(slug)), questionId: kept, ...asked, label: words('Reformulée'), limit: '50' })
    await removeQuestion(nadia, { ...(await turn(slug)), questionId: gone, confirmed: 'yes' })
    const { questionId: added } = await addQuestion(nadia, { ...(await turn(slug)), kind: 'date', label: words('Ajoutée'), ...asked })
    await moveQuestion(nadia, { ...(await turn(slug)), questionId: added, to: 0 })
    expect(await forms()).toEqual([{ version: 1, ids: [kept, gone], label: 'Gardée' }])

    const { diff, touched } = await showSettings(nadia, { slug })
    expect({ added: diff?.added.map(({ id }) => id), removed: diff?.removed.map(({ id }) => id), changed: diff?.changed.map(({ question, parts }) => [question.id, parts]), moved: diff?.moved }).toEqual({ added: [added], removed: [gone], changed: [[kept, ['label', 'limit']]], moved: [] })
    expect(touched).toEqual({ writing: 1, submitted: 0 })
    expect(await publishForm(nadia, { ...(await turn(slug)), remark: 'Une question plus claire' })).toEqual({ formVersion: 2 })
    expect((await showCallForm(visitor, { slug })).versions).toMatchObject([{ version: 2, note: 'Une question plus claire' }, { version: 1, note: null }])
    expect(await forms()).toEqual([{ version: 1, ids: [kept, gone], label: 'Gardée' }, { version: 2, ids: [added, kept], label: 'Ajoutée' }])
    const seen = await showDraft(founder, { draftId: draft.id })
    expect([seen.form.version, seen.form.questions.map(({ id }) => id), seen.content]).toEqual([2, [added, kept], { [`answers.${kept}`]: 'Une réponse', [`answers.${gone}`]: true }])
    await expect(publishForm(nadia, await turn(slug))).rejects.toMatchObject({ code: 'conflict', reason: 'nothing-changed' })
    await expect(publishCall(nadia, await turn(slug))).rejects.toMatchObject({ code: 'closed' })
    await expect(discardCall(nadia, { ...(await turn(slug)), confirmed: 'yes' })).rejects.toMatchObject({ code: 'closed' })
  })

  it('is frozen by the database too, whatever the code says', async () => {
    const app = asRole('portal_app')
    const as = (work: (tx: typeof app) => Promise<unknown>) => app.begin(async (tx) => {
      await tx`select portal.begin(${nadia.personId}::uuid)`
      await work(tx as unknown as typeof app)
    })
    await expect(as((tx) => tx`update form_version set questions = '[]' where id = ${world.openCall.formVersionId}`)).rejects.toMatchObject({ code: '42501' })
    await expect(as((tx) => tx`delete from form_version where id = ${world.openCall.formVersionId}`)).rejects.toMatchObject({ code: '42501' })
    await expect(admin`update form_version set questions = '[]' where id = ${world.openCall.formVersionId}`).rejects.toMatchObject({ code: '42501' })
    await app.end()
  })

  it('tells how many drafts and deposited files a change touches, to managers, and never whose', async () => {
    expect((await showSettings(nadia, { slug: world.openCall.slug })).touched).toEqual({ writing: 1, submitted: 1 })
    const [seen] = await admin.begin(async (tx) => {
      await tx`select portal.begin(${world.people.rival.id}::uuid)`
      await tx`set local role portal_app`
      return tx`select count(*)::int as count from portal.drafts_in_progress(${world.openCall.id}::uuid)`
    })
    expect(seen?.count).toBe(0)
  })
})

describe('once published', () => {
  it('the closing is moved in its own place, and the opening no more once it has opened', async () => {
    const slug = await whole()
    await publishCall(nadia, await turn(slug))
    const { call: its } = await showSettings(nadia, { slug })
    const dates = { opensAt: clock(-2), closesAt: clock(20), answerOn: clock(60).slice(0, 10), phases: [] }
    await expect(saveCalendar(nadia, { ...(await turn(slug)), ...dates, opensAt: clock(-3), closesAt: clock(30), answerOn: '' })).rejects.toMatchObject({
      code: 'invalid', faults: [{ path: 'closesAt', code: 'moved-elsewhere' }, { path: 'opensAt', code: 'already-open' }, { path: 'answerOn', code: 'missing' }],
    })
    await saveCalendar(nadia, { ...(await turn(slug)), ...dates, answerOn: clock(70).slice(0, 10), phases: [{ id: null, title: words('Jury'), startsAt: clock(40), endsAt: '', note: null }] })
    expect((await showSettings(nadia, { slug })).call).toMatchObject({ opensAt: its.opensAt, closesAt: its.closesAt, answerOn: clock(70).slice(0, 10) })
  })

  it('who may apply and how files are judged are settled at the opening; challenges, questions and what stays open at the closing', async () => {
    const slug = await whole()
    await publishCall(nadia, await turn(slug))
    await expect(saveEligibility(nadia, { ...(await turn(slug)), rules: [], whoMayApply: words('Personne'), applicantKinds: [] })).rejects.toMatchObject({ code: 'closed' })
    await expect(saveRubric(nadia, { ...(await turn(slug)), criteria: [] })).rejects.toMatchObject({ code: 'closed' })
    await saveFreeze(nadia, { ...(await turn(slug)), staysOpen: ['links', 'team'], staysOpenUntil: clock(30) })
    await expect(saveFreeze(nadia, { ...(await turn(slug)), staysOpen: ['links'], staysOpenUntil: clock(20) })).rejects.toMatchObject({ code: 'invalid', faults: [{ path: 'staysOpenUntil', code: 'before-closing' }] })
    await addQuestion(nadia, { ...(await turn(slug)), kind: 'link', label: words('Un lien'), ...asked })
    await admin`update call set opens_at = now() - interval '9 days', closes_at = now() - interval '2 seconds' where slug = ${slug}`
    await expect(addQuestion(nadia, { ...(await turn(slug)), kind: 'link', label: words('Trop tard'), ...asked })).rejects.toMatchObject({ code: 'closed' })
    await expect(publishForm(nadia, await turn(slug))).rejects.toMatchObject({ code: 'closed' })
    await expect(saveChallenges(nadia, { ...(await turn(slug)), challenges: [] })).rejects.toMatchObject({ code: 'closed' })
    expect((await showSettings(nadia, { slug })).settled).toEqual({ presentation: null, calendar: null, challenges: 'closing', partners: null, eligibility: 'opening', freeze: 'closing', form: 'closing', rubric: 'opening' })
  })

  it('a challenge an applicant has chosen stays', async () => {
    const slug = await whole()
    await publishCall(nadia, await turn(slug))
    const [chosen] = (await showSettings(nadia, { slug })).challenges
    await createDraft({ personId: world.people.rival.id }, { slug, organisationId: world.organisations['other start-up'], key: crypto.randomUUID(), fields: { challengeId: chosen?.id } })
    await expect(saveChallenges(nadia, { ...(await turn(slug)), challenges: [{ id: null, title: words('Un autre'), description: null, ruptureIds: [] }] })).rejects.toMatchObject({ code: 'conflict', reason: 'in-use' })
    await saveChallenges(nadia, { ...(await turn(slug)), challenges: [{ id: null, title: words('Un autre'), description: null, ruptureIds: [] }, { id: chosen?.id, title: words('Mieux dit'), description: words('Pourquoi'), ruptureIds: [await rupture()] }] })
    expect((await showSettings(nadia, { slug })).challenges).toMatchObject([{ title: words('Un autre'), ruptures: [] }, { id: chosen?.id, slug: 'un-defi', title: words('Mieux dit'), ruptures: [{ id: await rupture() }] }])
  })
})

describe('questions', () => {
  it('point back only, and one that others wait for stays', async () => {
    const { slug } = await createCall(nadia, { initiative: 'impact', title: words('Un appel'), slug: fresh() })
    const { questionId: first } = await addQuestion(nadia, { slug, version: 0, kind: 'choice', label: words('Laquelle ?'), ...asked, options: [{ id: null, label: words('Une') }, null, { id: null, label: words('Deux') }] })
    const { questionId: second } = await addQuestion(nadia, { slug, version: 1, kind: 'number', label: words('Combien ?'), ...asked, shownIf: `${first}=deux`, unit: words('jours'), least: '0', most: '1 000,5' })
    expect((await showSettings(nadia, { slug })).questions).toMatchObject([
      { id: first, kind: 'choice', options: [{ id: 'une', label: words('Une') }, { id: 'deux', label: words('Deux') }], limit: null },
      { id: second, kind: 'number', shownIf: { questionId: first, is: 'deux' }, unit: words('jours'), least: 0, most: 1000.5 },
    ])
    await expect(moveQuestion(nadia, { slug, version: 2, questionId: second, to: 0 })).rejects.toMatchObject({ code: 'conflict', reason: 'condition-order' })
    await expect(removeQuestion(nadia, { slug, version: 2, questionId: first, confirmed: 'yes' })).rejects.toMatchObject({ code: 'conflict', reason: 'question-needed' })
    await expect(changeQuestion(nadia, { slug, version: 2, questionId: first, label: words('Laquelle ?'), ...asked, options: [{ id: 'une', label: words('Une') }, { id: null, label: words('Trois') }] })).rejects.toMatchObject({ code: 'conflict', reason: 'question-needed' })
    await expect(changeQuestion(nadia, { slug, version: 2, questionId: second, label: words('Combien ?'), ...asked, shownIf: `${second}=yes` })).rejects.toMatchObject({ code: 'invalid', faults: [{ path: 'shownIf', code: 'condition-unknown' }] })
    await expect(addQuestion(nadia, { slug, version: 2, kind: 'choice', label: words('Vide ?'), ...asked })).rejects.toMatchObject({ code: 'invalid', faults: [{ path: 'options.0.label.fr', code: 'options-missing' }] })
    await expect(addQuestion(nadia, { slug, version: 2, kind: 'long-text', label: { fr: '' }, ...asked, limit: '0' })).rejects.toMatchObject({ code: 'invalid', faults: [{ path: 'label.fr', code: 'missing' }, { path: 'limit', code: 'too_small' }] })
    expect(await version(slug)).toBe(2)
  })

  it('of another call are out of reach', async () => {
    const { slug } = await createCall(nadia, { initiative: 'impact', title: words('Un appel'), slug: fresh() })
    const [theirs] = world.preparing.questions
    const named = { slug, version: 0, questionId: theirs }
    await expect(removeQuestion(nadia, { ...named, confirmed: 'yes' })).rejects.toMatchObject({ code: 'not-found' })
    await expect(moveQuestion(nadia, { ...named, to: 0 })).rejects.toMatchObject({ code: 'not-found' })
    await expect(changeQuestion(nadia, { ...named, label: words('Volée'), ...asked })).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('the grid', () => {
  it('starts from the proposal, once, and takes changes', async () => {
    const { slug } = await createCall(nadia, { initiative: 'impact', title: words('Un appel'), slug: fresh() })
    await proposeRubric(nadia, { slug, version: 0 })
    const { criteria, needs } = await showSettings(nadia, { slug })
    expect([criteria.length, criteria.reduce((sum, { weight }) => sum + weight, 0), criteria[0]?.name.fr, criteria[0]?.anchors.length]).toEqual([7, 100, 'Pertinence pour une rupture documentée', 5])
    expect(needs.some(({ part }) => part === 'rubric')).toBe(false)
    await expect(proposeRubric(nadia, { slug, version: 1 })).rejects.toMatchObject({ code: 'conflict', reason: 'rubric-filled' })
    const anchors = ['Rien', 'Peu', 'Assez', 'Bien', 'Très bien'].map(words)
    await saveRubric(nadia, { slug, version: 1, criteria: [{ id: criteria[1]?.id, name: words('Preuves'), weight: '62,5', anchors, guidance: words('Lisez les études') }, null] })
    const after = await showSettings(nadia, { slug })
    expect(after.criteria).toEqual([{ id: criteria[1]?.id, slug: criteria[1]?.slug, name: words('Preuves'), weight: 62.5, anchors, guidance: words('Lisez les études') }])
    expect(after.needs).toContainEqual({ part: 'rubric', code: 'weights', count: 62.5 })
  })
})

it('managers see every call run here with where it stands and its files; models include those known from the press', async () => {
  const { calls } = await listManagedCalls(nadia, {})
  expect(calls.find(({ slug }) => slug === world.openCall.slug)).toMatchObject({ state: 'open', writing: 1, submitted: 1, toScreen: 1 })
  expect(calls.find(({ slug }) => slug === world.preparing.slug)).toMatchObject({ state: 'preparing', writing: 0, submitted: 0, toScreen: 0 })
  expect(calls.some(({ slug }) => slug === 'impact-1')).toBe(false)
  const { models, initiatives } = await listCallModels(nadia, {})
  expect(models.map(({ slug }) => slug)).toEqual(expect.arrayContaining(['impact-1', 'impact-2', world.preparing.slug]))
  expect(initiatives.map(({ slug }) => slug)).toEqual(['impact'])
})

it('a discarded call leaves nothing but its entries in the journal', async () => {
  const slug = await whole()
  await addQuestion(nadia, { ...(await turn(slug)), kind: 'file', label: words('Un fichier'), ...asked })
  const { id } = (await showSettings(nadia, { slug })).call
  await discardCall(nadia, { ...(await turn(slug)), confirmed: 'yes' })
  await expect(showSettings(nadia, { slug })).rejects.toMatchObject({ code: 'not-found' })
  expect((await admin`select count(*)::int as entries from audit_entry where subject = ${id}`)[0]?.entries).toBe(7)
})
