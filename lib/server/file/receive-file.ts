import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { faultOfSize, fileKinds, kindOfName, type FileKind, type HeldFiles, type StoredFile } from '#lib/domain/file.ts'
import { cleanFileName } from '#lib/domain/file-name.ts'
import { cleanPicture } from '#lib/server/file/clean-picture.ts'
import { inspectContent } from '#lib/server/file/inspect-content.ts'
import { refusePeople } from '#lib/server/file/inspect-people.ts'
import { digestOf, receiveBytes, type ReceivedBytes } from '#lib/server/file/receive-bytes.ts'
import { refusedFile } from '#lib/server/file/refuse-file.ts'
import { storage, type FileStorage } from '#lib/server/file/storage.ts'
import { isRefusal, Refusal } from '#lib/server/refusal.ts'

/** A file as it is sent. `size` (bytes) and `sha256` (hexadecimal) are what the sender announced, when it did. */
export type SentFile = {
  name: string
  body: ReadableStream<Uint8Array>
  size?: number
  sha256?: string
  /** What the application holds already: the new file must fit beside it. */
  held?: HeldFiles
  /** It must hold totals, never a row for each person. */
  totals?: boolean
}

/** A file kept under `key`. Until a row names the key, whoever called must delete it if anything fails. */
export type ReceivedFile = { key: string; file: StoredFile }

/**
 * Takes a file in: name, room, bytes as they come, content by its own signs, pictures without their metadata, and
 * storage that survives a power cut before anything is said. Memory does not grow with the file.
 * Throws `invalid` with a `FileFault` on the field `file`, or `busy` when the file cannot be kept now; then nothing is left.
 */
export async function receiveFile(sent: SentFile, store?: FileStorage): Promise<ReceivedFile> {
  try {
    const { name, kind } = announced(sent)
    return await keepOrForget(sent, name, kind, store ?? (await storage()))
  } catch (error) {
    // A body somebody reads already is stopped by its reader.
    if (!sent.body.locked) void sent.body.cancel().catch(() => undefined)
    if (isRefusal(error)) throw error
    console.error('file not kept:', error)
    throw new Refusal('busy', { reason: 'storage', retryAfter: 30 })
  }
}

/** What can be known before the first byte. */
function announced({ name: typed, size = 1, held }: SentFile): { name: string; kind: FileKind } {
  const name = cleanFileName(typed)
  if (name === undefined) throw refusedFile('file-name')
  const kind = kindOfName(name)
  if (kind === undefined) throw refusedFile('file-kind')
  const fault = faultOfSize(size, held)
  if (fault) throw refusedFile(fault)
  return { name, kind }
}

async function keepOrForget(sent: SentFile, name: string, kind: FileKind, store: FileStorage): Promise<ReceivedFile> {
  const path = join(store.incoming, randomUUID())
  const cleaned = `${path}.clean`
  try {
    const received = await receiveBytes(sent, path)
    const fault = await inspectContent(path, kind)
    if (fault) throw refusedFile(fault)
    if (sent.totals) await refusePeople(path, name, kind)
    const { from, strippedMetadata, ...bytes } = await cleanedBytes(path, cleaned, kind, received)
    const late = faultOfSize(bytes.size, sent.held)
    if (late) throw refusedFile(late)
    const { mediaType } = fileKinds[kind]
    const key = await store.put(from, { mediaType, ...bytes })
    return { key, file: { name, mediaType, ...bytes, receivedSha256: received.sha256, strippedMetadata } }
  } finally {
    await Promise.all([rm(path, { force: true }), rm(cleaned, { force: true })])
  }
}

/** What is stored of the file at `path`: a picture made anew at `cleaned`, anything else as it came. */
async function cleanedBytes(path: string, cleaned: string, kind: FileKind, received: ReceivedBytes) {
  if (kind !== 'png' && kind !== 'jpeg') return { from: path, strippedMetadata: false, ...received }
  const picture = await cleanPicture(path, cleaned, kind)
  if (typeof picture === 'string') throw refusedFile(picture)
  return { from: cleaned, strippedMetadata: picture.strippedMetadata, ...(await digestOf(cleaned)) }
}
