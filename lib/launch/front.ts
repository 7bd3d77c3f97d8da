import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import next from 'next'
import { preferredLocale } from '#lib/i18n/locale.ts'
import { nonceScripts, securityHeaders } from '#lib/launch/security-headers.ts'
import { capture } from '#lib/launch/capture.ts'
import { passLength } from '#lib/launch/content-length.ts'
import { env, isDemonstration } from '#lib/env.ts'
import { isOwnOrigin, mayChange } from '#lib/domain/own-origin.ts'
import { asksForDocument, carriesSession, isPublicPage, nowhere, PageCache } from '#lib/launch/page-cache.ts'
import { readKnown } from '#lib/launch/known-rooms.ts'
import { PackedFiles } from '#lib/launch/packed-files.ts'
import { type Page, packed as packedPage, packingFor, slimmed } from '#lib/launch/private-page.ts'
import { RememberedPages } from '#lib/launch/remembered-pages.ts'
import { routeOf } from '#lib/launch/route-of.ts'
import { whileMaking } from '#lib/server/making.ts'

export type FrontOptions = { port: number; host: string; dev: boolean; onPublicChange?: (clear: () => void) => void }
export type Front = { address: string; close(): Promise<void> }

/** Headers only this server may set: whatever a client sends under these names is dropped. */
const ours = ['x-portal-arrived', 'x-portal-peer', 'x-portal-signed-in', 'x-portal-target', 'x-next-intl-locale', 'x-middleware-subrequest', 'x-forwarded-host', 'x-nonce', 'content-security-policy']

/** Milliseconds a request may take to arrive whole: 20 MB over a line of 200 kbit/s. Node's five minutes would cut it. */
const slowest = 15 * 60_000

/** Scripts, which send no Origin, take a persona here; outside demonstration the route does not exist. */
const openToScripts = '/api/v1/demo/session'

/** What a page of somebody is answered with: no copy of it stays in a browser or on the way. */
const neverKept = 'private, no-store'

/**
 * Serves the portal: one HTTP server in front of Next's request handler.
 * It fixes arrival time, language, security headers and script policy, and keeps public pages in memory.
 * Throws the listen error (e.g. EADDRINUSE) unchanged.
 */
