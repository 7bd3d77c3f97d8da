import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import type { TransactionSql } from 'postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openApplication } from '#lib/server/application/open-application.ts'
import { showApplication } from '#lib/server/application/show-application.ts'
import { showReceipt } from '#lib/server/application/show-receipt.ts'
import { submitApplication } from '#lib/server/application/submit-application.ts'
import { withdrawApplication } from '#lib/server/application/withdraw-application.ts'
import { saveDraft } from '#lib/server/draft/save-draft.ts'
import { showDraft } from '#lib/server/draft/show-draft.ts'
import { addFile } from '#lib/server/file/add-file.ts'
import { openFile } from '#lib/server/file/open-file.ts'
import { removeFile } from '#lib/server/file/remove-file.ts'
import { sendFile, type SentToDraft } from '#lib/server/file/send-file.ts'
import { type FileStorage, openStorage } from '#lib/server/file/storage.ts'
import { makeWorld, type World } from '#tests/access/world.ts'
import { admin, asRole } from '#tests/db/database.ts'
import { arrivedAt, moveClosing, newCall, newDraft, newFile, type TestCall } from '#tests/db/filing.ts'
import { jpegWithPlace, pdf } from '#tests/server/corpus.ts'
import { bodyOf, cutBody } from '#tests/server/streams.ts'

const folder = mkdtempSync(join(tmpdir(), 'portal-files-'))
let store: FileStorage
let world: World
let call: TestCall
let draft: { id: string; version: number; fileId: string }
beforeAll(async () => {
  world = await makeWorld(admin)
  store = await openStorage({ PORTAL_DATA_DIR: folder, S3_FORCE_PATH_STYLE: 'off' })
})
afterAll(() => rmSync(folder, { recursive: true }))
beforeEach(async () => {
  call = await newCall()
  draft = await newDraft(world, call)
})

type Who = 'founder' | 'rival' | 'manager'
const as = (who: Who, arrived?: number) => ({ personId: world.people[who].id, ...(arrived !== undefined && { arrived }) })
const closed = { kind: 'refusal', code: 'closed' }
const notFound = { kind: 'refusal', code: 'not-found' }
const key = () => crypto.randomUUID()
const send = ({ who = 'founder', arrived, bytes = pdf(), ...more }: Partial<SentToDraft> & { who?: Who; arrived?: number; bytes?: Uint8Array } = {}) =>
  sendFile(as(who, arrived), { draftId: draft.id, questionId: null, key: key(), name: 'plan.pdf', body: bodyOf(bytes), ...more }, store)
