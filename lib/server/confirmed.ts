import type { Caller } from '#lib/server/opening.ts'
import { Refusal } from '#lib/server/refusal.ts'

/** A verb behind a tick in a form: refused as `invalid` on `confirmed` without it. */
export function whenConfirmed<I, R>(verb: (caller: Caller, input: I) => Promise<R>) {
  return async (caller: Caller, { confirmed, ...input }: I & { confirmed: string }): Promise<R> => {
    if (confirmed !== 'yes') throw new Refusal('invalid', { faults: [{ path: 'confirmed', code: 'invalid_value' }] })
    return verb(caller, input as I)
  }
}
