import type { Caller } from '#lib/server/opening.ts'
import { Refusal } from '#lib/server/refusal.ts'
import type { Admission } from '#lib/server/sign-in/admit.ts'

export type Admitted = Admission & { outcome: 'signed-in' }

/** Turns a try that failed into a refusal, after its transaction: the try stays counted and in the journal. */
export function admitted<I>(verb: (caller: Caller, input: I) => Promise<Admission>) {
  return async (caller: Caller, input: I): Promise<Admitted> => {
    const admission = await verb(caller, input)
    switch (admission.outcome) {
      case 'signed-in':
        return admission
      case 'unusable':
        throw new Refusal('not-found', { reason: 'unusable' })
      case 'disabled':
        throw new Refusal('forbidden', { reason: 'disabled' })
    }
  }
}
