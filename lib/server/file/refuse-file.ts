import type { FileFault } from '#lib/domain/file.ts'
import { Refusal } from '#lib/server/refusal.ts'

/** What an HTTP client reads in the status (413, 415) comes from the reason; what a person reads, from the fault. */
const reasons: Partial<Record<FileFault, string>> = {
  'file-too-large': 'too-large',
  'files-too-large': 'too-large',
  'file-pixels': 'too-large',
  'file-kind': 'content-type',
  'file-content': 'content-type',
  'file-encrypted': 'content-type',
  'file-macros': 'content-type',
}

/** The refusal that says why a file is not taken: `invalid`, one fault on the field `file`, with the column of a table at fault. */
export function refusedFile(fault: FileFault, column?: string): Refusal {
  const reason = reasons[fault]
  return new Refusal('invalid', { ...(reason && { reason }), faults: [{ path: 'file', code: fault, ...(column !== undefined && { column }) }] })
}
