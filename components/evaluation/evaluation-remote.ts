import { ask, type Outcome, saveFields } from '#components/draft/draft-request.ts'
import type { Held, Remote } from '#components/draft/draft-session.ts'

const address = (id: string) => `/api/v1/evaluations/${id}`

/** How an evaluation reaches the server: it is there from the day it was given. No clock ends it, a manager does. */
export const evaluationRemote: Remote = {
  save: (id, attempt) => saveFields(address(id), attempt),
  read: async (id) => {
    const read = await ask<Omit<Held, 'closesAt'>>(address(id), { method: 'GET' })
    return 'ok' in read ? { ...read, closesAt: null } : read
  },
}

/** Submits it as it is at a version; the same key again is answered the same. */
export function submitEvaluation(id: string, version: number, key: string): Promise<Outcome<{ sequence: number }>> {
  return ask(`${address(id)}/submit`, { method: 'POST', headers: { 'if-match': `"${version}"`, 'idempotency-key': key } })
}
