import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formBody, jsonBody } from '#lib/server/body.ts'
import { isRefusal } from '#lib/server/refusal.ts'

/** Bodies as they come in over HTTP: whoever tells their length is read in one go, others are counted. */
const most = 256 * 1024
const server = createServer((request, response) => {
  const { headers, method = 'POST' } = request
  const asked = new Request('http://portal.example/', { method, headers: headers as Record<string, string>, body: Readable.toWeb(request) as ReadableStream, duplex: 'half' } as RequestInit)
  const read = headers['content-type']?.includes('form') ? formBody(asked) : jsonBody(asked)
  read.then(
    (body) => response.end(JSON.stringify({ body: typeof body === 'string' ? body.length : body })),
    (error: unknown) => response.writeHead(400, { connection: 'close' }).end(JSON.stringify({ refused: isRefusal(error) ? error.reason : String(error) })),
  )
})
const port = () => (server.address() as AddressInfo).port
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
afterAll(() => new Promise((resolve) => {
  server.close(resolve)
  server.closeAllConnections()
}))

type Sent = { type?: string | null; chunked?: boolean }
async function send(text: string, { type = 'application/json', chunked = false }: Sent = {}): Promise<unknown> {
  const bytes = new TextEncoder().encode(text)
  const pieces = () => Readable.toWeb(Readable.from([bytes.subarray(0, 1_000), bytes.subarray(1_000)])) as ReadableStream
  const body = chunked ? pieces() : bytes
  const answer = await fetch(`http://127.0.0.1:${port()}/`, { method: 'PUT', body, headers: type === null ? {} : { 'content-type': type }, ...(chunked && { duplex: 'half' }) } as RequestInit)
  const { body: read, refused } = (await answer.json()) as { body?: unknown; refused?: string }
  return refused ?? read
}
/** A JSON text of so many bytes, of letters that take two. */
const sized = (bytes: number) => `"${'é'.repeat(Math.floor((bytes - 2) / 2))}${bytes % 2 ? 'e' : ''}"`

describe.each([['of a told length', false], ['in chunks', true]])('a body %s', (_, chunked) => {
  it('is read up to 256 KB, counted in bytes', async () => {
    expect(await send(sized(most), { chunked })).toBe((most - 2) / 2)
    expect(await send(sized(most + 1), { chunked })).toBe('too-large')
  })

  it('keeps letters that are split between two pieces', async () => {
    expect(await send(`{"a":"${'é'.repeat(900)}"}`, { chunked })).toEqual({ a: 'é'.repeat(900) })
  })

  it('nests 20 levels and no more, brackets in texts aside', async () => {
    expect(await send(`${'['.repeat(20)}${']'.repeat(20)}`, { chunked })).toBeInstanceOf(Array)
    expect(await send(`${'[{"a":'.repeat(10)}[]${'}]'.repeat(10)}`, { chunked })).toBe('too-deep')
    expect(await send(JSON.stringify({ a: `\\" ${'[{'.repeat(40)}` }), { chunked })).toEqual({ a: `\\" ${'[{'.repeat(40)}` })
  })

  it('is refused when it is no JSON', async () => {
    for (const text of ['', '{', '{"a":1}}', 'a=b']) expect(await send(text, { chunked })).toBe('malformed')
  })
})

describe('a body', () => {
  it.each([['application/json; charset=utf-8', {}], ['APPLICATION/JSON', {}], ['application/json+x', 'content-type'], ['text/plain', 'content-type'], [null, 'content-type']])('of the type %s is answered', async (type, read) => {
    expect(await send('{}', { type })).toEqual(read)
  })

  it('of a form is read alike', async () => {
    const type = 'application/x-www-form-urlencoded'
    expect(await send('name=%C3%89lan&x=', { type })).toEqual({ name: 'Élan', x: '' })
    expect(await send(`a=${'b'.repeat(most)}`, { type })).toBe('too-large')
  })

  it('that is longer than it told is cut where it told to end', async () => {
    const socket = connect(port(), '127.0.0.1')
    const asked = (text: string) => `PUT / HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n${text}`
    socket.write(asked('{"a":"1"}') + asked('{"a":"2"}'))
    let answers = ''
    while (!answers.includes('"2"')) answers += String((await once(socket, 'data'))[0])
    expect(answers.match(/\{"body".*?\}\}/g)).toEqual(['{"body":{"a":"1"}}', '{"body":{"a":"2"}}'])
    socket.destroy()
  })

  it.each(['', 'none', '-1', '1e3', ' '])('whose length is told as “%s” is counted', async (told) => {
    const asked = (text: string) => new Request('http://portal.example/', { method: 'PUT', body: text, headers: { 'content-type': 'application/json', 'content-length': told } })
    expect(await jsonBody(asked('{}'))).toEqual({})
    await expect(jsonBody(asked(sized(most + 1)))).rejects.toMatchObject({ reason: 'too-large' })
  })
})
