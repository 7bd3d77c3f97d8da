import type { Sql } from 'postgres'
import { ask } from '#db/client.ts'
import type { Actor } from '#lib/domain/access.ts'
import { ask as requireLeave, onBehalf, parse, refusalOf, type Caller } from '#lib/server/opening.ts'
import { Refusal } from '#lib/server/refusal.ts'
import type { z } from 'zod'

type Opened<S> = { now: string; actor: Actor; subject: S | null }
type OnBehalf = ReturnType<typeof onBehalf>

type Definition<I extends z.ZodType, S, P, W, R> = {
  /** noun.verb, as in the access matrix. */
  name: string
  input: I
  /** Asks, in one statement that sets the actor first, for what the law needs to know; null where the wall shows nothing. */
  open: (sql: Sql, who: OnBehalf, input: z.output<I>) => Promise<readonly { answer: Opened<S> }[]>
  /** Judges what was sent against the subject, e.g. against the questions of its form. Throws `invalid`. */
  judge: (subject: S, input: z.output<I>) => Promise<P> | P
  may: (actor: Actor, subject: S) => boolean
  /** Whether it is the time for it, for those who may: refused as `closed`. */
  when: (subject: S, now: Date, input: z.output<I>) => boolean
  /** Writes, in one statement that sets the actor (now known) and the arrival first, what was judged: it compares and swaps. */
  write: (sql: Sql, who: { personId: string | null; arrived: string }, input: z.output<I>, judged: P) => Promise<readonly { answer: W }[]>
  /** What was written, or a refusal: `conflict` with what differs. */
  answer: (written: W, input: z.output<I>) => R
}

export type Autosave<I extends z.ZodType, R> = ((caller: Caller, input: z.input<I>) => Promise<R>) & { verb: 'command'; verbName: string; input: I }

/**
 * A command for what is saved at every pause in typing: the same steps and the same law, in two round trips instead of
 * seven, since each is one function of the database and so a transaction of its own. Between the two the state may
 * change: the writing function compares versions, and the guards judge it again. Leaves a revision, no audit entry.
 */
export function autosave<I extends z.ZodType, S, P, W, R>({ name, input: schema, open, judge, may, when, write, answer }: Definition<I, S, P, W, R>): Autosave<I, R> {
  const call = async (caller: Caller, raw: z.input<I>): Promise<R> => {
    const input = parse(schema, raw)
    try {
      const { now, actor, subject } = await ask((sql) => open(sql, onBehalf(caller), input))
      if (subject === null) throw new Refusal(actor === null ? 'unauthenticated' : 'not-found')
      requireLeave(may(actor, subject), actor)
      if (!when(subject, new Date(now), input)) throw new Refusal('closed', { reason: name })
      const judged = await judge(subject, input)
      return answer(await ask((sql) => write(sql, { personId: actor?.id ?? null, arrived: now }, input, judged)), input)
    } catch (error) {
      throw refusalOf(error)
    }
  }
  return Object.assign(call, { verb: 'command' as const, verbName: name, input: schema })
}
