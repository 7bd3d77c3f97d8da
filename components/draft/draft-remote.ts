import { ask, type Outcome, type Saved, saveFields } from '#components/draft/draft-request.ts'
import type { Held, Remote, SessionStart } from '#components/draft/draft-session.ts'

export type DraftStart = Omit<SessionStart, 'place'> & {
  call: string
  organisation: string
  /** Where a draft that has just been created is edited, but for its identifier. */
  address: { before: string; after: string }
}

/** A draft as its interface tells it, as far as the editor asks. */
type ReadDraft = Omit<Held, 'closesAt'> & { permitUntil: string | null; call: { closesAt: string } }

/** The call and the organisation name a draft before it exists. */
export function placeOf({ call, organisation }: DraftStart): string {
  return `${call} ${organisation}`
}

/** How a draft reaches the server; the first save creates it. */
export function draftRemote({ call, organisation, address }: DraftStart): Remote {
  return {
    save: (id, attempt) => saveFields(`/api/v1/drafts/${id}`, attempt),
    read: (id) => readDraft(id),
    create: ({ key, fields }) => ask<Saved & { id: string; isNew: boolean }>(`/api/v1/calls/${call}/drafts`, { method: 'POST', headers: { 'idempotency-key': key }, body: JSON.stringify({ organisationId: organisation, fields }) }),
    created: (id) => history.replaceState(null, '', `${address.before}${id}${address.after}${location.hash}`),
  }
}

async function readDraft(id: string): Promise<Outcome<Held>> {
  const read = await ask<ReadDraft>(`/api/v1/drafts/${id}`, { method: 'GET' })
  if (!('ok' in read)) return read
  const { permitUntil, call, ...held } = read
  return { ...held, closesAt: permitUntil !== null && permitUntil > call.closesAt ? permitUntil : call.closesAt }
}
