import { type IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http'

/** What answers requests: Next's own handler. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>
/** An answer held back: the front decides what becomes of it. */
export type Captured = { status: number; headers: OutgoingHttpHeaders; body: Buffer }

/** Has `handle` answer into memory instead of to the visitor. */
export async function capture(handle: Handler, request: IncomingMessage): Promise<Captured> {
  const response = new ServerResponse(request)
  const chunks: Buffer[] = []
  const keep = (chunk: unknown, encoding?: unknown) => {
    if (typeof chunk === 'string') chunks.push(Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8'))
    else if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk))
  }
  const called = (...rest: unknown[]) => rest.find((item) => typeof item === 'function') as (() => void) | undefined
  const finished = new Promise<void>((resolve) => {
    response.write = ((chunk: unknown, ...rest: unknown[]) => {
      keep(chunk, rest[0])
      called(...rest)?.()
      return true
    }) as typeof response.write
    response.end = ((chunk?: unknown, ...rest: unknown[]) => {
      keep(chunk, rest[0])
      called(chunk, ...rest)?.()
      resolve()
      response.emit('finish')
      response.emit('close')
      return response
    }) as typeof response.end
  })
  await handle(request, response)
  await finished
  return { status: response.statusCode, headers: response.getHeaders(), body: Buffer.concat(chunks) }
}