const submit = (version = draft.version) => submitApplication(as('founder'), { draftId: draft.id, version, key: key() })
const storedBytes = () => readdirSync(join(folder, 'files'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length + readdirSync(join(folder, 'incoming')).length
const rows = async () => (await admin<{ n: number }[]>`select count(*)::int as n from file where draft_id = ${draft.id}`)[0]?.n
const aFile = { name: 'a.pdf', mediaType: 'application/pdf', size: 1, sha256: 'a'.repeat(64), receivedSha256: 'a'.repeat(64), strippedMetadata: false }
/** What a refusal must leave as it found it. */
const state = async () => ({ rows: await rows(), bytes: storedBytes() })

describe('sending a file', () => {
  it('keeps it for the draft under the name given, and says what it kept', async () => {
    const bytes = pdf(70_000)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const kept = await send({ bytes, name: 'Étude.pdf', size: bytes.length, sha256 })
    expect(kept).toEqual({ id: expect.any(String), questionId: null, name: 'Étude.pdf', mediaType: 'application/pdf', size: 70_000, sha256, receivedSha256: sha256, strippedMetadata: false, scan: 'none', uploadedAt: expect.any(Date), draftVersion: draft.version + 1 })
    const { storageKey, ...opened } = await openFile(as('founder'), { fileId: kept.id })
    expect(opened).toEqual({ name: 'Étude.pdf', mediaType: 'application/pdf', size: 70_000, sha256 })
    expect((await buffer(await store.open(storageKey))).equals(bytes)).toBe(true)
    expect((await showDraft(as('founder'), { draftId: draft.id })).files.map(({ id }) => id)).toEqual([draft.fileId, kept.id])
  })

  it('tells apart what came and what is kept of a picture', async () => {
    const bytes = await jpegWithPlace()
    const kept = await send({ bytes, name: 'photo.jpg', questionId: call.fileQuestion })
    expect(kept).toMatchObject({ questionId: call.fileQuestion, strippedMetadata: true, receivedSha256: createHash('sha256').update(bytes).digest('hex') })
    expect(kept.sha256).not.toBe(kept.receivedSha256)
  })

  it('twice under one key is once, in turn and at once, and its second bytes go', async () => {
    const [once, before] = [key(), storedBytes()]
    const answers = [...(await Promise.all([send({ key: once }), send({ key: once }), send({ key: once })])), await send({ key: once })]
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1)
    expect(answers.map(({ draftVersion }) => draftVersion)).toEqual(Array.from({ length: 4 }, () => draft.version + 1))
    const [last] = answers
    expect(await rows()).toBe(2)
    await expect(send({ key: once, questionId: call.fileQuestion })).rejects.toMatchObject({ code: 'conflict', reason: 'key-reused' })
    await moveClosing(call, -60)
    expect((await send({ key: once })).id).toBe(last?.id)
    expect(storedBytes()).toBe(before + 1)
  })

  it.each([
    ['cut off', { body: cutBody(pdf().subarray(0, 100)) }, { code: 'invalid', faults: [{ path: 'file', code: 'file-cut' }] }],
    ['shorter than announced', { size: 1_000_000 }, { faults: [{ path: 'file', code: 'file-cut' }] }],
    ['not what its digest says', { sha256: 'a'.repeat(64) }, { faults: [{ path: 'file', code: 'file-digest' }] }],
    ['a page under a document’s name', { body: bodyOf(Buffer.from('<!doctype html><script>alert(1)</script>')) }, { reason: 'content-type', faults: [{ path: 'file', code: 'file-content' }] }],
    ['too large by its own word', { size: 20 * 1024 * 1024 + 1 }, { reason: 'too-large', faults: [{ path: 'file', code: 'file-too-large' }] }],
    ['for a question that takes words', { questionId: 'text' }, { faults: [{ path: 'questionId', code: 'unknown-question' }] }],
    ['for a question of nobody', { questionId: crypto.randomUUID() }, { faults: [{ path: 'questionId', code: 'unknown-question' }] }],
  ])('leaves neither row nor bytes when it is %s', async (_what, sent: Partial<SentToDraft>, refusal) => {
    const before = await state()
    await expect(send({ ...sent, ...(sent.questionId === 'text' && { questionId: call.textQuestion }) })).rejects.toMatchObject(refusal)
    expect(await state()).toEqual(before)
  })

  it('does not exist for a rival nor for managers, whose body is let go of unread', async () => {
    const before = await state()
    for (const who of ['rival', 'manager'] as const) {
      let cancelled = false
      const body = new ReadableStream<Uint8Array>({ cancel: () => void (cancelled = true) })
      await expect(send({ who, body })).rejects.toMatchObject(notFound)
      expect(cancelled).toBe(true)
    }
    await expect(send({ draftId: crypto.randomUUID() })).rejects.toMatchObject(notFound)
    expect(await state()).toEqual(before)
  })

  it('is not for readers of the organisation, who may open what is there', async () => {
    const [reader] = await admin<{ id: string }[]>`insert into person (email) values (${`${key()}@world.example`}) returning id`
    await admin`insert into membership ${admin({ organisation_id: world.organisations['start-up'], person_id: reader?.id ?? '', role: 'reader' })}`
    const kept = await send()
    const caller = { personId: reader?.id ?? '' }
    expect(await openFile(caller, { fileId: kept.id })).toMatchObject({ name: 'plan.pdf' })
    await expect(removeFile(caller, { fileId: kept.id })).rejects.toMatchObject(notFound)
    await expect(sendFile(caller, { draftId: draft.id, questionId: null, key: key(), name: 'plan.pdf', body: bodyOf(pdf()) }, store)).rejects.toMatchObject(notFound)
  })
})

describe('a deposit confirmed on other files', () => {
  const save = (version: number) => saveDraft(as('founder'), { draftId: draft.id, version, key: key(), fields: { team: `Équipe ${version}` } })

  it('is refused, and told which came and which went; confirmed anew, it is made', async () => {
    const { draftVersion: one } = await send({ name: 'nouveau.pdf', questionId: call.fileQuestion })
    const { draftVersion: two } = await removeFile(as('founder'), { fileId: draft.fileId })
    const passing = await send({ name: 'erreur.pdf' })
    const { draftVersion: last } = await removeFile(as('founder'), { fileId: passing.id })
    expect([one, two, last]).toEqual([1, 2, 4].map((more) => draft.version + more))
    const changed = { fields: [], added: ['nouveau.pdf'], removed: ['budget.pdf'] }
    await expect(submit()).rejects.toMatchObject({ code: 'conflict', reason: 'draft-changed', current: { version: last, changed } })
    expect((await showApplication(as('founder'), { draftId: draft.id, since: draft.version })).changedSince).toEqual(changed)
    expect((await submit(last as number)).files.map(({ name }) => name)).toEqual(['nouveau.pdf'])
  })

  it('tells what was written too, each field once', async () => {
    await save(draft.version)
    const { draftVersion } = await send({ name: 'nouveau.pdf' })
    await save(draftVersion as number)
    await expect(submit()).rejects.toMatchObject({ current: { version: draft.version + 3, changed: { fields: ['team'], added: ['nouveau.pdf'], removed: [] } } })
  })

  it('is not of a file two people took out at once: that is one change', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => removeFile(as('founder'), { fileId: draft.fileId }).catch(() => null)))
    expect(new Set(answers.flatMap((each) => each?.draftVersion ?? []))).toEqual(new Set([draft.version + 1]))
    expect((await showDraft(as('founder'), { draftId: draft.id })).version).toBe(draft.version + 1)
  })

  it('meets a save on the version before with the field it stands at, whose text nobody changed', async () => {
    await send()
    await expect(save(draft.version)).rejects.toMatchObject({ code: 'conflict', current: { version: draft.version + 1, fields: { evidence: 'Une étude' } } })
  })
})

