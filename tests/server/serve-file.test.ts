import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanFileName } from '#lib/domain/file-name.ts'
import { serveFile } from '#lib/server/file/serve-file.ts'
import { pdf } from '#tests/server/corpus.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const inPieces = (bytes: Buffer) => Readable.from(Array.from({ length: Math.ceil(bytes.length / 65_536) }, (_, index) => bytes.subarray(index * 65_536, (index + 1) * 65_536)))
const fileOf = (bytes: Uint8Array, name = 'plan.pdf') => ({ name, mediaType: 'application/pdf', size: bytes.length, sha256: sha256(bytes) })
const disposition = (name: string) => serveFile(fileOf(Buffer.alloc(0), name), Readable.from([])).headers.get('content-disposition') ?? ''

describe('serveFile', () => {
  it('gives the bytes under headers that let no browser open them', async () => {
    const bytes = pdf(300_000)
    const response = serveFile(fileOf(bytes), inPieces(bytes))
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toEqual({
      'cache-control': 'private, no-store',
      'content-disposition': "attachment; filename=\"plan.pdf\"; filename*=UTF-8''plan.pdf",
      'content-length': '300000',
      'content-security-policy': "sandbox; default-src 'none'",
      'content-type': 'application/pdf',
      'cross-origin-resource-policy': 'same-origin',
      'repr-digest': `sha-256=:${createHash('sha256').update(bytes).digest('base64')}:`,
      'x-content-type-options': 'nosniff',
      'x-portal-length': '300000',
    })
    expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true)
  })

  it.each([
    ['Étude d’impact.pdf', "attachment; filename=\"_tude d_impact.pdf\"; filename*=UTF-8''%C3%89tude%20d%E2%80%99impact.pdf"],
    ['a";b=\\"c%41\'(*)!.pdf', "attachment; filename=\"a_;b=__c_41'(*)!.pdf\"; filename*=UTF-8''a%22%3Bb%3D%5C%22c%2541%27%28%2A%29%21.pdf"],
    ['👩‍⚕️ دراسة.pdf', "attachment; filename=\"_____ _____.pdf\"; filename*=UTF-8''%F0%9F%91%A9%E2%80%8D%E2%9A%95%EF%B8%8F%20%D8%AF%D8%B1%D8%A7%D8%B3%D8%A9.pdf"],
  ])('names %j for every reader', (name, header) => {
    expect(disposition(name)).toBe(header)
  })

  it('names any kept name so that it comes back whole, in plain signs', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (typed) => {
      const name = cleanFileName(`${typed}.pdf`) ?? 'plan.pdf'
      const header = disposition(name)
      expect(header).toMatch(/^attachment; filename="[^"\\%]*"; filename\*=UTF-8''[A-Za-z0-9%_.~-]+$/)
      expect(header).toMatch(/^[\x20-\x7e]+$/)
      expect(decodeURIComponent(header.split("UTF-8''")[1] ?? '')).toBe(name)
    }), { numRuns: 500 })
  })

  it('breaks off before the end when the stored bytes are not those received', async () => {
    const bytes = pdf(300_000)
    const damaged = Buffer.from(bytes)
    damaged[1_000] = 0
    const { body } = serveFile(fileOf(bytes), inPieces(damaged))
    let given = 0
    await expect(async () => {
      for await (const piece of body ?? []) given += piece.byteLength
    }).rejects.toThrow('stored bytes differ')
    expect(given).toBeLessThan(bytes.length)
  })

  it('closes the file when the reader leaves', async () => {
    const stream = inPieces(pdf(300_000))
    const reader = serveFile(fileOf(pdf(300_000)), stream).body?.getReader()
    await reader?.read()
    await reader?.cancel()
    expect(stream.destroyed).toBe(true)
  })
})
