import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Captured } from '#lib/launch/capture.ts'

const compressBrotli = promisify(brotliCompress)
const compressGzip = promisify(gzip)
/** A body of fewer bytes travels as well as it is. */
const worthPacking = 1_000

/** Come from another page of the portal, a browser has the typefaces already; where it does not say, it is taken to. */
const isFirstVisit = ({ headers }: IncomingMessage) => headers['sec-fetch-site'] !== undefined && headers['sec-fetch-site'] !== 'same-origin'

/**
 * A page of somebody, as small as can be made while they wait. Nothing on it works before its scripts, and typefaces would
 * go first and take a third of the line: they are not asked for ahead, and on a first visit only once the page has loaded.
 */
export async function slimmed(request: IncomingMessage, { headers, body: drawn }: Captured): Promise<{ headers: OutgoingHttpHeaders; body: Buffer }> {
  const { link, ...others } = headers
  const kept = [link].flat().flatMap((one) => (one === undefined ? [] : String(one).split(/,\s*(?=<)/))).filter((one) => !/;\s*as="?font"?/.test(one))
  const slim: OutgoingHttpHeaders = kept.length > 0 ? { ...others, link: kept.join(', ') } : others
  const isPage = String(headers['content-type'] ?? '').startsWith('text/html')
  const body = isPage && isFirstVisit(request) ? Buffer.from(drawn.toString('utf8').replace('<html ', '<html data-typefaces="later" ')) : drawn
  const accepted = String(request.headers['accept-encoding'] ?? '')
  const encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : null
  if (encoding === null || !isPage || body.length < worthPacking || headers['content-encoding'] !== undefined) return { headers: slim, body }
  const packed = encoding === 'gzip'
    ? await compressGzip(body, { level: 4 })
    : await compressBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } })
  return { headers: { ...slim, 'content-encoding': encoding, 'content-length': packed.length, vary: [headers.vary ?? [], 'Accept-Encoding'].flat().join(', ') }, body: packed }
}
