import { crc32, deflateRawSync } from 'node:zlib'

/** An entry as it should be, or with one thing wrong: `states` is the unpacked size it claims, `at` the offset. */
export type ZipEntry = { name: string; data?: Uint8Array | string; states?: number; flags?: number; at?: number; packed?: Uint8Array }

/** Writes a zip archive by hand (APPNOTE.TXT §4.3), so that a test can also write a wrong one. */
export function zip(entries: readonly ZipEntry[], { before = '', comment = '' }: { before?: string; comment?: string } = {}): Buffer {
  const parts: Buffer[] = [Buffer.from(before, 'latin1')]
  const directory: Buffer[] = []
  let offset = before.length
  for (const { name, data = '', states, flags = 0, at, packed } of entries) {
    const bytes = Buffer.from(data as string)
    const body = Buffer.from(packed ?? deflateRawSync(bytes))
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(0x800 | flags, 2)
    facts.writeUInt16LE(8, 4)
    facts.writeUInt32LE(crc32(bytes), 10)
    facts.writeUInt32LE(body.length, 14)
    facts.writeUInt32LE(states ?? bytes.length, 18)
    facts.writeUInt16LE(Buffer.byteLength(name), 22)
    parts.push(Buffer.from('PK\u0003\u0004'), facts, Buffer.from(name), body)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at ?? offset, 10)
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000'), facts, rest, Buffer.from(name))
    offset += 30 + Buffer.byteLength(name) + body.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(offset, 12)
  end.writeUInt16LE(comment.length, 16)
  return Buffer.concat([...parts, central, Buffer.from('PK\u0005\u0006'), end, Buffer.from(comment, 'latin1')])
}
