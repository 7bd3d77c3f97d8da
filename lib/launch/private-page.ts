import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Captured } from '#lib/launch/capture.ts'

const compressBrotli = promisify(brotliCompress)
const compressGzip = promisify(gzip)
/** A body of fewer bytes travels as well as it is. */
const worthPacking = 1_000

/** Come from another page of the portal, a browser has the typefaces already; where it does not say, it is taken to. */
export const isFirstVisit = ({ headers }: IncomingMessage) => headers['sec-fetch-site'] !== undefined && headers['sec-fetch-site'] !== 'same-origin'

/** A page as it goes out. */
export type Page = { status: number; headers: OutgoingHttpHeaders; body: Buffer }

/**
 * A page of somebody, as small as can be made while they wait. Nothing on it works before its scripts, and typefaces would
 * go first and take a third of the line: they are not asked for ahead, and on a first visit only once the page has loaded.
 */
export function slimmed(request: IncomingMessage, { status, headers, body: drawn }: Captured): Page {
  const { link, ...others } = headers
  const kept = [link].flat().flatMap((one) => (one === undefined ? [] : String(one).split(/,\s*(?=<)/))).filter((one) => !/;\s*as="?font"?/.test(one))
  const slim: OutgoingHttpHeaders = kept.length > 0 ? { ...others, link: kept.join(', ') } : others
  return { status, headers: slim, body: isPage(headers) && isFirstVisit(request) ? Buffer.from(drawn.toString('utf8').replace('<html ', '<html data-typefaces="later" ')) : drawn }
}

/** How a page travels to whoever asked: packed as they take it, or as it is. */
export function packingFor(request: IncomingMessage, { headers, body }: Page): 'br' | 'gzip' | null {
  if (!isPage(headers) || body.length < worthPacking || headers['content-encoding'] !== undefined) return null
  const accepted = String(request.headers['accept-encoding'] ?? '')
  return /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : null
}

export async function packed({ status, headers, body }: Page, encoding: 'br' | 'gzip'): Promise<Page> {
  const small = encoding === 'gzip'
    ? await compressGzip(body, { level: 4 })
    : await compressBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } })
  return { status, headers: { ...headers, 'content-encoding': encoding, 'content-length': small.length, vary: [headers.vary ?? [], 'Accept-Encoding'].flat().join(', ') }, body: small }
}

function isPage(headers: OutgoingHttpHeaders): boolean {
  return String(headers['content-type'] ?? '').startsWith('text/html')
}