export async function serve({ port, host, dev, onPublicChange }: FrontOptions): Promise<Front> {
  const server = createServer({ requestTimeout: slowest })
  // The port is held before the pages are ready: whoever comes early is told to come back, not left waiting.
  server.on('request', comeBack)
  await listen(server, port, host)
  const address = server.address() as AddressInfo
  const app = next({ dev, dir: process.cwd(), hostname: host, port: address.port, httpServer: server })
  try {
    await app.prepare()
  } catch (error) {
    server.close()
    throw error
  }
  const handle = app.getRequestHandler()
  const pages = new PageCache(handle)
  const remembered = new RememberedPages()
  const built = process.env.PORTAL_BENCH ? '.data/bench-build' : '.next'
  const known = dev ? undefined : readKnown(built)
  const packed = dev ? undefined : new PackedFiles(built)
  onPublicChange?.(() => pages.clear())
  server.off('request', comeBack)
  const under = new Set<ServerResponse>()
  server.on('request', (request, response) => {
    under.add(response)
    response.on('close', () => under.delete(response))
    answer(request, response).catch((error: unknown) => fail(response, error))
  })

  async function answer(request: IncomingMessage, response: ServerResponse) {
    for (const name of ours) delete request.headers[name]
    request.headers['x-portal-arrived'] = String(performance.now())
    request.headers['x-portal-peer'] = request.socket.remoteAddress ?? ''
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value)
    const route = routeOf(request.url ?? '/')
    if (route.kind === 'malformed') return plain(response, 400)
    if (!comesFromHere(request)) return refuseOrigin(response)
    if (route.kind === 'unlocalised') {
      const language = preferredLocale(request.headers['accept-language'])
      response.setHeader('Vary', 'Accept-Language')
      return redirect(response, `/${language}${route.rest}`)
    }
    if (route.kind === 'file' && known?.files.has(route.path) === false) {
      request.headers['x-next-intl-locale'] = preferredLocale(request.headers['accept-language'])
      return pages.answer(request, response, nowhere(request.headers['x-next-intl-locale']))
    }
    if (route.kind === 'page') {
      request.headers['x-next-intl-locale'] = route.locale
      request.headers['x-portal-target'] = request.url ?? '/'
      if (!dev && isPublicPage(request, route)) return pages.answer(request, response)
      if (known?.rooms.has(route.room) === false && asksForDocument(request)) return pages.answer(request, response, nowhere(route.locale))
      request.headers['x-portal-signed-in'] = carriesSession(request) ? '1' : '0'
      const nonce = randomBytes(16).toString('base64')
      const policy = nonceScripts(nonce, dev)
      request.headers['content-security-policy'] = policy
      response.setHeader('Content-Security-Policy', policy)
      response.setHeader('Cache-Control', neverKept)
      if (!dev && asksForDocument(request)) return answerPrivately(request, response, route.locale, nonce)
    }
    if (route.kind === 'other' && (await packed?.answer(request, response))) return
    passLength(response)
    await handle(request, response)
  }

  /** Next leaves the body of a page that is not there to the browser's script: ours says it in words, to anybody. */
  async function answerPrivately(request: IncomingMessage, response: ServerResponse, locale: string, nonce: string) {
    // Whole, it is packed beside; Next would pack it piece by piece, while others wait.
    const { 'accept-encoding': accepted = '', ...others } = request.headers
    const known = await remembered.answer(request)
    if (known.page) return send(request, response, known.page)
    request.headers = others
    const captured = await whileMaking(known.making, () => capture(handle, request))
    request.headers = { ...others, 'accept-encoding': accepted }
    if (captured.status === 404) return pages.answer(request, response, nowhere(locale), neverKept)
    const page = slimmed(request, captured)
    remembered.keep(request, known.making, page, nonce)
    const encoding = packingFor(request, page)
    send(request, response, encoding ? await packedPage(page, encoding) : page)
  }

  function send(request: IncomingMessage, response: ServerResponse, { status, headers, body }: Page) {
    response.writeHead(status, { ...headers, 'content-length': body.length, 'cache-control': neverKept })
    response.end(request.method === 'HEAD' ? undefined : body)
  }

  return {
    address: `http://${host}:${address.port}`,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeIdleConnections()
      // A stream has no end to wait for: whoever follows one comes back by itself, to another instance or the next start.
      for (const response of under) if (String(response.getHeader('content-type')).startsWith('text/event-stream')) response.destroy()
      const patience = setTimeout(() => server.closeAllConnections(), 8_000)
      await closed
      clearTimeout(patience)
      await app.close()
    },
  }
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

function comesFromHere(request: IncomingMessage): boolean {
  const { origin, host } = request.headers
  if (!mayChange(request.method)) return true
  const fromScript = origin === undefined && request.url === openToScripts && isDemonstration()
  if (!fromScript && !isOwnOrigin({ origin, host }, env().PORTAL_URL)) return false
  // Next compares Origin with this before running an action: whatever a proxy made of Host, the check above has decided.
  if (origin !== undefined) request.headers['x-forwarded-host'] = new URL(origin).host
  return true
}

function refuseOrigin(response: ServerResponse) {
  const problem = { type: 'about:blank', title: 'Forbidden', status: 403, code: 'forbidden', reason: 'foreign-origin' }
  response.writeHead(403, { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' }).end(JSON.stringify(problem))
}

function redirect(response: ServerResponse, location: string) {
  response.writeHead(307, { Location: location, 'Cache-Control': 'no-store' }).end()
}

function comeBack(_request: IncomingMessage, response: ServerResponse) {
  response.setHeader('Retry-After', '1')
  plain(response, 503)
}

function plain(response: ServerResponse, status: number) {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' }).end(`${status}\n`)
}

function fail(response: ServerResponse, error: unknown) {
  console.error(error)
  if (response.headersSent) response.destroy()
  else plain(response, 500)
}
