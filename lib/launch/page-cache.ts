import { createHash, randomBytes } from 'node:crypto'
import { IncomingMessage, type ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { capture, type Captured, type Handler } from '#lib/launch/capture.ts'
import { hashScripts, withoutFramework } from '#lib/launch/page-scripts.ts'
import { hashedScripts, nonceScripts } from '#lib/launch/security-headers.ts'
import type { Route } from '#lib/launch/route-of.ts'

type Page = { status: number; headers: Record<string, string>; raw: Buffer; br: Buffer; gzip: Buffer; etag: string; at: number }

/** Rooms anyone may see: first path segments after the language. A test holds this list to app/[locale]/(public). */
export const publicRooms: ReadonlySet<string> = new Set([
  '', 'about', 'accessibility', 'calls', 'failure', 'initiatives', 'laureates', 'legal', 'metrics', 'nowhere', 'offline', 'open-data',
  'prioritisation', 'results', 'ruptures', 'selection', 'sources',
])

const sessionCookie = /(?:^|;\s*)(?:__Host-)?portal\.session=/
const freshFor = 60_000
const mostPages = 400
const longestQuery = 600
const compressBrotli = promisify(brotliCompress)
const compressGzip = promisify(gzip)

/** True when the request brings a session's cookie; whether the session lives is not known here. */
export function carriesSession(request: IncomingMessage): boolean {
  return sessionCookie.test(request.headers.cookie ?? '')
}

/** True when the answer to `request` is a page that depends on nobody: GET or HEAD of a public room, as a document. */
export function isPublicPage(request: IncomingMessage, route: Route): boolean {
  return route.kind === 'page' && publicRooms.has(route.room) && asksForDocument(request) && (request.url ?? '').length <= longestQuery
}

/** True when a browser asks for a whole page to show, not for a part of one or to change something. */
export function asksForDocument({ method, headers }: IncomingMessage): boolean {
  return (method === 'GET' || method === 'HEAD') && headers.rsc === undefined && headers['next-router-prefetch'] === undefined
}

/** The page that says there is none, at an address of its own. */
export function nowhere(locale: string): string {
  return `/${locale}/nowhere`
}

/** The page to show in place of one that is not there or failed: Next leaves the body of those to the browser's script. */
function standIn(status: number, locale: string): string | undefined {
  if (status === 404) return nowhere(locale)
  return status >= 500 ? `/${locale}/failure` : undefined
}

/**
 * Public pages, rendered once as nobody and kept in memory.
 * Inline scripts must be allowed by the page's policy. Nonces would forbid keeping pages, so the page is rendered
 * with a secret nonce, and the scripts that carry it (Next's own, never text that slipped into the page) are hashed.
 */
export class PageCache {
  #pages = new Map<string, Promise<Page>>()
  #handle: Handler

  constructor(handle: Handler) {
    this.#handle = handle
  }

  clear() {
    this.#pages.clear()
  }

  /** Answers with the page at `url`, the one asked for unless said otherwise; `caching` as in Cache-Control. */
  async answer(request: IncomingMessage, response: ServerResponse, url = request.url ?? '/', caching?: string): Promise<void> {
    const signedIn = carriesSession(request)
    const page = await this.#page(url, request, signedIn)
    response.setHeader('Cache-Control', caching ?? (signedIn ? 'private, no-cache' : 'public, no-cache'))
    response.setHeader('Vary', 'Accept-Encoding, Cookie')
    response.setHeader('ETag', page.etag)
    for (const [name, value] of Object.entries(page.headers)) response.setHeader(name, value)
    if (page.status === 200 && request.headers['if-none-match']?.includes(page.etag)) {
      response.writeHead(304).end()
      return
    }
    const { body, encoding } = encoded(page, String(request.headers['accept-encoding'] ?? ''))
    if (encoding) response.setHeader('Content-Encoding', encoding)
    response.setHeader('Content-Length', body.length)
    response.writeHead(page.status)
    response.end(request.method === 'HEAD' ? undefined : body)
  }

  async #page(url: string, request: IncomingMessage, signedIn: boolean): Promise<Page> {
    const key = `${signedIn ? '1' : '0'} ${url}`
    const kept = this.#pages.get(key)
    if (kept) {
      const page = await kept
      if (Date.now() - page.at < freshFor) return page
      this.#pages.delete(key)
    }
    const rendering = render(this.#handle, request, url, signedIn)
    this.#pages.set(key, rendering)
    if (this.#pages.size > mostPages) this.#pages.delete(this.#pages.keys().next().value as string)
    const forget = () => this.#pages.get(key) === rendering && this.#pages.delete(key)
    return rendering.then(
      (page) => {
        if (page.status >= 500) forget()
        return page
      },
      (error: unknown) => {
        forget()
        throw error
      },
    )
  }
}

function encoded(page: Page, accepted: string): { body: Buffer; encoding?: string } {
  if (/\bbr\b/.test(accepted)) return { body: page.br, encoding: 'br' }
  if (/\bgzip\b/.test(accepted)) return { body: page.gzip, encoding: 'gzip' }
  return { body: page.raw }
}

/** Renders the page at `url` as nobody. */
async function render(handle: Handler, original: IncomingMessage, url: string, signedIn: boolean): Promise<Page> {
  const nonce = randomBytes(24).toString('base64')
  const locale = original.headers['x-next-intl-locale'] as string
  const asked = await capture(handle, anonymous(original, url, url, nonce, signedIn))
  const instead = standIn(asked.status, locale)
  const shown = instead === undefined ? asked : await capture(handle, anonymous(original, instead, url, nonce, signedIn))
  const headers = passedOn(shown)
  const status = url.split('?')[0] === nowhere(locale) ? 404 : asked.status
  const { html, hashes } = hashScripts(withoutFramework(shown.body.toString('utf8'), nonce), nonce)
  const raw = Buffer.from(html)
  const [br, gz] = await Promise.all([
    compressBrotli(raw, { params: { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT } }),
    compressGzip(raw),
  ])
  const etag = `"${createHash('sha256').update(raw).digest('base64url').slice(0, 27)}"`
  if (headers.link) headers.link = headers.link.replaceAll(`; nonce="${nonce}"`, '')
  return { status, headers: { ...headers, 'Content-Security-Policy': hashedScripts(hashes) }, raw, br, gzip: gz, etag, at: Date.now() }
}

/** The request handed to Next in place of the visitor's: no cookie, only whether one was there. */
function anonymous(original: IncomingMessage, url: string, target: string, nonce: string, signedIn: boolean): IncomingMessage {
  const request = new IncomingMessage(original.socket)
  request.method = 'GET'
  request.url = url
  request.headers = {
    host: original.headers.host ?? 'localhost',
    'x-portal-arrived': String(performance.now()),
    'x-next-intl-locale': original.headers['x-next-intl-locale'] as string,
    'x-portal-signed-in': signedIn ? '1' : '0',
    'x-portal-target': target,
    'content-security-policy': nonceScripts(nonce),
  }
  request.push(null)
  return request
}

const passedOnNames = ['content-type', 'location', 'link', 'content-language']

/** The headers a kept page carries; all others are the front's to set. */
function passedOn({ headers }: Captured): Record<string, string> {
  return Object.fromEntries(passedOnNames.flatMap((name) => (headers[name] === undefined ? [] : [[name, [headers[name]].flat().join(', ')]])))
}
