import { mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { submitApplication } from '#lib/server/application/submit-application.ts'
import { openFile } from '#lib/server/file/open-file.ts'
import { removeFile } from '#lib/server/file/remove-file.ts'
import { scanFile } from '#lib/server/file/scan-file.ts'
import { sendFile } from '#lib/server/file/send-file.ts'
import { type FileStorage, openStorage } from '#lib/server/file/storage.ts'
import { forgetFiles } from '#lib/worker/forget-files.ts'
import { scanFiles } from '#lib/worker/scan-files.ts'
import { sweepFiles } from '#lib/worker/sweep-files.ts'
import { makeWorld, type World } from '#tests/access/world.ts'
import { admin, asRole } from '#tests/db/database.ts'
import { newCall, newDraft, newFile } from '#tests/db/filing.ts'
import { clamdDouble } from '#tests/server/clamd-double.ts'
import { eicar, pdf } from '#tests/server/corpus.ts'
import { bodyOf } from '#tests/server/streams.ts'

/** What is done to files when nobody looks: judged for viruses, forgotten, swept. */
const folder = mkdtempSync(join(tmpdir(), 'portal-file-jobs-'))
let store: FileStorage
let world: World
let draft: { id: string; version: number; fileId: string }
beforeAll(async () => {
  world = await makeWorld(admin)
  store = await openStorage({ PORTAL_DATA_DIR: folder, S3_FORCE_PATH_STYLE: 'off' })
})
afterAll(() => rmSync(folder, { recursive: true }))
beforeEach(async () => {
  draft = await newDraft(world, await newCall())
})

const as = (who: 'founder') => ({ personId: world.people[who].id })
const key = () => crypto.randomUUID()
const send = ({ name = 'plan.pdf', bytes = pdf() }: { name?: string; bytes?: Uint8Array } = {}) => sendFile(as('founder'), { draftId: draft.id, questionId: null, key: key(), name, body: bodyOf(bytes) }, store)
const submit = (version: number) => submitApplication(as('founder'), { draftId: draft.id, version, key: key() })
const storedBytes = () => readdirSync(join(folder, 'files'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length

describe('the virus scanner', () => {
  const scanOf = async (id: string) => (await admin<{ scan: string }[]>`select scan from file where id = ${id}`)[0]?.scan
  const mails = async () => [...(await admin<{ recipient: string; subject: string; text: string }[]>`select recipient, subject, text from mail where kind = 'infected' and person_id = ${world.people.founder.id}`)]

  it('judges what waits, tells the authors of an infected file once and without its name, and asks again later', async () => {
    await admin`update file set scan = 'none' where scan = 'pending'`
    const scanner = await clamdDouble()
    const [clean, bad] = [await send({ name: 'sain.pdf' }), await send({ name: 'malade.pdf', bytes: pdf(0, `%${eicar}\n`) })]
    await admin`update file set scan = 'pending' where id in (${clean.id}, ${bad.id})`
    expect(await scanFiles(store, (stream) => scanFile(stream, 'tcp://127.0.0.1:1'))).toBe(0)
    expect([await scanOf(clean.id), await scanOf(bad.id)]).toEqual(['pending', 'pending'])
    const looked = (stream: Parameters<typeof scanFile>[0]) => scanFile(stream, scanner.url)
    expect(await scanFiles(store, looked)).toBe(2)
    expect([await scanOf(clean.id), await scanOf(bad.id)]).toEqual(['safe', 'infected'])
    expect(await scanFiles(store, looked)).toBe(0)
    scanner.close()
    const [mail, ...more] = await mails()
    expect(more).toEqual([])
    expect(mail?.text).toContain(`/applications/${draft.id}`)
    expect(`${mail?.subject}${mail?.text}`).not.toContain('malade')
  })

  it('is believed once when two workers asked it at once', async () => {
    await admin`update file set scan = 'none' where scan = 'pending'`
    const { id } = await send()
    await admin`update file set scan = 'pending' where id = ${id}`
    const before = (await mails()).length
    const asked = Promise.withResolvers<undefined>()
    let askers = 0
    const scan = async () => {
      if ((askers += 1) === 2) asked.resolve(undefined)
      await asked.promise
      return 'infected' as const
    }
    expect((await Promise.all([scanFiles(store, scan), scanFiles(store, scan)])).sort()).toEqual([0, 1])
    expect(await mails()).toHaveLength(before + 1)
  })

  it('passes over a file whose bytes are not there, and over none after it', async () => {
    const [lost, clean] = [await newFile(draft.id, null, 'pending'), await send()]
    await admin`update file set scan = 'pending' where id = ${clean.id}`
    const said = vi.spyOn(console, 'error').mockImplementation(() => {})
    expect(await scanFiles(store, () => Promise.resolve('safe' as const))).toBe(1)
    expect(said).toHaveBeenCalledWith('file not looked at:', lost, expect.any(String))
    said.mockRestore()
    expect([await scanOf(lost), await scanOf(clean.id)]).toEqual(['pending', 'safe'])
  })
})

describe('the nightly sweep', () => {
  it('removes old bytes of nobody, keeps all else, and says which rows have lost theirs', async () => {
    await admin`delete from application_file`
    await admin`update measurement set file_id = null where file_id is not null`
    await admin`delete from file`
    const kept = await send()
    const stray = async () => store.put(join(import.meta.dirname, 'file.test.ts'), { mediaType: 'x', size: 1, sha256: 'aa' })
    const [old, young] = [await stray(), await stray()]
    const before = new Date(Date.now() - 2 * 86_400_000)
    const keyOf = async (id: string) => (await admin<{ key: string }[]>`select storage_key as key from file where id = ${id}`)[0]?.key ?? ''
    for (const each of [old, await keyOf(kept.id)]) utimesSync(join(folder, 'files', each), before, before)
    const lost = await newFile(draft.id, null)
    await newFile(draft.id, null)
    await admin`update file set uploaded_at = ${before} where id in (${lost}, ${kept.id})`
    const said = vi.spyOn(console, 'error').mockImplementation(() => {})
    expect(await sweepFiles(store)).toEqual({ removed: expect.any(Number), missing: [lost] })
    expect(said).toHaveBeenCalledWith('files without bytes:', lost)
    said.mockRestore()
    const names = readdirSync(join(folder, 'files'), { recursive: true }).map(String)
    expect([old, young, await keyOf(kept.id)].map((each) => names.includes(each))).toEqual([false, true, true])
  })
})

describe('forgetting files', () => {
  it('takes what was removed long ago and never deposited, row and bytes; all that a deposit names, first or last, stays', async () => {
    await admin`update file set removed_at = null`
    const first = await send({ name: 'premier.pdf' })
    await submit(first.draftVersion as number)
    const { draftVersion } = await removeFile(as('founder'), { fileId: first.id })
    await submit(draftVersion as number)
    const [old, young, kept] = [await send({ name: 'vieux.pdf' }), await send({ name: 'jeune.pdf' }), await send({ name: 'gardé.pdf' })]
    for (const { id } of [old, young]) await removeFile(as('founder'), { fileId: id })
    await removeFile(as('founder'), { fileId: draft.fileId })
    await admin`update file set removed_at = now() - interval '31 days' where id in (${first.id}, ${draft.fileId}, ${old.id})`
    await admin`update file set removed_at = now() - interval '29 days' where id = ${young.id}`
    const before = storedBytes()
    expect(await forgetFiles(store)).toBe(1)
    expect(await forgetFiles(store)).toBe(0)
    expect(storedBytes()).toBe(before - 1)
    const left = (await admin<{ id: string }[]>`select id from file where draft_id = ${draft.id}`).map(({ id }) => id)
    expect(left.sort()).toEqual([draft.fileId, first.id, young.id, kept.id].sort())
    expect(await openFile(as('founder'), { fileId: draft.fileId })).toMatchObject({ name: 'budget.pdf' })
  })

  it('is for the nightly job alone, and the job deletes no file in another way', async () => {
    const denied = { code: '42501' }
    await expect(asRole('portal_app')`select portal.forget_removed_files(now())`).rejects.toMatchObject(denied)
    await expect(asRole('portal_worker')`delete from file where id = ${draft.fileId}`).rejects.toMatchObject(denied)
  })
})
