import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { hashScripts } from '#lib/launch/page-scripts.ts'
import { isFirstVisit, type Page, packed, packingFor } from '#lib/launch/private-page.ts'
import { hashedScripts } from '#lib/launch/security-headers.ts'
import { type Answered, impressionOf, Making, type Part } from '#lib/server/making.ts'

type Kept = { parts: readonly Part[]; nonce: string; drawn: Page; fixed?: Page; small: Map<string, Promise<Page>>; askedAt: number }

const mostPages = 400
/** Bytes of all pages together, before they are packed. */
const mostBytes = 40_000_000
/** What nobody asked for in these milliseconds is forgotten. */
const patience = 15 * 60_000

/**
 * Pages of somebody, kept with what they were made of. Asked for again with the same cookies, each question is asked anew,
 * as the same session, under the wall: only where every answer is the same is the page, and it is not made twice. What is
 * shown was always asked for in the same request; nobody is ever shown a page made for another.
 */
export class RememberedPages {
  #kept = new Map<string, Kept>()
  #bytes = 0

  constructor() {
    setInterval(() => this.#forget(), 60_000).unref()
  }

  /** The page as it was made, where nothing it is made of changed; else what was asked already, to make it anew with. */
  async answer(request: IncomingMessage): Promise<{ page: Page } | { page: null; making: Making }> {
    const key = keyOf(request)
    const kept = this.#kept.get(key)
    if (!kept || request.method !== 'GET') return { page: null, making: new Making() }
    const arrived = Number(request.headers['x-portal-arrived'])
    // What is refused now is asked, and said, by the page itself.
    const answers = await Promise.all(kept.parts.map(({ ask }) => ask(arrived).catch(() => null)))
    if (kept.parts.every(({ impression }, index) => isSame(impression, answers[index]))) {
      this.#touch(key, kept)
      return { page: await outgoing(kept, request) }
    }
    this.#drop(key)
    return { page: null, making: new Making(new Map(kept.parts.flatMap(({ question }, index) => (answers[index] ? [[question, answers[index]]] : [])))) }
  }

  /** Keeps a page just made, if it says that it is made of what it asked and nothing else. */
  keep(request: IncomingMessage, { parts }: Making, page: Page, nonce: string): void {
    if (parts === null || page.status !== 200 || page.headers['set-cookie'] !== undefined || request.method !== 'GET') return
    const key = keyOf(request)
    this.#drop(key)
    this.#kept.set(key, { parts, nonce, drawn: page, small: new Map(), askedAt: performance.now() })
    this.#bytes += page.body.length
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= mostPages && this.#bytes <= mostBytes) break
      this.#drop(oldest)
    }
  }

  #touch(key: string, kept: Kept) {
    this.#kept.delete(key)
    this.#kept.set(key, Object.assign(kept, { askedAt: performance.now() }))
  }

  /** The longest unasked for come first. */
  #forget() {
    for (const [key, { askedAt }] of this.#kept) {
      if (performance.now() - askedAt < patience) break
      this.#drop(key)
    }
  }

  #drop(key: string) {
    this.#bytes -= this.#kept.get(key)?.drawn.body.length ?? 0
    this.#kept.delete(key)
  }
}

/** All of a request that a page can depend on, as a digest: no token stays in memory. */
function keyOf(request: IncomingMessage): string {
  return createHash('sha256').update(`${isFirstVisit(request) ? 1 : 0} ${request.url} ${request.headers.cookie ?? ''}`).digest('base64')
}

function isSame(impression: string, answered: Answered | null | undefined): boolean {
  return answered != null && impressionOf(answered) === impression
}

/** The page as it goes out again: its scripts allowed by what they say, not by the nonce of who saw it first. */
function outgoing(kept: Kept, request: IncomingMessage): Page | Promise<Page> {
  kept.fixed ??= withoutNonce(kept.drawn, kept.nonce)
  const page = kept.fixed
  const encoding = packingFor(request, page)
  if (encoding === null) return page
  const small = kept.small.get(encoding) ?? packed(page, encoding)
  kept.small.set(encoding, small)
  return small
}

function withoutNonce({ status, headers, body }: Page, nonce: string): Page {
  const { html, hashes } = hashScripts(body.toString('utf8'), nonce)
  const link = headers.link === undefined ? {} : { link: String(headers.link).replaceAll(`; nonce="${nonce}"`, '') }
  return { status, headers: { ...headers, ...link, 'content-security-policy': hashedScripts(hashes) }, body: Buffer.from(html) }
}
