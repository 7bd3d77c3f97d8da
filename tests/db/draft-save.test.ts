import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeWorld, type World } from '#tests/access/world.ts'
import { admin } from '#tests/db/database.ts'
import { canonicalJson } from '#lib/domain/canonical-json.ts'
import { createDraft } from '#lib/server/draft/create-draft.ts'
import { saveDraft } from '#lib/server/draft/save-draft.ts'
import { showDraft } from '#lib/server/draft/show-draft.ts'

/** A save is kept whole or refused with what stands instead; never half, never over somebody else's. */
let world: World
let draftId: string
let slug: string
const as = (persona: 'founder' | 'rival') => ({ personId: world.people[persona].id })
const key = () => crypto.randomUUID()
const save = (version: number, fields: Record<string, unknown>, more: { key?: string; who?: 'founder' | 'rival'; spent?: number } = {}) =>
  saveDraft({ ...as(more.who ?? 'founder'), ...(more.spent !== undefined && { arrived: performance.now() - more.spent }) }, { draftId, version, key: more.key ?? key(), fields })

beforeAll(async () => {
  world = await makeWorld(admin)
  slug = `save-${crypto.randomUUID()}`
  await admin`insert into call (initiative_id, slug, title, source_ids, run_here, opens_at, closes_at, answer_on, published_at)
    select id, ${slug}, '{"fr":"Un appel"}', '{}', true, now() - interval '1 day', now() + interval '1 day', '2030-01-01', now() from initiative limit 1`
  const made = await createDraft(as('founder'), { slug, organisationId: world.organisations['start-up'], key: key(), fields: { pitch: 'Première phrase' } })
  draftId = made.id
})

describe('a draft', () => {
  it('exists once for a call and an organisation', async () => {
    const again = await createDraft(as('founder'), { slug, organisationId: world.organisations['start-up'], key: key(), fields: { pitch: 'Autre' } })
    expect(again).toEqual({ id: draftId, version: 1, savedAt: expect.any(Date), isNew: false })
    expect((await showDraft(as('founder'), { draftId })).content).toEqual({ pitch: 'Première phrase' })
  })

  it('keeps what is saved, and says so with a version and a digest of what it kept', async () => {
    const saved = await save(1, { summary: 'Un\r\ndeux', budget: 12_000, primaryClaim: { mechanism: 'Rappel à J+2', baseline: 21.5 } })
    const kept = { budget: 12_000, primaryClaim: { baseline: 21.5, mechanism: 'Rappel à J+2' }, summary: 'Un\ndeux' }
    expect(saved).toMatchObject({ version: 2, sha256: createHash('sha256').update(canonicalJson(kept)).digest('hex') })
    expect((await showDraft(as('founder'), { draftId })).content).toEqual({ pitch: 'Première phrase', ...kept })
  })

  it('answers a repeated attempt as the first time, and refuses its key for something else', async () => {
    const once = key()
    const first = await save(2, { pitch: 'Deuxième' }, { key: once })
    expect(await save(2, { pitch: 'Deuxième' }, { key: once })).toEqual(first)
    await expect(save(2, { pitch: 'Troisième' }, { key: once })).rejects.toMatchObject({ code: 'conflict', reason: 'key-reused' })
  })

  it('is never overwritten unawares: the second of two saves on one version is told what differs', async () => {
    await save(3, { team: 'Deux médecins' })
    await expect(save(3, { pitch: 'Encore' })).rejects.toMatchObject({ code: 'conflict', reason: 'draft-changed', current: { version: 4, fields: { team: 'Deux médecins' } } })
    expect((await showDraft(as('founder'), { draftId })).content.pitch).toBe('Deuxième')
  })

  it('does not exist for a rival', async () => {
    await expect(save(4, { pitch: 'Volé' }, { who: 'rival' })).rejects.toMatchObject({ code: 'not-found' })
    await expect(showDraft(as('rival'), { draftId })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('refuses what is not a field, what is no answer, and what cannot be kept, and changes nothing', async () => {
    await expect(save(4, { winner: true })).rejects.toMatchObject({ code: 'invalid' })
    await expect(save(4, { pitch: 'a\0b' })).rejects.toMatchObject({ code: 'invalid', faults: [{ path: 'pitch', code: 'control-characters' }] })
    await expect(save(4, { budget: 'beaucoup' })).rejects.toMatchObject({ code: 'invalid', faults: [{ path: 'budget', code: 'invalid_type' }] })
    expect((await showDraft(as('founder'), { draftId })).version).toBe(4)
  })

  it('closes to the second: on time is what came in before the named second is over', async () => {
    await admin`update call set opens_at = now() - interval '2 days', closes_at = date_trunc('second', now()) - interval '5 seconds' where slug = ${slug}`
    await expect(save(4, { pitch: 'Trop tard' })).rejects.toMatchObject({ code: 'closed' })
    expect((await save(4, { pitch: 'À temps' }, { spent: 10_000 })).version).toBe(5)
    await expect(save(5, { pitch: 'Trop tard' }, { spent: 2_000 })).rejects.toMatchObject({ code: 'closed' })
  })

  it('is closed by the database too, whatever the code says', async () => {
    const tried = admin.begin(async (tx) => {
      await tx`select portal.begin(${world.people.founder.id}::uuid)`
      await tx`set local role portal_app`
      await tx`update application_draft set pitch = 'x', version = version + 1 where id = ${draftId}`
    })
    await expect(tried).rejects.toMatchObject({ code: '23514', constraint_name: 'draft_closed' })
  })
})
