import { patientLevelCodes } from '#lib/domain/patient-level.ts'

/** What may be deposited and how it is recognised by name. A video is given as a link instead: see video-link.ts. */
export const fileKinds = {
  pdf: { mediaType: 'application/pdf', extensions: ['pdf'] },
  docx: { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', extensions: ['docx'] },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', extensions: ['xlsx'] },
  pptx: { mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation', extensions: ['pptx'] },
  png: { mediaType: 'image/png', extensions: ['png'] },
  jpeg: { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg'] },
} as const satisfies Record<string, { mediaType: string; extensions: readonly string[] }>

export type FileKind = keyof typeof fileKinds

const kindOfExtension = new Map<string, FileKind>(
  (Object.keys(fileKinds) as FileKind[]).flatMap((kind) => fileKinds[kind].extensions.map((extension) => [extension, kind] as const)),
)

/** What a file chooser offers: the value of `accept` on an input. */
export const acceptedFiles = [...kindOfExtension.keys()].map((extension) => `.${extension}`).join(',')

/**
 * `bytes` and `pixels` per file, `bytesInAll` and `count` per application (sizes as stored), `nameLength` in UTF-16 units.
 * 64 million pixels hold a page of A4 at 600 dpi (35 million) and what telephones take at most in common use (50 million).
 */
export const fileLimits = {
  bytes: 20 * 1024 * 1024,
  bytesInAll: 100 * 1024 * 1024,
  count: 30,
  nameLength: 120,
  pixels: 64_000_000,
} as const

/** How long a file is kept that was taken out of its draft without ever having been deposited. */
export const daysKeptAfterRemoval = 30

/**
 * Why a file is not taken, as stable codes. `file-content`: what is inside is damaged or is not what the name says;
 * `file-digest`: not the bytes whose SHA-256 was announced; `file-cut`: the sending stopped before the end;
 * `file-patients-…`: it lists people where totals are asked for, by its name or by a column.
 */
export const fileFaults = [
  'file-name', 'file-kind', 'file-empty', 'file-too-large', 'files-too-large', 'too-many-files',
  'file-content', 'file-pixels', 'file-encrypted', 'file-macros', 'file-digest', 'file-cut',
  'file-patients-name', ...patientLevelCodes.map((code) => `file-patients-${code}` as const),
] as const

export type FileFault = (typeof fileFaults)[number]

/** What an application already holds. */
export type HeldFiles = { count: number; bytes: number }

/** A file once kept. `size` in bytes and `sha256` (hexadecimal) are of what is stored, `receivedSha256` of what was sent. */
export type StoredFile = {
  name: string
  mediaType: string
  size: number
  sha256: string
  receivedSha256: string
  /** Whether something was taken out: where and when a picture was made, with what, by whom. */
  strippedMetadata: boolean
}

/** What the virus scanner said. `none`: no scanner is set up; `pending`: it has not answered yet, which stops nobody from submitting. */
export const scanStates = ['none', 'pending', 'safe', 'infected'] as const

export type ScanState = (typeof scanStates)[number]

/** Whether others than those who sent the file may open it (threat T10). An infected file is opened by nobody. */
export function isCleared(scan: ScanState): boolean {
  return scan === 'none' || scan === 'safe'
}

/** The beginning of a SHA-256, enough to compare by eye: the whole stands beside it for machines. */
export function shortDigest(sha256: string): string {
  return sha256.slice(0, 12)
}

/** The kind a file name stands for by its last extension, whatever its case. */
export function kindOfName(name: string): FileKind | undefined {
  return kindOfExtension.get(/\.([^.]*)$/u.exec(name)?.[1]?.toLowerCase() ?? '')
}

/** Why a file of `size` bytes may not join what an application holds; undefined when it may. */
export function faultOfSize(size: number, held: HeldFiles = { count: 0, bytes: 0 }): FileFault | undefined {
  if (held.count >= fileLimits.count) return 'too-many-files'
  if (size === 0) return 'file-empty'
  if (size > fileLimits.bytes) return 'file-too-large'
  if (held.bytes + size > fileLimits.bytesInAll) return 'files-too-large'
  return undefined
}
