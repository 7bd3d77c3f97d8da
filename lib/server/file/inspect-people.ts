import type { Readable } from 'node:stream'
import type { Entry, ZipFile } from 'yauzl'
import type { FileKind } from '#lib/domain/file.ts'
import { isPatientLevelName, patientLevelColumn, type PatientLevelSign } from '#lib/domain/patient-level.ts'
import { pivotColumns, sharedTexts, sheetRows } from '#lib/domain/spreadsheet-part.ts'
import { listEntries, openArchive } from '#lib/server/file/inspect-archive.ts'
import { refusedFile } from '#lib/server/file/refuse-file.ts'

/** Bytes unpacked of each part and of all together, whatever the archive states; a sheet's first rows are at its beginning. */
const bounds = { texts: 4 * 1024 * 1024, part: 1024 * 1024, inAll: 10 * 1024 * 1024 }
const sheet = /^xl\/worksheets\/[^/]+\.xml$/iu
const pivot = /^xl\/pivotcache\/pivotcachedefinition[^/]*\.xml$/iu

/**
 * Refuses a file that lists people where totals are asked for: by its name, or by a column of a spreadsheet, hidden sheets and what
 * a pivot table was made from included. Only for a spreadsheet that `inspectContent` has passed. Throws `invalid` naming the column.
 */
export async function refusePeople(path: string, name: string, kind: FileKind): Promise<void> {
  if (isPatientLevelName(name)) throw refusedFile('file-patients-name')
  if (kind !== 'xlsx') return
  const sign = await signOf(path)
  if (sign === 'damaged') throw refusedFile('file-content')
  if (sign !== null) throw refusedFile(`file-patients-${sign.code}`, sign.column)
}

/** The first sign in a spreadsheet; `damaged` for one no reader of spreadsheets should open. */
async function signOf(path: string): Promise<PatientLevelSign | null | 'damaged'> {
  const archive = await openArchive(path)
  if (!archive) return 'damaged'
  try {
    return await firstSign(archive, await listEntries(archive))
  } catch {
    return 'damaged'
  } finally {
    archive.close()
  }
}

async function firstSign(archive: ZipFile, entries: readonly Entry[]): Promise<PatientLevelSign | null> {
  const texts = entries.find(({ fileName }) => fileName.toLowerCase() === 'xl/sharedstrings.xml')
  const shared = texts ? sharedTexts(await beginning(archive, texts, bounds.texts)) : []
  let left = bounds.inAll - bounds.texts
  for (const entry of entries.filter(({ fileName }) => sheet.test(fileName) || pivot.test(fileName))) {
    if (left <= 0) break
    const xml = await beginning(archive, entry, Math.min(bounds.part, left))
    left -= xml.length
    const rows = sheet.test(entry.fileName) ? sheetRows(xml, shared) : [pivotColumns(xml)]
    const sign = patientLevelColumn(rows)
    if (sign !== null) return sign
  }
  return null
}

/** The first `most` bytes of a part, as text. */
async function beginning(archive: ZipFile, entry: Entry, most: number): Promise<string> {
  const stream: Readable = await archive.openReadStreamPromise(entry)
  const pieces: Buffer[] = []
  let size = 0
  // Leaving the loop stops the unpacking.
  for await (const piece of stream as AsyncIterable<Buffer>) {
    pieces.push(piece)
    size += piece.length
    if (size >= most) break
  }
  const bytes = Buffer.concat(pieces).subarray(0, most)
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}
