import type { Content } from '#lib/domain/draft.ts'
import type { Attempt, Fault, Refusal } from '#lib/domain/draft-sync.ts'

export type Saved = { version: number; savedAt: string }
/** What an attempt came to; what was kept for good has `ok`. */
export type Outcome<T> = (T & { ok: true }) | Refusal

/** After this the answer is not waited for: the attempt is made again under its key. */
const patience = 20_000

/** Saves fields on the version they were written on, at an address of the interface. */
export function saveFields(address: string, { key, version, fields }: Attempt): Promise<Outcome<Saved>> {
  const body = JSON.stringify({ fields })
  // What is small enough goes out even while the page closes.
  return ask(address, { method: 'PUT', keepalive: body.length < 15_000, headers: { 'if-match': `"${version}"`, 'idempotency-key': key }, body })
}

/** Who is signed in in this browser now; null for nobody, undefined when it could not be asked. */
export async function whoIsSignedIn(): Promise<string | null | undefined> {
  const answer = await ask<{ person: { id: string } }>('/api/v1/account', { method: 'GET' })
  return 'ok' in answer ? answer.person.id : answer.kind === 'session' ? null : undefined
}

/** Asks the portal's interface; what went wrong is told, never thrown. */
export async function ask<T>(address: string, init: RequestInit): Promise<Outcome<T>> {
  try {
    const response = await fetch(address, { ...init, headers: { ...init.headers, 'content-type': 'application/json' }, cache: 'no-store', signal: AbortSignal.timeout(patience) })
    if (response.ok) return { ...((await response.json()) as T), ok: true }
    return refusalOf(response.status, response.headers, await problemOf(response))
  } catch {
    return { kind: 'network' }
  }
}

type Problem = { code?: string; faults?: Fault[]; current?: { version: number; savedAt: string; fields: Content } }

async function problemOf(response: Response): Promise<Problem> {
  if (response.headers.get('content-type')?.startsWith('application/problem+json') !== true) return {}
  return (await response.json()) as Problem
}

function refusalOf(status: number, headers: Headers, { code, faults, current }: Problem): Refusal {
  if (status === 401) return { kind: 'session' }
  if (status === 404 && code === 'not-found') return { kind: 'gone' }
  if (status === 409 && code === 'closed') return { kind: 'closed' }
  if (status === 409 && current) return { kind: 'conflict', ...current }
  if (status === 413) return { kind: 'invalid', faults: [{ path: '', code: 'too-long' }] }
  if (status === 422) return { kind: 'invalid', faults: faults ?? [] }
  if (status === 503 || status === 429) return { kind: 'busy', retryAfter: Number(headers.get('retry-after')) || 1 }
  return { kind: status >= 500 ? 'server' : 'rejected' }
}
