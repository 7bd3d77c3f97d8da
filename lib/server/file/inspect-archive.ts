import { createReadStream } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { openPromise, type Entry, type ZipFile } from 'yauzl'
import { fileKinds, type FileFault, type FileKind } from '#lib/domain/file.ts'

const contentTypes = '[Content_Types].xml'
/**
 * Bounds that no honest document meets. `ratio`: unpacked to packed, asked only beyond `freely` bytes (a sheet of
 * empty cells packs well); sizes are those the archive states, since it is not unpacked.
 */
const bounds = { entries: 4_096, contentTypes: 1024 * 1024, unpacked: 1024 ** 3, ratio: 100, freely: 20 * 1024 * 1024 }
/** Visual Basic, the macros before it, and controls: things that run when a document is opened. */
const runs = /(?:^|\/)vba(?:project\.bin|data\.xml)$|^xl\/macrosheets\/|(?:^|\/)activex\//i

/**
 * Why the archive at `path` is no Office document of this kind (ECMA-376 part 2): reads its directory and its list of
 * content types, nothing else. `file-macros`, `file-encrypted` or `file-content`; undefined when it is one.
 */
export async function inspectArchive(path: string, kind: FileKind): Promise<FileFault | undefined> {
  const archive = await openArchive(path)
  if (!archive) return 'file-content'
  try {
    const entries = await listEntries(archive)
    return faultOfEntries(entries, archive.fileSize) ?? faultOfTypes(await readTypes(archive, entries), kind)
  } catch {
    return 'file-content'
  } finally {
    archive.close()
  }
}

/** Whether the file at `path` can be opened as a zip archive, whatever it begins with. */
export async function isArchive(path: string): Promise<boolean> {
  const archive = await openArchive(path)
  archive?.close()
  return archive !== undefined
}

/** An Office document with a password is a compound file with a stream of this name (MS-OFFCRYPTO §2.3.4); else it is an older format. */
export async function faultOfCompound(path: string): Promise<FileFault> {
  const name = Buffer.from('EncryptedPackage', 'utf16le')
  let before: Buffer = Buffer.alloc(0)
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    const window = Buffer.concat([before, piece])
    if (window.includes(name)) return 'file-encrypted'
    before = window.subarray(-name.length)
  }
  return 'file-content'
}

/** The archive at `path`; undefined when it is none. Whoever opens closes. */
export function openArchive(path: string): Promise<ZipFile | undefined> {
  return openPromise(path, { strictFileNames: true, autoClose: false }).catch(() => undefined)
}

/** Its entries. Rejects on names that lead out of the archive (`..`, absolute, backslashes) and on a directory that is too long. */
export async function listEntries(archive: ZipFile): Promise<Entry[]> {
  if (archive.entryCount > bounds.entries) throw new Error('too many entries')
  const entries: Entry[] = []
  for await (const entry of archive.eachEntry()) entries.push(entry)
  return entries
}

function faultOfEntries(entries: readonly Entry[], fileSize: number): FileFault | undefined {
  if (entries.some((entry) => entry.isEncrypted())) return 'file-encrypted'
  if (entries.some(({ fileName }) => runs.test(fileName))) return 'file-macros'
  const unpacked = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0)
  const isBomb = unpacked > bounds.unpacked || (unpacked > bounds.freely && unpacked > bounds.ratio * fileSize)
  const names = new Set(entries.map(({ fileName }) => fileName.toLowerCase()))
  return isBomb || names.size < entries.length || !lieInOrder(entries) ? 'file-content' : undefined
}

/** Each entry begins where none before it still is, the first at the very start: nothing hides, nothing is counted twice. */
function lieInOrder(entries: readonly Entry[]): boolean {
  let end = 0
  return entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader).every((entry, index) => {
    const start = entry.relativeOffsetOfLocalHeader
    const stands = index === 0 ? start === 0 : start >= end
    end = start + 30 + entry.fileNameLength + entry.compressedSize
    return stands
  })
}

async function readTypes(archive: ZipFile, entries: readonly Entry[]): Promise<string> {
  const entry = entries.find(({ fileName }) => fileName === contentTypes)
  if (!entry || entry.uncompressedSize > bounds.contentTypes) throw new Error('no content types')
  const bytes = await buffer(await archive.openReadStreamPromise(entry))
  return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-8').decode(bytes)
}

function faultOfTypes(types: string, kind: FileKind): FileFault | undefined {
  if (/macroEnabled|vnd\.ms-office\.vbaProject/i.test(types)) return 'file-macros'
  return types.includes(`${fileKinds[kind].mediaType}.main+xml`) ? undefined : 'file-content'
}
