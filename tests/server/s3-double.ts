import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

export type Asked = { method: string; path: string; headers: IncomingMessage['headers'] }
export type S3Double = { endpoint: string; objects: Map<string, Buffer>; asked: Asked[]; fail: (times: number) => void; close: () => void }

/** As much of the S3 API as keeping a file takes, and as strict as the real one about digests and signatures. */
export async function s3Double(): Promise<S3Double> {
  const objects = new Map<string, Buffer>()
  const asked: Asked[] = []
  let failures = 0
  const server: Server = createServer((request, response) => {
    void answer(request, response)
  })

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const path = (request.url ?? '').split('?')[0] ?? ''
    asked.push({ method: request.method ?? '', path, headers: request.headers })
    const body = await buffer(request)
    if (!request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 Credential=key/')) return problem(response, 403, 'AccessDenied')
    if (failures > 0 && request.method === 'PUT') {
      failures -= 1
      return problem(response, 500, 'InternalError')
    }
    if (request.method === 'PUT') return put(path, body, request, response)
    if (request.method === 'DELETE') {
      objects.delete(path)
      return response.writeHead(204).end()
    }
    if (new URLSearchParams(request.url?.split('?')[1]).get('list-type') === '2') return list(request, response)
    const object = objects.get(path)
    return object ? response.writeHead(200, { 'Content-Length': object.length, 'Last-Modified': new Date().toUTCString() }).end(object) : problem(response, 404, 'NoSuchKey')
  }

  function put(path: string, body: Buffer, { headers }: IncomingMessage, response: ServerResponse) {
    const digest = createHash('sha256').update(body).digest('base64')
    if (headers['content-encoding'] !== undefined || Number(headers['content-length']) !== body.length) return problem(response, 411, 'MissingContentLength')
    if (headers['x-amz-checksum-sha256'] !== digest) return problem(response, 400, 'BadDigest')
    objects.set(path, body)
    return response.writeHead(200, { ETag: '"x"' }).end()
  }

  /** Two keys at a time, so that whoever lists must ask for the next. */
  function list(request: IncomingMessage, response: ServerResponse) {
    const from = Number(new URLSearchParams(request.url?.split('?')[1]).get('continuation-token') ?? 0)
    const keys = [...objects.keys()].map((each) => each.split('/').slice(2).join('/'))
    const more = keys.length > from + 2 ? `<IsTruncated>true</IsTruncated><NextContinuationToken>${from + 2}</NextContinuationToken>` : '<IsTruncated>false</IsTruncated>'
    const contents = keys.slice(from, from + 2).map((key) => `<Contents><Key>${key}</Key></Contents>`).join('')
    response.writeHead(200, { 'Content-Type': 'application/xml' }).end(`<?xml version="1.0"?><ListBucketResult>${more}${contents}</ListBucketResult>`)
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    asked,
    fail: (times) => (failures = times),
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

function problem(response: ServerResponse, status: number, code: string) {
  response.writeHead(status, { 'Content-Type': 'application/xml' }).end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`)
}
