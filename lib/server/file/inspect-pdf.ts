import { open } from 'node:fs/promises'
import { isArchive } from '#lib/server/file/inspect-archive.ts'
import type { FileFault } from '#lib/domain/file.ts'

/** Where readers look for the end mark is the last 1,024 bytes (ISO 32000-1, annex H); some writers add as much again. */
const tail = 2_048
/** Signs of another document in the part a browser would guess the type from (WHATWG MIME Sniffing §7). */
const document = /<(?:!doctype\s+html|html|head|body|script|iframe|svg)\b/i

/**
 * Why the file at `path` is no PDF one can trust to be one: it does not begin or end as one (so it was cut), or it is
 * a web page or an archive as well. Undefined when it is; a password is not looked for.
 */
export async function inspectPdf(path: string): Promise<FileFault | undefined> {
  const handle = await open(path)
  try {
    const { size } = await handle.stat()
    const start = await textAt(0)
    const end = await textAt(Math.max(0, size - tail))
    const whole = /^%PDF-[12]\.\d/.test(start) && !document.test(start) && end.includes('%%EOF')
    return whole && !(await isArchive(path)) ? undefined : 'file-content'
  } finally {
    await handle.close()
  }

  async function textAt(position: number): Promise<string> {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(tail), 0, tail, position)
    return buffer.toString('latin1', 0, bytesRead)
  }
}
