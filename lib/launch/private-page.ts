import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Captured } from '#lib/launch/capture.ts'

const compressBrotli = promisify(brotliCompress)
const compressGzip = promisify(gzip)
/** Smaller than one packet: compressing saves nobody anything. */
const least = 1_200

/**
 * A page of somebody, as small as can be made while they wait. Nothing on it works before its scripts: typefaces, which
 * would go first and take a third of the line, are asked for by the styles once the text is laid out.
 */
export async function slimmed(request: IncomingMessage, { headers, body }: Captured): Promise<{ headers: OutgoingHttpHeaders; body: Buffer }> {
  const { link, ...others } = headers
  const kept = [link].flat().flatMap((one) => (one === undefined ? [] : String(one).split(/,\s*(?=<)/))).filter((one) => !/;\s*as="?font"?/.test(one))
  const slim: OutgoingHttpHeaders = kept.length > 0 ? { ...others, link: kept.join(', ') } : others
  const accepted = String(request.headers['accept-encoding'] ?? '')
  const encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : null
  if (encoding === null || body.length < least || headers['content-encoding'] !== undefined) return { headers: slim, body }
  const packed = encoding === 'gzip'
    ? await compressGzip(body)
    : await compressBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } })
  return { headers: { ...slim, 'content-encoding': encoding, 'content-length': packed.length, vary: 'Accept-Encoding' }, body: packed }
}
