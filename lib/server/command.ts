import { transaction, type Reader, type Transaction } from '#db/client.ts'
import { auditEntry } from '#db/schema/audit.ts'
import type { Actor } from '#lib/domain/access.ts'
import { notForKeeping } from '#lib/server/making.ts'
import { ask, open, parse, refusalOf, type Caller } from '#lib/server/opening.ts'
import { Refusal } from '#lib/server/refusal.ts'
import type { z } from 'zod'

/** `actorId` is for signing in, where the one who acts is known only at the end. Details hold identifiers, never names or addresses. */
export type Note = { subject?: string; actorId?: string; detail?: Record<string, unknown> }

type Definition<I extends z.ZodType, S, R, A> = {
  /** noun.verb, as in the access matrix and the audit. */
  name: string
  input: I
  /** Signing in has a role of its own, which sees only what signing in needs. */
  role?: 'portal_auth'
  /** Leaves no audit entry: for what happens too often to be a deed, such as prolonging a session. */
  unrecorded?: true
  /** What must be asked outside before the transaction opens, so that no connection waits for it; through a verb, which asks the law. */
  ahead?: (caller: Caller, input: z.output<I>) => Promise<A>
  /** Loads what the deed is about, with a handle that cannot write. Throw `not-found` when it is not there. */
  subject: (read: Reader, input: z.output<I>, actor: Actor) => Promise<S>
  /** The law. The writing handle exists only after it said yes. */
  may: (actor: Actor, subject: S, now: Date) => boolean
  /** Whether it is the time for it, for those who may: refused as `closed`. */
  when?: (subject: S, now: Date, input: z.output<I>) => boolean
  run: (context: { tx: Transaction; actor: Actor; caller: Caller; subject: S; now: Date; ahead: A; note: (note: Note) => void }, input: z.output<I>) => Promise<R>
}

export type Command<I extends z.ZodType, R> = ((caller: Caller, input: z.input<I>) => Promise<R>) & { verb: 'command'; verbName: string; input: I }

/**
 * A deed. Parses, opens a transaction as the person, loads, asks the law, does it, and writes the audit entry
 * in the same transaction: both are there or neither is. Throws a `Refusal`.
 */
export function command<I extends z.ZodType, S, R, A = undefined>({ name, input: schema, role, unrecorded, ahead: askOutside, subject: load, may, when, run }: Definition<I, S, R, A>): Command<I, R> {
  const call = async (caller: Caller, raw: z.input<I>): Promise<R> => {
    const input = parse(schema, raw)
    notForKeeping()
    const ahead = (await askOutside?.(caller, input)) as A
    try {
      return await transaction(role ?? 'portal_app', 'read write', async (tx, begin) => {
        const { actor, now } = await open(begin, caller)
        const subject = await load(tx, input, actor)
        ask(may(actor, subject, now), actor)
        if (when && !when(subject, now, input)) throw new Refusal('closed', { reason: name })
        let noted: Note = {}
        const result = await run({ tx, actor, caller, subject, now, ahead, note: (note) => (noted = { ...noted, ...note }) }, input)
        if (unrecorded) return result
        await tx.insert(auditEntry).values({
          actorId: noted.actorId ?? actor?.id ?? null, deed: name, subject: noted.subject ?? null, detail: noted.detail ?? {},
        })
        return result
      })
    } catch (error) {
      throw refusalOf(error)
    }
  }
  return Object.assign(call, { verb: 'command' as const, verbName: name, input: schema })
}
