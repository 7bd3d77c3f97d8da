import type { FileView } from '#components/file/file-field.tsx'

/** A file once kept, and the version its draft was raised to; null when it was kept before. */
export type KeptUpload = FileView & { receivedSha256: string; draftVersion: number | null }
/** What came of sending a file: what was kept, or a fault by the code of its sentence. */
export type Sent = { kept: KeptUpload } | Fault
/** `column`: the column of a table that is at fault. */
export type Fault = { fault: string; column?: string }
export type Sending = { home: 'drafts' | 'programmes'; draftId: string; questionId: string | null; key: string; file: File; sha256: string | undefined }
type Watch = { onProgress: (share: number) => void; signal: AbortSignal }

/** Milliseconds without a sign after the last byte: the file is being looked at and stored. */
const patience = 180_000

/** SHA-256 of a file in hexadecimal; undefined where the browser cannot tell, as without HTTPS. Rejects when the file cannot be read. */
export async function digestOf(file: File): Promise<string | undefined> {
  const bytes = await file.arrayBuffer()
  if (!('subtle' in crypto)) return undefined
  return [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Sends one file under its key; `fetch` would not tell how far it is. `onProgress` gets the share sent, from 0 to 1. */
export function sendUpload({ home, draftId, questionId, key, file, sha256 }: Sending, { onProgress, signal }: Watch): Promise<Sent> {
  const search = new URLSearchParams({ name: file.name, ...(questionId !== null && { questionId }) })
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    let waiting: ReturnType<typeof setTimeout> | undefined
    const settle = (sent: Sent) => {
      clearTimeout(waiting)
      resolve(sent)
    }
    request.open('POST', `/api/v1/${home}/${draftId}/files?${search}`)
    request.setRequestHeader('Idempotency-Key', key)
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    if (sha256 !== undefined) request.setRequestHeader('X-Content-SHA256', sha256)
    request.responseType = 'json'
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0))
    request.upload.addEventListener('load', () => {
      onProgress(1)
      waiting = setTimeout(() => request.abort(), patience)
    })
    request.addEventListener('load', () => settle(request.status === 201 ? { kept: request.response as KeptUpload } : faultOf(request.status, request.response)))
    for (const event of ['error', 'abort', 'timeout'] as const) request.addEventListener(event, () => settle({ fault: 'network' }))
    signal.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}

/** Takes a file out of its draft: the version the draft was raised to, or the code of a sentence when it was refused. One that is out already is out. */
export async function removeUpload(id: string): Promise<{ fault: string | null; draftVersion: number | null }> {
  try {
    const response = await fetch(`/api/v1/files/${id}`, { method: 'DELETE' })
    if (response.ok) return { fault: null, ...((await response.json()) as { draftVersion: number }) }
    return { fault: response.status === 404 ? null : faultOf(response.status, await response.json()).fault, draftVersion: null }
  } catch {
    return { fault: 'network', draftVersion: null }
  }
}

type Problem = { code?: string; faults?: { path: string; code: string; column?: string }[] } | null

function faultOf(status: number, body: unknown): Fault {
  const { code, faults } = (typeof body === 'object' ? (body as Problem) : null) ?? {}
  const ofFile = faults?.find(({ path }) => path === 'file')
  if (ofFile) return { fault: ofFile.code, ...(ofFile.column !== undefined && { column: ofFile.column }) }
  if (status === 401) return { fault: 'session' }
  if (code === 'closed') return { fault: 'closed' }
  return { fault: status === 404 ? 'gone' : 'server' }
}
