import { askGathered, type BegunSession } from '#db/client.ts'
import type { Gathered } from '#db/gather.ts'
import type { Actor } from '#lib/domain/access.ts'
import { askForPage } from '#lib/server/making.ts'
import { ask, onBehalf, parse, refusalOf, type Caller } from '#lib/server/opening.ts'
import type { Query } from '#lib/server/query.ts'
import type { z } from 'zod'

type Asked<F> = { found: F; actor: Actor; now: Date; session: BegunSession | null; more: <M>(gathered: Gathered<M>, values: Record<string, unknown>) => Promise<M> }

type Definition<I extends z.ZodType<Record<string, unknown>>, F, R> = {
  /** noun.verb, as in the access matrix. */
  name: string
  input: I
  /** The law, asked before anything is made of what the wall let through. */
  may: (actor: Actor, input: z.output<I>) => boolean
  /** All that is asked, in one statement made once; its places are the input's fields. */
  asks: Gathered<F>
  /** Makes the answer; `more` asks again, as the same person, for what seldom has to be asked. */
  read: (asked: Asked<F>, input: z.output<I>) => R | Promise<R>
}

/**
 * A query for pages that are asked for all day: the same steps and the same law in one round trip, since all it asks is
 * one statement that sets the actor first. Throws a `Refusal`.
 */
export function lookup<I extends z.ZodType<Record<string, unknown>>, F, R>({ name, input: schema, may, asks, read }: Definition<I, F, R>): Query<I, R> {
  const answered = async (caller: Caller, input: z.output<I>) => {
    try {
      const { begun, found } = await askGathered(asks, onBehalf(caller), input)
      ask(may(begun.actor, input), begun.actor)
      const more = async <M>(gathered: Gathered<M>, values: Record<string, unknown>) => (await askGathered(gathered, onBehalf(caller), values)).found
      const now = new Date(begun.now)
      return { answer: await read({ found, actor: begun.actor, now, session: begun.session ?? null, more }, input), at: now }
    } catch (error) {
      throw refusalOf(error)
    }
  }
  const run = async (caller: Caller, raw: z.input<I>): Promise<R> => {
    const input = parse(schema, raw)
    return askForPage(name, caller, input, (asked) => answered(asked, input))
  }
  return Object.assign(run, { verb: 'query' as const, verbName: name, input: schema })
}
