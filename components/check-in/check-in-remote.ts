import { ask, type Outcome, saveFields } from '#components/draft/draft-request.ts'
import type { Held, Remote } from '#components/draft/draft-session.ts'

const address = (id: string) => `/api/v1/check-ins/${id}`

/** How a check-in reaches the server: it is there from the programme's first day. No clock ends it. */
export const checkInRemote: Remote = {
  save: (id, attempt) => saveFields(address(id), attempt),
  read: async (id) => {
    const read = await ask<Omit<Held, 'closesAt'>>(address(id), { method: 'GET' })
    return 'ok' in read ? { ...read, closesAt: null } : read
  },
}

/** Submits it as it is at a version; the same again is answered the same. */
export function submitCheckIn(id: string, version: number): Promise<Outcome<{ submittedAt: string }>> {
  return ask(`${address(id)}/submit`, { method: 'POST', headers: { 'if-match': `"${version}"` } })
}
