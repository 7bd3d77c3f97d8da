import { transaction, type Reader } from '#db/client.ts'
import type { Actor } from '#lib/domain/access.ts'
import { askForPage } from '#lib/server/making.ts'
import { ask, open, parse, refusalOf, type Caller } from '#lib/server/opening.ts'
import type { z } from 'zod'

type Definition<I extends z.ZodType, R> = {
  /** noun.verb, as in the access matrix. */
  name: string
  input: I
  /** Signing in has a role of its own. */
  role?: 'portal_auth'
  /** The law. Rows are the wall's business; this says whether the question may be asked at all. */
  may: (actor: Actor, input: z.output<I>) => boolean
  read: (context: { tx: Reader; actor: Actor; now: Date }, input: z.output<I>) => Promise<R>
}

export type Query<I extends z.ZodType, R> = ((caller: Caller, input: z.input<I>) => Promise<R>) & { verb: 'query'; verbName: string; input: I }

/**
 * A question a person may ask. Opens a read-only transaction as that person, so that the rows they may not see
 * do not exist, asks the law, then reads. Throws a `Refusal`.
 */
export function query<I extends z.ZodType, R>({ name, input: schema, role, may, read }: Definition<I, R>): Query<I, R> {
  const answered = async (caller: Caller, input: z.output<I>) => {
    try {
      return await transaction(role ?? 'portal_app', 'read only', async (tx, begin) => {
        const { actor, now } = await open(begin, caller)
        ask(may(actor, input), actor)
        return { answer: await read({ tx, actor, now }, input), at: now }
      })
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
