import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fileKinds, fileLimits, kindOfName } from '#lib/domain/file.ts'
import { receiveFile, type SentFile } from '#lib/server/file/receive-file.ts'
import { openStorage, type FileStorage, type StorageSettings } from '#lib/server/file/storage.ts'
import { badFiles, goodFiles, jpeg, jpegWithPlace, pdf, png, pngHeader, svg } from '#tests/server/corpus.ts'
import { bodyOf, cutBody, endlessBody } from '#tests/server/streams.ts'

const MB = 1024 * 1024
const folder = mkdtempSync(join(tmpdir(), 'portal-files-'))
const settings: StorageSettings = { PORTAL_DATA_DIR: folder, S3_FORCE_PATH_STYLE: 'off' }
let store: FileStorage
beforeAll(async () => void (store = await openStorage(settings)))
afterAll(() => rmSync(folder, { recursive: true }))

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const send = (name: string, bytes: Uint8Array, more: Partial<SentFile> = {}) => receiveFile({ name, body: bodyOf(bytes), ...more }, store)
/** Everything on disk that is no folder. */
const left = () => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => name)
const refusal = (fault: string) => expect.objectContaining({ kind: 'refusal', code: 'invalid', faults: [{ path: 'file', code: fault }] })
const stored = async (key: string) => buffer(await store.open(key))

const good = await goodFiles()
const bad = await badFiles()

describe('a file that is what it says', () => {
  it.each(good)('%s is kept', async (name, bytes) => {
    const { key, file } = await send(name, bytes, { size: bytes.length, sha256: sha256(bytes).toUpperCase() })
    const kept = await stored(key)
    expect(file).toEqual({
      name, mediaType: fileKinds[kindOfName(name) ?? 'pdf'].mediaType, size: kept.length, sha256: sha256(kept), receivedSha256: sha256(bytes), strippedMetadata: false,
    })
    expect(key).toMatch(/^[0-9a-f]{2}\/[0-9a-f-]{36}$/)
    expect(left()).toEqual([key.slice(3)])
    await store.delete(key)
    expect(left()).toEqual([])
  })

  it('of 12 MB comes back byte for byte', async () => {
    const bytes = pdf(12 * MB)
    const { key, file } = await send('plan.pdf', bytes)
    expect([file.size, file.sha256, file.receivedSha256]).toEqual([bytes.length, sha256(bytes), sha256(bytes)])
    expect((await stored(key)).equals(bytes)).toBe(true)
    await store.delete(key)
  })

  it('may have 20 MB, and not one byte more', async () => {
    const { key, file } = await send('plan.pdf', pdf(fileLimits.bytes))
    expect(file.size).toBe(20 * MB)
    await store.delete(key)
    await expect(send('plan.pdf', pdf(fileLimits.bytes + 1))).rejects.toEqual(refusal('file-too-large'))
    expect(left()).toEqual([])
  })
})

describe('a file that lies', () => {
  it.each(bad)('%s (%s) is refused', async (_what, name, bytes, fault) => {
    await expect(send(name, bytes)).rejects.toEqual(refusal(fault))
    expect(left()).toEqual([])
  })

  it('says so in the status an HTTP client reads', async () => {
    await expect(send('a.pdf', pdf(), { size: 21 * MB })).rejects.toMatchObject({ reason: 'too-large' })
    await expect(send('a.png', pngHeader(30_000, 30_000))).rejects.toMatchObject({ reason: 'too-large' })
    await expect(send('a.svg', Buffer.from(svg))).rejects.toMatchObject({ reason: 'content-type' })
    await expect(send('a.pdf', Buffer.from(svg))).rejects.toMatchObject({ reason: 'content-type' })
  })

  it('costs no memory to find out', async () => {
    const before = process.memoryUsage.rss()
    let most = 0
    for (const [, name, bytes] of bad) {
      await expect(send(name, bytes)).rejects.toMatchObject({ kind: 'refusal' })
      most = Math.max(most, process.memoryUsage.rss() - before)
    }
    expect(most).toBeLessThan(100 * MB)
  })
})

