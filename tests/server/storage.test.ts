import { createHash } from 'node:crypto'
import fs from 'node:fs/promises'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { receiveFile } from '#lib/server/file/receive-file.ts'
import { openStorage, type FileStorage } from '#lib/server/file/storage.ts'
import { jpeg, pdf } from '#tests/server/corpus.ts'
import { s3Double, type S3Double } from '#tests/server/s3-double.ts'
import { bodyOf } from '#tests/server/streams.ts'

const folder = mkdtempSync(join(tmpdir(), 'portal-storage-'))
afterAll(() => rmSync(folder, { recursive: true }))
afterEach(() => {
  vi.restoreAllMocks()
  syncBuiltinESMExports()
})

const bytes = pdf(300_000)
const facts = { mediaType: 'application/pdf', size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
const source = join(folder, 'plan')
writeFileSync(source, bytes)
const filesIn = (place: string) => readdirSync(place, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => name)
const busy = expect.objectContaining({ kind: 'refusal', code: 'busy', reason: 'storage', retryAfter: 30 })

/** What the disk was asked to make certain, in order, with paths relative to the data folder. */
function watchDisk(data: string): string[] {
  const said: string[] = []
  const paths = new Map<number, string>()
  const { open, rename } = fs
  vi.spyOn(fs, 'open').mockImplementation(async (path, ...more) => {
    const handle = await open(path, ...more)
    paths.set(handle.fd, relative(data, String(path)) || '.')
    const sync = handle.sync.bind(handle)
    handle.sync = async () => {
      await sync()
      said.push(`flush ${paths.get(handle.fd)}`)
    }
    return handle
  })
  vi.spyOn(fs, 'rename').mockImplementation(async (from, to) => {
    await rename(from, to)
    said.push(`rename ${relative(data, String(from))} ${relative(data, String(to))}`)
  })
  syncBuiltinESMExports()
  return said
}

/** Makes every flush say what a full disk says. */
function fillDisk() {
  const { open } = fs
  vi.spyOn(fs, 'open').mockImplementation(async (path, ...more) => {
    const handle = await open(path, ...more)
    handle.sync = () => Promise.reject(Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' }))
    return handle
  })
  syncBuiltinESMExports()
}

describe('a folder', () => {
  const data = join(folder, 'data')
  let store: FileStorage
  beforeAll(async () => void (store = await openStorage({ PORTAL_DATA_DIR: data, S3_FORCE_PATH_STYLE: 'off' })))

  it('keeps a file under a name that says nothing, for nobody else on the machine', async () => {
    const [key, other] = [await store.put(source, facts), await store.put(source, facts)]
    expect(key).not.toBe(other)
    expect(readFileSync(join(data, 'files', key)).equals(bytes)).toBe(true)
    expect(['files', 'incoming'].map((name) => statSync(join(data, name)).mode & 0o777)).toEqual([0o700, 0o700])
    await store.delete(key)
    await store.delete(other)
    await store.delete(key)
    expect(filesIn(data)).toEqual([])
  })

  it('lists every key there is, and says since when one is', async () => {
    const keys = await Promise.all([1, 2, 3, 4, 5].map(() => store.put(source, facts)))
    expect((await Array.fromAsync(store.list())).flat().sort()).toEqual([...keys].sort())
    expect(Math.abs((await store.writtenAt(keys[0] ?? '')).getTime() - Date.now())).toBeLessThan(60_000)
    await expect(store.writtenAt('ab/abcdef')).rejects.toMatchObject({ code: 'E_CANNOT_GET_METADATA' })
    for (const key of keys) await store.delete(key)
    expect((await Array.fromAsync(store.list())).flat()).toEqual([])
  })

  it('flushes the file, renames it, then flushes every folder on the way, before it answers', async () => {
    const said = watchDisk(data)
    const key = await store.put(source, facts)
    const place = `files/${key}`
    expect(said).toEqual([`flush ${place}.part`, `rename ${place}.part ${place}`, `flush ${place.slice(0, 8)}`, 'flush files', 'flush .'])
    await store.delete(key)
  })

  it('answers nothing and keeps nothing when the disk is full', async () => {
    fillDisk()
    await expect(store.put(source, facts)).rejects.toMatchObject({ cause: { code: 'ENOSPC' } })
    expect(filesIn(data)).toEqual([])
  })

  it('says no before the first byte when the file is not there', async () => {
    await expect(store.open('ab/abcdef')).rejects.toMatchObject({ code: 'E_CANNOT_READ_FILE' })
    await expect(store.open('../../etc/passwd')).rejects.toMatchObject({ code: 'E_PATH_TRAVERSAL_DETECTED' })
  })

  it('that is full is said as busy: what was sent is asked for again, nothing is left', async () => {
    const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    fillDisk()
    await expect(receiveFile({ name: 'plan.pdf', body: bodyOf(bytes) }, store)).rejects.toEqual(busy)
    expect([filesIn(data), quiet.mock.calls.length]).toEqual([[], 1])
  })

  it('that cannot take a picture made anew says so too, instead of blaming the picture', async () => {
    const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const nowhere = { ...store, incoming: join(data, 'gone') }
    await expect(receiveFile({ name: 'photo.jpg', body: bodyOf(await jpeg()) }, nowhere)).rejects.toEqual(busy)
    expect(quiet).toHaveBeenCalledTimes(1)
  })
})

describe('a bucket', () => {
  let s3: S3Double
  let store: FileStorage
  const data = join(folder, 'with-bucket')
  beforeAll(async () => {
    s3 = await s3Double()
    store = await openStorage({ PORTAL_DATA_DIR: data, S3_ENDPOINT: s3.endpoint, S3_REGION: 'fr-par', S3_BUCKET: 'deposits', S3_ACCESS_KEY_ID: 'key', S3_SECRET_ACCESS_KEY: 'secret', S3_FORCE_PATH_STYLE: 'on' })
  })
  afterAll(() => s3.close())

  it('keeps a file with its digest, gives it back and forgets it; nothing stays on the disk', async () => {
    const { key, file } = await receiveFile({ name: 'Étude confidentielle.pdf', body: bodyOf(bytes) }, store)
    expect([...s3.objects.keys()]).toEqual([`/deposits/${key}`])
    expect((await buffer(await store.open(key))).equals(bytes)).toBe(true)
    expect(file).toMatchObject({ size: bytes.length, sha256: facts.sha256 })
    const [first] = s3.asked
    expect([first?.method, first?.headers['content-type'], first?.headers['x-amz-acl'], first?.headers['content-disposition']]).toEqual(['PUT', 'application/pdf', undefined, undefined])
    expect(JSON.stringify(s3.asked)).not.toContain('confidentielle')
    await store.delete(key)
    await store.delete(key)
    expect([s3.objects.size, filesIn(data)]).toEqual([0, []])
  })

  it('that fails once is asked again, from the first byte', async () => {
    s3.fail(1)
    const key = await store.put(source, facts)
    expect(s3.objects.get(`/deposits/${key}`)?.equals(bytes)).toBe(true)
    await store.delete(key)
  })

  it('that fails twice is said as busy, and keeps nothing', async () => {
    const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    s3.fail(2)
    await expect(receiveFile({ name: 'plan.pdf', body: bodyOf(bytes) }, store)).rejects.toEqual(busy)
    expect([s3.objects.size, filesIn(data), quiet.mock.calls.length]).toEqual([0, [], 1])
    expect(s3.asked.at(-1)?.method).toBe('DELETE')
  })

  it('refuses bytes that changed on the way', async () => {
    await expect(store.put(source, { ...facts, sha256: '0'.repeat(64) })).rejects.toMatchObject({ cause: { name: 'BadDigest' } })
    expect(s3.objects.size).toBe(0)
  })

  it('says no when the file is not there', async () => {
    await expect(store.open('ab/abcdef')).rejects.toMatchObject({ code: 'E_CANNOT_READ_FILE' })
  })

  it('lists every key there is, and says since when one is', async () => {
    const keys = await Promise.all([1, 2, 3, 4, 5].map(() => store.put(source, facts)))
    expect((await Array.fromAsync(store.list())).flat().sort()).toEqual([...keys].sort())
    expect(Math.abs((await store.writtenAt(keys[0] ?? '')).getTime() - Date.now())).toBeLessThan(60_000)
    await expect(store.writtenAt('ab/abcdef')).rejects.toMatchObject({ code: 'E_CANNOT_GET_METADATA' })
    for (const key of keys) await store.delete(key)
    expect((await Array.fromAsync(store.list())).flat()).toEqual([])
  })
})