describe('what an application holds in all', () => {
  const mega = 1024 * 1024

  it('is 100 MB at most, whatever comes at once', async () => {
    await admin`update file set size = ${20 * mega} where id = ${draft.fileId}`
    for (let more = 0; more < 3; more += 1) await admin`update file set size = ${20 * mega} where id = ${await newFile(draft.id, null)}`
    await admin`update file set size = ${10 * mega} where id = ${await newFile(draft.id, null)}`
    const before = storedBytes()
    const three = await Promise.allSettled([1, 2, 3].map(() => send({ bytes: pdf(4 * mega) })))
    expect(three.map(({ status }) => status).sort()).toEqual(['fulfilled', 'fulfilled', 'rejected'])
    expect(three.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'invalid', faults: [{ path: 'file', code: 'files-too-large' }] } })
    expect(storedBytes()).toBe(before + 2)
  })

  it('is thirty files at most, whatever comes at once; one taken out makes room', async () => {
    for (let count = 1; count < 29; count += 1) await newFile(draft.id, null)
    const two = await Promise.allSettled([send(), send()])
    expect(two.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(two.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { faults: [{ path: 'file', code: 'too-many-files' }] } })
    await removeFile(as('founder'), { fileId: draft.fileId })
    await send()
  })

  it('is counted anew by whoever waited for another to enter theirs', async () => {
    for (let count = 1; count < 29; count += 1) await newFile(draft.id, null)
    const waiting = async () => (await admin<{ n: number }[]>`select count(*)::int as n from pg_stat_activity where wait_event_type = 'Lock' and usename = 'portal_app' and datname = current_database()`)[0]?.n
    const enter = () => addFile(as('founder'), { draftId: draft.id, questionId: null, key: key(), storageKey: key(), file: aFile })
    const two = await admin.begin(async (tx) => {
      await tx`select 1 from application_draft where id = ${draft.id} for update`
      const both = Promise.allSettled([enter(), enter()])
      await expect.poll(waiting, { timeout: 5_000 }).toBe(2)
      return { both }
    })
    expect((await two.both).map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('the deadline', () => {
  const [second, edge] = [1_000, 40]
  const asFounder = async (work: (tx: TransactionSql) => Promise<unknown>) => {
    const app = asRole('portal_app')
    await app.begin(async (tx) => {
      await tx`select portal.begin(${world.people.founder.id}::uuid)`
      await work(tx)
    }).finally(() => app.end())
  }
  const pastVerbs = (more: { question_id: string | null }) => asFounder((tx) => tx`insert into file ${tx({
    draft_id: draft.id, name: 'a.pdf', media_type: 'application/pdf', size: 1, sha256: 'x', received_sha256: 'x', storage_key: key(), uploaded_by: world.people.founder.id, ...more,
  })}`)

  it('falls to the second by when the sending began, however long it takes', async () => {
    const closesAt = await moveClosing(call, -60)
    const at = (milliseconds: number) => arrivedAt(new Date(closesAt.getTime() + milliseconds))
    const before = await state()
    await expect(send({ arrived: await at(second + edge) })).rejects.toMatchObject(closed)
    await expect(removeFile(as('founder', await at(second + edge)), { fileId: draft.fileId })).rejects.toMatchObject(closed)
    expect(await state()).toEqual(before)
    const kept = await send({ arrived: await at(second - edge) })
    expect(Math.floor(kept.uploadedAt.getTime() / second)).toBe(closesAt.getTime() / second)
    await removeFile(as('founder', await at(second - edge)), { fileId: kept.id })
  })

  it('moved up while a file is on its way, lets neither row nor bytes in', async () => {
    const before = await state()
    const bytes = pdf(300_000)
    let moved = false
    const source = bodyOf(bytes).getReader()
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        if (!moved) await moveClosing(call, -60)
        moved = true
        const { value } = await source.read()
        if (value) controller.enqueue(value)
        else controller.close()
      },
    }, { highWaterMark: 0 })
    await expect(send({ body })).rejects.toMatchObject(closed)
    expect(await state()).toEqual(before)
  })

  it('leaves open what a correction reopened: the files of the evidence, or of one question', async () => {
    await submit()
    await moveClosing(call, -60)
    await admin`insert into correction ${admin({ application_id: draft.id, fields: ['evidence'], request: 'x', until: new Date(Date.now() + 86_400_000) })}`
    const kept = await send()
    await expect(send({ questionId: call.fileQuestion })).rejects.toMatchObject(closed)
    await expect(removeFile(as('founder'), { fileId: draft.fileId })).rejects.toMatchObject(closed)
    await removeFile(as('founder'), { fileId: kept.id })
    await expect(pastVerbs({ question_id: call.fileQuestion })).rejects.toMatchObject({ constraint_name: 'file_closed' })
    await pastVerbs({ question_id: null })
  })

  it('holds in the database, whoever would write past the verbs', async () => {
    await moveClosing(call, -60)
    await expect(pastVerbs({ question_id: null })).rejects.toMatchObject({ constraint_name: 'file_closed' })
    await expect(asFounder((tx) => tx`update file set removed_at = now() where id = ${draft.fileId}`)).rejects.toMatchObject({ constraint_name: 'file_closed' })
  })
})