describe('a sending that goes wrong', () => {
  it('is stopped the moment there is no room, with flat memory', async () => {
    const before = process.memoryUsage.rss()
    const { body, taken, stopped } = endlessBody(pdf())
    await expect(receiveFile({ name: 'plan.pdf', body }, store)).rejects.toEqual(refusal('file-too-large'))
    expect([stopped(), taken() - fileLimits.bytes <= 3 * 65_536, left()]).toEqual([true, true, []])
    expect(process.memoryUsage.rss() - before).toBeLessThan(100 * MB)
  })

  it('is stopped earlier where the application has less room left', async () => {
    const { body, taken } = endlessBody(pdf())
    await expect(receiveFile({ name: 'plan.pdf', body, held: { count: 5, bytes: 99 * MB } }, store)).rejects.toEqual(refusal('files-too-large'))
    expect(taken()).toBeLessThan(1.3 * MB)
    expect(left()).toEqual([])
  })

  it.each([
    ['its announced size', { size: 21 * MB }, 'file-too-large'],
    ['an announced size of nothing', { size: 0 }, 'file-empty'],
    ['the room left', { size: 2 * MB, held: { count: 5, bytes: 99 * MB } }, 'files-too-large'],
    ['the number of files', { held: { count: 30, bytes: 0 } }, 'too-many-files'],
  ])('is stopped before its first byte by %s', async (_what, more, fault) => {
    const { body, taken, stopped } = endlessBody(pdf())
    await expect(receiveFile({ name: 'plan.pdf', body, ...more }, store)).rejects.toEqual(refusal(fault))
    // A stream fills its queue of one by itself.
    expect([stopped(), taken() <= pdf().length]).toEqual([true, true])
  })

  it.each([1, 65_536, 1_000_000])('leaves nothing when it breaks off after %i bytes', async (bytes) => {
    await expect(receiveFile({ name: 'plan.pdf', body: cutBody(pdf(bytes).subarray(0, bytes)) }, store)).rejects.toEqual(refusal('file-cut'))
    expect(left()).toEqual([])
  })

  it('leaves nothing when it ends early without a word', async () => {
    await expect(send('plan.pdf', pdf(100_000), { size: 200_000 })).rejects.toEqual(refusal('file-cut'))
    expect(left()).toEqual([])
  })

  it('leaves nothing when the bytes are not those announced', async () => {
    await expect(send('plan.pdf', pdf(100_000), { sha256: sha256(pdf(100_001)) })).rejects.toEqual(refusal('file-digest'))
    expect(left()).toEqual([])
  })

  it('left behind by a killed process is cleared a day later, what is under way is not', async () => {
    const [old, fresh] = ['old', 'fresh'].map((name) => join(store.incoming, name)) as [string, string]
    for (const path of [old, fresh]) writeFileSync(path, 'half')
    utimesSync(old, new Date(), new Date(Date.now() - 25 * 3_600_000))
    await openStorage(settings)
    expect(left()).toEqual(['fresh'])
    rmSync(fresh)
  })
})

describe('a picture', () => {
  it('loses place, time, device and author, and stands upright', async () => {
    const bytes = await jpegWithPlace()
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 40, height: 20, orientation: 6, exif: expect.any(Buffer), xmp: expect.any(Buffer) })
    expect(bytes.includes('Camille Durand')).toBe(true)
    const { key, file } = await send('photo.jpg', bytes)
    const kept = await stored(key)
    const facts = await sharp(kept).metadata()
    expect([facts.width, facts.height, facts.orientation, facts.exif, facts.xmp, facts.iptc]).toEqual([20, 40, undefined, undefined, undefined, undefined])
    for (const trace of ['Camille Durand', 'Exif', 'GPS', 'Paris', 'xmpmeta']) expect(kept.includes(trace)).toBe(false)
    expect([file.strippedMetadata, file.receivedSha256 === sha256(bytes), file.sha256 === sha256(kept), file.size]).toEqual([true, true, true, kept.length])
    await store.delete(key)
  })

  it('that grew when it was made anew must still fit', async () => {
    const bytes = await sharp(await jpeg(400, 300)).jpeg({ quality: 20 }).toBuffer()
    const held = { count: 1, bytes: fileLimits.bytesInAll - bytes.length }
    await expect(send('photo.jpg', bytes, { held })).rejects.toEqual(refusal('files-too-large'))
    expect(left()).toEqual([])
  })

  it('loses what hides behind it', async () => {
    for (const [name, bytes] of [['photo.jpg', await jpeg()], ['capture.png', await png()]] as const) {
      const { key } = await send(name, Buffer.concat([bytes, Buffer.from('<script>alert(1)</script>PK\u0003\u0004')]))
      expect((await stored(key)).includes('<script>')).toBe(false)
      await store.delete(key)
    }
  })

  it('keeps its colours: profile, transparency, depth and greys, PNG to the pixel', async () => {
    const wide = await sharp(await png()).withIccProfile('p3').png().toBuffer()
    const deep = await sharp({ create: { width: 8, height: 8, channels: 4, background: { r: 9, g: 99, b: 199, alpha: 0.5 } } }).toColourspace('rgb16').png().toBuffer()
    const grey = await sharp(await jpeg()).toColourspace('b-w').png().toBuffer()
    for (const bytes of [wide, deep, grey]) {
      const { key } = await send('capture.png', bytes)
      const [from, to] = await Promise.all([sharp(bytes).metadata(), sharp(await stored(key)).metadata()])
      expect([to.space, to.depth, to.channels, to.hasAlpha, to.icc?.toString('hex')]).toEqual([from.space, from.depth, from.channels, from.hasAlpha, from.icc?.toString('hex')])
      expect((await sharp(await stored(key)).raw().toBuffer()).equals(await sharp(bytes).raw().toBuffer())).toBe(true)
      await store.delete(key)
    }
  })

  it('of a telephone, four at once, takes the memory of one', async () => {
    const bytes = await sharp({ create: { width: 4_000, height: 3_000, channels: 3, background: '#345' } }).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    const before = process.memoryUsage.rss()
    let most = 0
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss() - before)), 5)
    const kept = await Promise.all([1, 2, 3, 4].map(() => send('photo.jpg', bytes)))
    clearInterval(watch)
    expect(most).toBeLessThan(100 * MB)
    for (const { key } of kept) await store.delete(key)
  })

  it('made for print is turned to screen colours', async () => {
    const { key } = await send('photo.jpg', await sharp(await jpeg()).toColourspace('cmyk').jpeg().toBuffer())
    expect(await sharp(await stored(key)).metadata()).toMatchObject({ space: 'srgb', channels: 3 })
    await store.delete(key)
  })
})
