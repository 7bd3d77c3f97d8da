import { beforeAll, describe, expect, it } from 'vitest'
import { createTag, removeTag, renameTag } from '#lib/server/screening/change-tag.ts'
import { tagApplications, untagApplications } from '#lib/server/screening/tag-applications.ts'
import { asRole } from '#tests/db/database.ts'
import { deposit, newCall, type TestCall } from '#tests/db/deposited.ts'
import { as, asOwner, changed, chosenOf, eligibilities, judge, screen, sitDown, solutions, undo, world } from '#tests/db/screening-desk.ts'

/** Tags on applications: put on, taken off, undone. */
beforeAll(sitDown)

describe('tags', () => {
  let call: TestCall
  let tagId: string
  beforeAll(async () => {
    call = await newCall()
    for (const solution of ['Un', 'Deux', 'Trois']) await deposit(call, { solution })
    tagId = (await createTag(as('manager'), { slug: call.slug, name: ' à  revoir ' })).id
  })
  const put = async (...names: string[]) => tagApplications(as('manager'), { slug: call.slug, tagId, chosen: await chosenOf(call, ...names) })
  const take = async (...names: string[]) => untagApplications(as('manager'), { slug: call.slug, tagId, chosen: await chosenOf(call, ...names) })
  const tagged = () => solutions(call, { tag: tagId, sort: 'solution' })

  it('are put on, found, taken off and put back', async () => {
    await put('Un')
    const both = await put('Un', 'Deux')
    expect([both.count, await tagged()]).toEqual([1, ['Deux', 'Un']])
    expect((await screen(call, { q: 'deux' })).rows[0]?.tags).toEqual([{ id: tagId, name: 'à revoir' }])
    const off = await take('Un', 'Deux', 'Trois')
    expect([off.count, await tagged()]).toEqual([2, []])
    await undo(call, off.batchId)
    expect(await tagged()).toEqual(['Deux', 'Un'])
    await undo(call, both.batchId)
    expect(await tagged()).toEqual(['Un'])
  })

  it('are not undone once something about them changed since', async () => {
    const on = await put('Trois')
    await take('Trois')
    await put('Trois')
    await expect(undo(call, on.batchId)).rejects.toMatchObject(changed)
    expect(await tagged()).toEqual(['Trois', 'Un'])
  })

  it('do not stand in the way of undoing a judgement', async () => {
    const judged = await judge(call, ['Deux'], 'eligible')
    await put('Deux')
    await undo(call, judged.batchId)
    expect((await eligibilities(call)).Deux).toBe('pending')
  })

  it('have one name each in a call, and can be renamed and removed', async () => {
    await expect(createTag(as('manager-2'), { slug: call.slug, name: 'à revoir' })).rejects.toMatchObject({ code: 'conflict', reason: 'tag_name' })
    await renameTag(as('manager-2'), { tagId, name: 'vu' })
    const { rows, vocabulary } = await screen(call, { q: 'trois' })
    expect([rows[0]?.tags, vocabulary.tags]).toEqual([[{ id: tagId, name: 'vu' }], [{ id: tagId, name: 'vu' }]])
    const off = await take('Trois')
    await expect(removeTag(as('manager'), { tagId, confirmed: '' as 'yes' })).rejects.toMatchObject({ code: 'invalid', faults: [{ path: 'confirmed' }] })
    await removeTag(as('manager'), { tagId, confirmed: 'yes' })
    expect((await screen(call)).vocabulary.tags).toEqual([])
    await expect(undo(call, off.batchId)).rejects.toMatchObject(changed)
  })

  it('do not exist for applicants, rivals and administrators', async () => {
    const app = asRole('portal_app')
    const hidden = await createTag(as('manager'), { slug: call.slug, name: 'secret' })
    const chosen = await chosenOf(call, 'Un')
    await tagApplications(as('manager'), { slug: call.slug, tagId: hidden.id, chosen })
    await asOwner(chosen[0]?.id ?? '', (tx, id) => tx`update application set pitch = 'Autre' where id = ${id}`)
    for (const persona of ['founder', 'rival', 'admin'] as const) {
      const seen = await app.begin(async (tx) => {
        await tx`select portal.begin(${world.people[persona].id}::uuid)`
        return [await tx`select 1 from tag`, await tx`select 1 from application_tag`, await tx`select 1 from screening_deed`, await tx`select 1 from saved_view`].map(({ length }) => length)
      })
      expect(seen).toEqual([0, 0, 0, 0])
    }
    await app.end()
  })
})