describe('opening a file', () => {
  const opens = (who: Who, fileId = draft.fileId) => openFile(as(who), { fileId })

  it('is for its authors; for managers once deposited, until taken back, which its authors see', async () => {
    await expect(opens('manager')).rejects.toMatchObject(notFound)
    await submit()
    const loose = await send()
    expect(await opens('manager')).toMatchObject({ name: 'budget.pdf' })
    expect(await opens('manager')).toMatchObject({ name: 'budget.pdf' })
    await expect(opens('manager', loose.id)).rejects.toMatchObject(notFound)
    for (const fileId of [draft.fileId, loose.id]) await expect(opens('rival', fileId)).rejects.toMatchObject(notFound)
    expect([...(await admin`select person_id, part from consultation where application_id = ${draft.id}`)]).toEqual([{ person_id: world.people.manager.id, part: 'file' }])
    await withdrawApplication(as('founder'), { applicationId: draft.id })
    await expect(opens('manager')).rejects.toMatchObject(notFound)
    expect(await opens('founder')).toMatchObject({ name: 'budget.pdf' })
  })

  it('stays possible for what was deposited when it is taken out of the draft; else it is gone', async () => {
    await submit()
    const loose = await send()
    for (const fileId of [draft.fileId, loose.id]) await removeFile(as('founder'), { fileId })
    expect(await opens('manager')).toMatchObject({ name: 'budget.pdf' })
    expect(await opens('founder')).toMatchObject({ name: 'budget.pdf' })
    await expect(opens('founder', loose.id)).rejects.toMatchObject(notFound)
    await expect(removeFile(as('founder'), { fileId: loose.id })).rejects.toMatchObject(notFound)
  })

  it('waits for the scanner for all but its authors, and is for nobody once infected', async () => {
    await submit()
    await admin`update file set scan = 'pending' where id = ${draft.fileId}`
    expect(await opens('founder')).toMatchObject({ name: 'budget.pdf' })
    await expect(opens('manager')).rejects.toMatchObject({ code: 'conflict', reason: 'file-pending' })
    await admin`update file set scan = 'infected' where id = ${draft.fileId}`
    for (const who of ['founder', 'manager'] as const) await expect(opens(who)).rejects.toMatchObject({ code: 'conflict', reason: 'file-infected' })
    expect([...(await admin`select 1 from consultation where application_id = ${draft.id}`)]).toEqual([])
    await admin`update file set scan = 'safe' where id = ${draft.fileId}`
    expect(await opens('manager')).toMatchObject({ name: 'budget.pdf' })
  })

  it('stands with what the scanner says of it, for its authors and managers, also once taken out of the draft', async () => {
    await submit()
    await admin`update file set scan = 'infected' where id = ${draft.fileId}`
    const said = [{ id: draft.fileId, scan: 'infected' }]
    expect((await showApplication(as('founder'), { draftId: draft.id })).ready.files).toMatchObject(said)
    await removeFile(as('founder'), { fileId: draft.fileId })
    const shown = await showApplication(as('founder'), { draftId: draft.id })
    expect([shown.deposited?.files, shown.ready.files]).toMatchObject([said, []])
    const receipt = await showReceipt(as('founder'), { draftId: draft.id })
    expect(receipt.scanned).toMatchObject(said)
    expect(receipt.content).not.toContain('infected')
    expect((await openApplication(as('manager'), { draftId: draft.id })).files).toMatchObject(said)
  })

  it.each(['nothing', '../../etc/passwd', ''])('names nothing by %j', async (fileId) => {
    await expect(opens('founder', fileId)).rejects.toMatchObject(notFound)
  })
})

it('enters nothing for whoever would hand in bytes of another place', async () => {
  await expect(addFile(as('rival'), { draftId: draft.id, questionId: null, key: key(), storageKey: key(), file: aFile })).rejects.toMatchObject(notFound)
})
