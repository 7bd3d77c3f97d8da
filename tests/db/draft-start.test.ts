import { beforeAll, describe, expect, it } from 'vitest'
import { makeWorld, type World } from '#tests/access/world.ts'
import { admin } from '#tests/db/database.ts'
import { createDraft } from '#lib/server/draft/create-draft.ts'
import { saveDraft } from '#lib/server/draft/save-draft.ts'
import { showDraft } from '#lib/server/draft/show-draft.ts'
import { startDraft } from '#lib/server/draft/start-draft.ts'

/** Before a draft exists one is told for whom it can be started, why not for others, and where the one there is lies. */
let world: World
let slug: string
const as = (persona: 'founder' | 'rival' | 'mentor') => ({ personId: world.people[persona].id })
const start = async (persona: 'founder' | 'rival' | 'mentor') => (await startDraft(as(persona), { slug })).organisations.map(({ name: _name, siren: _siren, kind: _kind, ...rest }) => rest)

beforeAll(async () => {
  world = await makeWorld(admin)
  slug = `start-${crypto.randomUUID()}`
  await admin`insert into call (initiative_id, slug, title, source_ids, run_here, opens_at, closes_at, answer_on, published_at, applicant_kinds)
    select id, ${slug}, '{"fr":"Un appel"}', '{}', true, now() - interval '1 day', now() + interval '1 day', '2030-01-01', now(), array['start-up'] from initiative limit 1`
})

describe('starting a draft', () => {
  it('is open to whoever writes for an organisation of a kind the call is for', async () => {
    expect(await start('rival')).toEqual([{ id: world.organisations['other start-up'], draft: null, permitUntil: null, obstacle: null }])
    expect(await start('mentor')).toEqual([{ id: world.organisations.hospital, draft: null, permitUntil: null, obstacle: 'organisation-kind' }])
  })

  it('says why a reader cannot', async () => {
    await admin`insert into membership (organisation_id, person_id, role) values (${world.organisations['start-up']}, ${world.people.mentor.id}, 'reader')`
    expect((await start('mentor')).find(({ id }) => id === world.organisations['start-up'])).toMatchObject({ obstacle: 'reader' })
  })

  it('leads to the draft there is, and tells each of its authors where they wrote last', async () => {
    const { id, version } = await createDraft(as('founder'), { slug, organisationId: world.organisations['start-up'], key: crypto.randomUUID(), fields: { pitch: 'Un' } })
    await saveDraft(as('founder'), { draftId: id, version, key: crypto.randomUUID(), fields: { team: 'Deux' } })
    expect(await start('founder')).toEqual([{ id: world.organisations['start-up'], draft: { id, savedAt: expect.any(Date) }, permitUntil: null, obstacle: null }])
    expect((await showDraft(as('founder'), { draftId: id })).lastField).toBe('team')
    expect((await showDraft(as('mentor'), { draftId: id })).lastField).toBeNull()
  })

  it('ends with the call, but for whoever was granted more time', async () => {
    await admin`update call set closes_at = now() - interval '2 seconds' where slug = ${slug}`
    expect(await start('rival')).toMatchObject([{ obstacle: 'closed' }])
    const until = new Date(Date.now() + 3_600_000)
    await admin`insert into late_permit ${admin({ call_id: admin`(select id from call where slug = ${slug})` as never, organisation_id: world.organisations['other start-up'], person_id: world.people.rival.id, email: world.people.rival.email, until, reason: 'x', granted_by: world.people.manager.id })}`
    expect(await start('rival')).toMatchObject([{ obstacle: null, permitUntil: until }])
  })

  it('is not there for a call known from the press, or not published', async () => {
    await expect(startDraft(as('founder'), { slug: 'impact-1' })).rejects.toMatchObject({ code: 'not-found' })
    await expect(startDraft(as('founder'), { slug: world.call.slug })).rejects.toMatchObject({ code: 'not-found' })
  })
})
