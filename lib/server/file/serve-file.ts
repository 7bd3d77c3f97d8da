import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { ReadableStream as WebStream } from 'node:stream/web'
import type { StoredFile } from '#lib/domain/file.ts'

/**
 * A stored file as an answer that no browser opens by itself (threat T9): always an attachment, of the type it was
 * found to be, in a sandbox, kept nowhere. `Repr-Digest` (RFC 9530) lets the reader check the bytes; so does the
 * portal, and breaks the answer off before its end when they are not those that were stored.
 */
export function serveFile({ name, mediaType, size, sha256 }: Pick<StoredFile, 'name' | 'mediaType' | 'size' | 'sha256'>, stream: Readable): Response {
  return new Response(WebStream.from(checked(stream, sha256)) as ReadableStream<Uint8Array<ArrayBuffer>>, {
    headers: {
      'Content-Type': mediaType,
      'Content-Length': String(size),
      // What the front makes Content-Length of: see lib/launch/content-length.ts.
      'X-Portal-Length': String(size),
      'Content-Disposition': attachment(name),
      'Repr-Digest': `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`,
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Cache-Control': 'private, no-store',
    },
  })
}

/** The name in both spellings of RFC 6266: plain for old readers, and whole (RFC 8187). */
function attachment(name: string): string {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_')
  const whole = encodeURIComponent(name).replaceAll(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`
}

/** Holds the last piece back until the digest of all is known. Leaving early closes the file. */
async function* checked(stream: Readable, sha256: string): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  let held: Buffer | undefined
  for await (const piece of stream as AsyncIterable<Buffer>) {
    if (held) yield held
    hash.update(piece)
    held = piece
  }
  if (hash.digest('hex') !== sha256) throw new Error('stored bytes differ from those received')
  if (held) yield held
}
