import { createServer, type AddressInfo, type Socket } from 'node:net'
import { Readable } from 'node:stream'
import { afterEach, describe, expect, it } from 'vitest'
import { scanFile } from '#lib/server/file/scan-file.ts'
import { clamdDouble, type ClamdDouble } from '#tests/server/clamd-double.ts'
import { eicar, pdf } from '#tests/server/corpus.ts'

let clamd: ClamdDouble | undefined
afterEach(() => clamd?.close())

const inPieces = (bytes: Buffer, size = 65_536) => Readable.from(Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) => bytes.subarray(index * size, (index + 1) * size)))

describe('scanFile', () => {
  it('finds a file safe, having shown all of it', async () => {
    clamd = await clamdDouble()
    const bytes = pdf(3_000_000)
    const stream = inPieces(bytes)
    expect(await scanFile(stream, clamd.url)).toBe('safe')
    expect([clamd.received.length, clamd.received[0]?.equals(bytes), stream.destroyed]).toEqual([1, true, true])
  })

  it('finds the test virus, also across two pieces', async () => {
    clamd = await clamdDouble()
    expect(await scanFile(inPieces(Buffer.from(eicar), 10), clamd.url)).toBe('infected')
    expect(await scanFile(Readable.from([Buffer.from(eicar)]), clamd.url)).toBe('infected')
  })

  it('is not asked where no scanner is set up', async () => {
    const stream = inPieces(pdf())
    expect([await scanFile(stream, undefined), stream.destroyed]).toEqual(['none', true])
  })

  const odd: [what: string, instead: (socket: Socket) => void][] = [
    ['gives no verdict', (socket) => void socket.end('stream: could not scan ERROR\0')],
    ['says OK of something else', (socket) => void socket.end('OK\0')],
    ['hangs up', (socket) => void socket.end()],
    ['breaks off', (socket) => void socket.destroy()],
    ['says half of it', (socket) => void socket.end('stream: O')],
  ]
  it.each(odd)('waits when the scanner %s', async (_what, instead) => {
    clamd = await clamdDouble({ instead })
    expect(await scanFile(inPieces(pdf()), clamd.url)).toBe('pending')
  })

  it('waits when the scanner takes no file of this size', async () => {
    clamd = await clamdDouble({ limit: 100_000 })
    expect(await scanFile(inPieces(pdf(20_000_000)), clamd.url)).toBe('pending')
  })

  it('waits when the scanner says nothing for a while, and lets go of the file', async () => {
    clamd = await clamdDouble({ instead: () => undefined })
    const stream = inPieces(pdf())
    expect([await scanFile(stream, clamd.url, 50), stream.destroyed]).toEqual(['pending', true])
  })

  it('waits when nobody answers at that address', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    await new Promise((resolve) => server.close(resolve))
    expect(await scanFile(inPieces(pdf()), `tcp://127.0.0.1:${port}`)).toBe('pending')
  })

  it('waits when the file itself cannot be read', async () => {
    clamd = await clamdDouble()
    const broken = Readable.from((async function* () {
      yield pdf()
      throw new Error('gone')
    })())
    expect(await scanFile(broken, clamd.url)).toBe('pending')
    expect(clamd.received).toEqual([])
  })
})
