import type { Sql } from 'postgres'
import { ask } from '#db/client.ts'
import type { Actor } from '#lib/domain/access.ts'
import { ask as requireLeave, onBehalf, parse, refusalOf, type Caller } from '#lib/server/opening.ts'
import { isRefusal, Refusal } from '#lib/server/refusal.ts'
import type { z } from 'zod'

type OnBehalf = ReturnType<typeof onBehalf>
/** What the law is told: in its own words, as the text the database compares, and the instant it is about as the database spells it. */
export type Told<S> = { now: string; actor: Actor; subject?: S; facts?: string }

type Definition<I extends z.ZodType, S, P, W, R> = {
  /** noun.verb, as in the access matrix. */
  name: string
  input: I
  /** What is saved: what the law was told of it is remembered under this name, apart for each session. */
  of: (input: z.output<I>) => string
  /**
   * Asks for all that `may`, `when` and `judge` go by, once in the law's words and once as the text `facts`; of what is
   * not there for this person only who they are. The same text must mean the same verdict, so it says of each instant that
   * `when` looks at whether it is past.
   */
  open: (sql: Sql, who: OnBehalf, input: z.output<I>) => Promise<readonly { answer: Told<S> }[]>
  /** Judges what was sent against the subject, e.g. against the questions of its form. Throws `invalid`. */
  judge: (subject: S, input: z.output<I>) => Promise<P> | P
  may: (actor: Actor, subject: S) => boolean
  /** Whether it is the time for it, for those who may: refused as `closed`. */
  when: (subject: S, now: Date, input: z.output<I>) => boolean
  /**
   * Asks for the facts once more and writes what was judged if they are the same text: it compares and swaps. Answers null,
   * with nothing written, if they are not. `arrived` is the instant where the law has just been asked, else null: now, less `spent`.
   */
  write: (sql: Sql, who: OnBehalf & { arrived: string | null; facts: string | null }, input: z.output<I>, judged: P) => Promise<readonly { answer: W | null }[]>
  /** What was written, or a refusal: `conflict` with what differs. */
  answer: (written: W, input: z.output<I>) => R
}

export type Autosave<I extends z.ZodType, R> = ((caller: Caller, input: z.input<I>) => Promise<R>) & { verb: 'command'; verbName: string; input: I }

const mostRemembered = 2_000

/**
 * A command for what is saved at every pause in typing: the same steps and the same law, mostly in one round trip instead
 * of seven. The process remembers what the law was told at the last save of this session and subject; the function that
 * writes finds it out anew and writes only if it is still so, word for word. If not, or if the law says no to what is
 * remembered, it is asked again and judged anew. Leaves a revision, no audit entry. Throws a `Refusal`.
 */
export function autosave<I extends z.ZodType, S, P, W, R>({ name, input: schema, of, open, judge, may, when, write, answer }: Definition<I, S, P, W, R>): Autosave<I, R> {
  const remembered = new Map<string, Told<S>>()

  async function lawOn({ actor, subject, now }: Told<S>, input: z.output<I>): Promise<P> {
    if (subject === undefined) throw new Refusal(actor === null ? 'unauthenticated' : 'not-found')
    requireLeave(may(actor, subject), actor)
    if (!when(subject, new Date(now), input)) throw new Refusal('closed', { reason: name })
    return await judge(subject, input)
  }

  async function save(caller: Caller, input: z.output<I>, told: Told<S>, arrived: string | null): Promise<W | null> {
    const judged = await lawOn(told, input)
    return await ask((sql) => write(sql, { ...onBehalf(caller), arrived, facts: told.facts ?? null }, input, judged))
  }

  const call = async (caller: Caller, raw: z.input<I>): Promise<R> => {
    const input = parse(schema, raw)
    const key = `${caller.personId ?? Buffer.from(caller.session ?? []).toString('base64')} ${of(input)}`
    const last = remembered.get(key)
    try {
      const early = last && (await save(caller, input, last, null).catch(nothingIfRefused))
      if (early) return answer(early, input)
      for (let times = 0; times < 3; times += 1) {
        const told = await ask((sql) => open(sql, onBehalf(caller), input))
        const written = await save(caller, input, told, told.now)
        if (written === null) continue
        if (remembered.size >= mostRemembered) remembered.clear()
        remembered.set(key, told)
        return answer(written, input)
      }
      throw new Refusal('busy', { retryAfter: 2 })
    } catch (error) {
      throw refusalOf(error)
    }
  }
  return Object.assign(call, { verb: 'command' as const, verbName: name, input: schema })
}

/** Nobody is refused on what is remembered. */
function nothingIfRefused(error: unknown): null {
  if (isRefusal(error)) return null
  throw error
}
