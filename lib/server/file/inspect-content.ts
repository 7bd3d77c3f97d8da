import { fileTypeFromFile } from 'file-type'
import type { FileFault, FileKind } from '#lib/domain/file.ts'
import { faultOfCompound, inspectArchive } from '#lib/server/file/inspect-archive.ts'
import { inspectPdf } from '#lib/server/file/inspect-pdf.ts'

/** What file-type calls each kind; an Office file may also be seen as the archive it is, and is then told by its contents. */
const signs: Readonly<Record<FileKind, readonly string[]>> = {
  pdf: ['pdf'],
  docx: ['docx', 'zip'],
  xlsx: ['xlsx', 'zip'],
  pptx: ['pptx', 'zip'],
  png: ['png', 'apng'],
  jpeg: ['jpg'],
}

const withMacros = ['docm', 'xlsm', 'pptm', 'dotm', 'xltm', 'potm', 'ppsm']

/**
 * Why what is in the file at `path` is not what its name says, by its own signs and without unpacking it;
 * undefined when it is. Pictures are judged further when they are made anew.
 */
export async function inspectContent(path: string, kind: FileKind): Promise<FileFault | undefined> {
  const sign = (await fileTypeFromFile(path))?.ext ?? ''
  if (withMacros.includes(sign)) return 'file-macros'
  if (sign === 'cfb') return faultOfCompound(path)
  if (!signs[kind].includes(sign)) return 'file-content'
  if (kind === 'pdf') return inspectPdf(path)
  return kind === 'png' || kind === 'jpeg' ? undefined : inspectArchive(path, kind)
}
