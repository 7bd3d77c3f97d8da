import { AsyncLocalStorage } from 'node:async_hooks'
import { createHash } from 'node:crypto'
import { isPast, parisDate } from '#lib/domain/calendar.ts'
import type { Caller } from '#lib/server/opening.ts'

/** An answer, and the instant on the database's clock it was given for. */
export type Answered<R = unknown> = { answer: R; at: Date }
/** A question a page asked, by verb, caller and input; a digest of all that its answer can change on the page; and how to ask it anew for a request that arrived then (`performance.now()`). */
export type Part = { question: string; impression: string; ask: (arrived: number) => Promise<Answered> }

/**
 * A page while it is made: what it asks, and what was asked for it already. It can be sent again to who gets the same answers
 * only where it says so itself, and where it only asked: any deed on the way takes that back.
 */
export class Making {
  readonly #given: ReadonlyMap<string, Answered>
  readonly #parts = new Map<string, Part>()
  #isDeclared = false
  #isSpoilt = false

  constructor(given: ReadonlyMap<string, Answered> = new Map()) {
    this.#given = given
  }

  async ask<R>(question: string, ask: (arrived?: number) => Promise<Answered<R>>): Promise<R> {
    const { answer, at } = (this.#given.get(question) as Answered<R> | undefined) ?? (await ask())
    const impression = impressionOf({ answer, at })
    const before = this.#parts.get(question)
    if (impression === null || (before && before.impression !== impression)) this.#isSpoilt = true
    else this.#parts.set(question, { question, impression, ask })
    return answer
  }

  declare(): void {
    this.#isDeclared = true
  }

  spoil(): void {
    this.#isSpoilt = true
  }

  /** What the page was made of, where it is made of nothing else; the session it was made for is always among it. */
  get parts(): readonly Part[] | null {
    const isOfSomebody = [...this.#parts.keys()].some((question) => question.startsWith('session.resume '))
    return this.#isDeclared && !this.#isSpoilt && isOfSomebody ? [...this.#parts.values()] : null
  }
}

/** One for the whole process: pages are bundled apart from the front that serves them. */
const store = ((globalThis as { portalMaking?: AsyncLocalStorage<Making> }).portalMaking ??= new AsyncLocalStorage<Making>())

/** Makes a page; what it asks on the way is told to `making`. */
export function whileMaking<T>(making: Making, work: () => Promise<T>): Promise<T> {
  return store.run(making, work)
}

/** Asks a question, for the page under way where there is one; anew when it is given to send that page again. */
export async function askForPage<R>(verb: string, caller: Caller, input: unknown, ask: (caller: Caller) => Promise<Answered<R>>): Promise<R> {
  const making = store.getStore()
  if (!making) return (await ask(caller)).answer
  const { personId, session } = caller
  const who = personId ?? (session ? Buffer.from(session).toString('base64') : '')
  return making.ask(`${verb} ${who} ${JSON.stringify(input)}`, (arrived) => ask(arrived === undefined ? caller : { ...caller, arrived }))
}

/** Said by every deed: the page under way is not kept. */
export function notForKeeping(): void {
  store.getStore()?.spoil()
}

/** Said by a page made of nothing but its address, the request's cookies, and what it asked. */
export function madeOfAnswers(): void {
  store.getStore()?.declare()
}

/**
 * A digest of all that an answer can change on a page: the answer but for its `now`; and of time, the day in Paris and which
 * of the answer's instants have come or are past. Null for an answer that JSON does not tell from every other.
 */
export function impressionOf({ answer, at }: Answered): string | null {
  const told = isPlain(answer) ? (({ now: _now, ...rest }) => rest)(answer) : [answer]
  const come: boolean[] = []
  if (!isTold(told, at, come)) return null
  return createHash('sha256').update(JSON.stringify([told, parisDate(at), come])).digest('base64')
}

/** Whether JSON tells a value whole; of each instant in it, whether it has come at `at` and whether it is past is added to `come`. */
function isTold(value: unknown, at: Date, come: boolean[]): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (value instanceof Date) return come.push(value <= at, isPast(value, at)) > 0
  if (Array.isArray(value)) return value.every((each) => isTold(each, at, come))
  return isPlain(value) && Object.values(value).every((each) => each === undefined || isTold(each, at, come))
}

function isPlain(value: unknown): value is { now?: unknown } {
  const kind: unknown = typeof value === 'object' && value !== null ? Object.getPrototypeOf(value) : undefined
  return kind === Object.prototype || kind === null
}
