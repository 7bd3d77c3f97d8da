import { AsyncLocalStorage } from 'node:async_hooks'
import { serialize } from 'node:v8'
import { isPast, parisDate } from '#lib/domain/calendar.ts'

/** An answer, and the instant on the database's clock it was given for. */
export type Answered<R = unknown> = { answer: R; at: Date }
/** Asks a question as the same caller, for a request that arrived then (`performance.now()`). */
export type Ask<R = unknown> = (arrived?: number) => Promise<Answered<R>>
/** A question a page asked, by verb and input; all that its answer can change on the page; and how to ask it anew. */
export type Part = { question: string; impression: Buffer; ask: Ask }

/**
 * A page while it is made: what it asks, and what was asked for it already. It can be made again from the same answers
 * only where it says so itself, and where all it asked were lookups: anything else asked or done takes that back.
 */
export class Making {
  readonly #given: ReadonlyMap<string, Answered>
  readonly #parts = new Map<string, Part>()
  #isDeclared = false
  #isSpoilt = false

  constructor(given: ReadonlyMap<string, Answered> = new Map()) {
    this.#given = given
  }

  async ask<R>(question: string, ask: Ask<R>): Promise<R> {
    const { answer, at } = (this.#given.get(question) as Answered<R> | undefined) ?? (await ask())
    const impression = impressionOf({ answer, at })
    const before = this.#parts.get(question)
    if (impression === null || (before && !before.impression.equals(impression))) this.#isSpoilt = true
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

/** Asks a question, once for the page under way where there is one. */
export async function askForPage<R>(question: string, ask: Ask<R>): Promise<R> {
  const making = store.getStore()
  return making ? making.ask(question, ask) : (await ask()).answer
}

/** Said by what cannot be asked anew and compared: the page under way is not kept. */
export function notForKeeping(): void {
  store.getStore()?.spoil()
}

/** Said by a page made of nothing but its address, the request's cookies, and what it asked. */
export function madeOfAnswers(): void {
  store.getStore()?.declare()
}

/**
 * All that an answer can change on a page, as bytes: the answer but for its `now`; and of time, the day in Paris and which
 * of the answer's instants have come or are past. Null for what has no such form.
 */
export function impressionOf({ answer, at }: Answered): Buffer | null {
  const { now: _now, ...rest } = (answer ?? {}) as { now?: unknown }
  const come: boolean[] = []
  const look = (value: unknown): void => {
    if (value instanceof Date) come.push(value <= at, isPast(value, at))
    else if (typeof value === 'object' && value !== null) for (const each of Array.isArray(value) ? value : Object.values(value)) look(each)
  }
  look(rest)
  try {
    return serialize([answer === null, rest, parisDate(at), come])
  } catch {
    return null
  }
}
