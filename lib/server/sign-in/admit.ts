import type { Transaction } from '#db/client.ts'
import type { Note } from '#lib/server/command.ts'
import type { Caller } from '#lib/server/opening.ts'
import { findOrCreatePerson } from '#lib/server/sign-in/find-or-create-person.ts'
import { openSession } from '#lib/server/sign-in/open-session.ts'

/** What came of a try to sign in. `token` goes into the session cookie and nowhere else. */
export type Admission =
  | { outcome: 'signed-in'; token: string; locale: 'fr' | 'en'; returnTo: string | null }
  | { outcome: 'unusable' }
  | { outcome: 'disabled' }

type Proven = { email: string | null; locale: 'fr' | 'en'; returnTo: string | null }

/** Lets in the person of a request just used up, making their account if it is the first time. */
export async function admit(tx: Transaction, request: Proven | undefined, { caller, note }: { caller: Caller; note: (note: Note) => void }): Promise<Admission> {
  if (!request?.email) {
    note({ detail: { outcome: 'unusable' } })
    return { outcome: 'unusable' }
  }
  const { id, disabled, isNew } = await findOrCreatePerson(tx, { email: request.email, locale: request.locale })
  note({ subject: id, actorId: id, detail: { outcome: disabled ? 'disabled' : 'signed-in', isNew } })
  if (disabled) return { outcome: 'disabled' }
  return { outcome: 'signed-in', token: await openSession(tx, id, caller), locale: request.locale, returnTo: request.returnTo }
}
