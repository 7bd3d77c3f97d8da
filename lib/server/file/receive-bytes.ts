import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { faultOfSize, type HeldFiles } from '#lib/domain/file.ts'
import { refusedFile } from '#lib/server/file/refuse-file.ts'

/** `size` in bytes, `sha256` in hexadecimal. */
export type ReceivedBytes = { size: number; sha256: string }

type Sent = { body: ReadableStream<Uint8Array>; size?: number; sha256?: string; held?: HeldFiles }

/**
 * Writes a body to a new file at `path`, one piece in memory at a time, and stops the sender the moment there is no
 * room left. Throws `file-empty`, `file-too-large`, `files-too-large`, `file-cut`, `file-digest`, or what the disk says.
 */
export async function receiveBytes(sent: Sent, path: string): Promise<ReceivedBytes> {
  const reader = sent.body.getReader()
  try {
    const received = await copy(reader, path, sent.held)
    if (sent.size !== undefined && sent.size !== received.size) throw refusedFile('file-cut')
    if (received.size === 0) throw refusedFile('file-empty')
    if (sent.sha256 !== undefined && sent.sha256.toLowerCase() !== received.sha256) throw refusedFile('file-digest')
    return received
  } catch (error) {
    void reader.cancel(error).catch(() => undefined)
    throw error
  }
}

async function copy(reader: ReadableStreamDefaultReader<Uint8Array>, path: string, held: HeldFiles | undefined): Promise<ReceivedBytes> {
  const handle = await open(path, 'wx', 0o600)
  const hash = createHash('sha256')
  let size = 0
  try {
    for (let piece = await next(reader); piece !== undefined; piece = await next(reader)) {
      size += piece.byteLength
      const fault = size > 0 ? faultOfSize(size, held) : undefined
      if (fault) throw refusedFile(fault)
      hash.update(piece)
      await handle.appendFile(piece)
    }
  } finally {
    await handle.close()
  }
  return { size, sha256: hash.digest('hex') }
}

async function next(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<Uint8Array | undefined> {
  try {
    return (await reader.read()).value
  } catch {
    throw refusedFile('file-cut')
  }
}

/** Size and digest of the file at `path`, read in pieces. */
export async function digestOf(path: string): Promise<ReceivedBytes> {
  const hash = createHash('sha256')
  let size = 0
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    size += piece.byteLength
    hash.update(piece)
  }
  return { size, sha256: hash.digest('hex') }
}
