import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { showApplication } from '#lib/server/application/show-application.ts'
import { saveDraft } from '#lib/server/draft/save-draft.ts'
import { saveEvaluation } from '#lib/server/evaluation/save-evaluation.ts'
import { showEvaluation } from '#lib/server/evaluation/show-evaluation.ts'
import { askForPage, impressionOf, madeOfAnswers, Making, whileMaking } from '#lib/server/making.ts'
import { hashOfToken } from '#lib/server/sign-in/secret.ts'
import { prolongSession, resumeSession } from '#lib/server/sign-in/session.ts'
import { askRanking } from '#lib/server/ranking/show-ranking.ts'
import { makeWorld, type World } from '#tests/access/world.ts'
import { admin } from '#tests/db/database.ts'
import { newCall, newDraft, type TestCall } from '#tests/db/filing.ts'

/** What a page of somebody is made of is asked anew each time: it is the same page only while nothing in it would differ. */
let world: World
let call: TestCall
let draft: { id: string; version: number; fileId: string }

beforeAll(async () => {
  world = await makeWorld(admin)
})
beforeEach(async () => {
  call = await newCall()
  draft = await newDraft(world, call)
})

const holding = (who: 'founder' | 'scorer' | 'manager') => ({ personId: null, session: hashOfToken(world.people[who].token) })
async function made(ask: () => Promise<unknown>, who: 'founder' | 'scorer' | 'manager' = 'founder') {
  const making = new Making()
  await whileMaking(making, async () => {
    await Promise.all([resumeSession(holding(who), {}), ask()])
    madeOfAnswers()
  })
  return making
}
/** Whether all a page is made of is answered the same now. */
async function isSame({ parts }: Making): Promise<boolean> {
  const answers = await Promise.all((parts ?? []).map(({ ask }) => ask(performance.now()).then(impressionOf, () => null)))
  return answers.length > 0 && answers.every((impression, index) => impression === parts?.[index]?.impression)
}
const file = () => made(() => showApplication(holding('founder'), { draftId: draft.id }))

describe('a founder’s page of a file', () => {
  it('is the same until a colleague writes, a file is judged, a call, a person or a team changes, or the session ends', async () => {
    const changes: Record<string, () => Promise<unknown>> = {
      'a colleague writes': () => saveDraft({ personId: world.people.founder.id }, { draftId: draft.id, version: draft.version, key: crypto.randomUUID(), fields: { team: 'Trois' } }),
      'a file is judged': () => admin`update file set scan = 'infected' where draft_id = ${draft.id}`,
      'the call is renamed': () => admin`update call set title = '{"fr":"Autre"}' where id = ${call.id}`,
      'they become an administrator': () => admin`update person set administrator = not administrator where id = ${world.people.founder.id}`,
      'a colleague becomes an owner': () => admin`insert into membership (organisation_id, person_id, role) values (${world.organisations['start-up']}, ${world.people.rival.id}, 'owner')`,
      'the session ends': () => admin`update session set expires_at = now() where token_hash = ${hashOfToken(world.people.founder.token)}`,
    }
    for (const [what, change] of Object.entries(changes)) {
      // The second in which something was written is over: until then it is not past.
      await admin`update application_draft set saved_at = now() - interval '1 hour' where id = ${draft.id}`
      const page = await file()
      expect([what, await isSame(page), await isSame(page)]).toEqual([what, true, true])
      await change()
      expect([what, await isSame(page)]).toEqual([what, false])
      await admin`update session set expires_at = now() + interval '1 day' where token_hash = ${hashOfToken(world.people.founder.token)}`
    }
  })

  it('is another once its call opens or closes, though no row changed', async () => {
    await admin`update application_draft set saved_at = now() - interval '1 hour' where id = ${draft.id}`
    const { parts } = await file()
    const shown = parts?.find(({ question }) => question.startsWith('application.show'))
    const asked = async (secondsAgo: number) => shown && impressionOf(await shown.ask(performance.now() - secondsAgo * 1_000))
    expect(await asked(0)).toBe(shown?.impression)
    // As of 25 hours ago the call had not opened.
    expect(await asked(25 * 3_600)).not.toBe(shown?.impression)
  })
})

it('a scorer’s page and a ranking are the same until somebody writes', async () => {
  const { startedId, id } = world.round
  const scored = await made(() => showEvaluation(holding('scorer'), { evaluationId: startedId }), 'scorer')
  const ranked = await made(() => askRanking(holding('manager'), { roundId: id }), 'manager')
  expect([await isSame(scored), await isSame(ranked)]).toEqual([true, true])
  await saveEvaluation({ personId: world.people.scorer.id }, { evaluationId: startedId, version: 1, key: crypto.randomUUID(), fields: { commentToJury: 'Autre' } })
  expect([await isSame(scored), await isSame(ranked)]).toEqual([false, true])
  await admin`update organisation set name = name || ' bis' where id = (select organisation_id from scorer where round_id = ${id} limit 1)`
  expect(await isSame(ranked)).toBe(false)
})

it('a deed on the way, or the same question answered otherwise, keeps a page from being kept', async () => {
  expect((await made(() => prolongSession({ personId: null }, { token: world.people.founder.token }))).parts).toBeNull()
  let count = 0
  const twice = () => askForPage('x.count', { personId: null }, {}, async () => ({ answer: (count += 1), at: new Date() }))
  expect((await made(async () => { await twice(); await twice() })).parts).toBeNull()
  const silent = new Making()
  await whileMaking(silent, () => resumeSession(holding('founder'), {}))
  expect(silent.parts).toBeNull()
})
