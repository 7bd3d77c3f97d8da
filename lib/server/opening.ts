import type { Begin, OnBehalf } from '#db/client.ts'
import type { Actor } from '#lib/domain/access.ts'
import { isRefusal, Refusal, type Fault } from '#lib/server/refusal.ts'
import type { z } from 'zod'

/**
 * On whose behalf something is asked, and since when: `arrived` is `performance.now()` when the request came in.
 * `address` is the network address as far as it can be believed, `agent` what the browser calls itself. `session`, the
 * hash of a cookie's token, stands for a person nobody has looked up yet: the database does, on the way.
 */
export type Caller = { personId: string | null; session?: Uint8Array; arrived?: number; address?: string; agent?: string }

/** A caller nobody knows. */
export const visitor: Caller = { personId: null }

/**
 * Sets the actor for the wall, and returns who they are and when they asked: the database's clock,
 * less the time the request has already spent here, so that waiting in a queue makes nobody late.
 */
export async function open(begin: Begin, caller: Caller): Promise<{ actor: Actor; now: Date }> {
  const { now, actor } = await begin(onBehalf(caller))
  return { actor, now: new Date(now) }
}

/** Who asks, and how long ago, as the database takes it. */
export function onBehalf({ personId, session, arrived }: Caller): OnBehalf {
  return { personId, ...(session && { session }), spent: arrived === undefined ? 0 : Math.max(0, performance.now() - arrived) }
}

/** Parses what came in; throws `invalid` naming each field at fault, with its first fault. */
export function parse<T extends z.ZodType>(schema: T, input: unknown): z.output<T> {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  const faults = result.error.issues.map(faultOf)
  throw new Refusal('invalid', { faults: faults.filter(({ path }, index) => faults.findIndex((other) => other.path === path) === index) })
}

function faultOf(issue: z.core.$ZodIssue): Fault {
  const custom = issue.code === 'custom' ? (issue as { params?: { code?: unknown } }).params?.code : undefined
  return { path: issue.path.join('.'), code: typeof custom === 'string' ? custom : issue.code }
}

/** Refuses when the law says no. A visitor is asked to sign in; to others the thing does not exist. */
export function ask(allowed: boolean, actor: Actor): void {
  if (!allowed) throw new Refusal(actor === null ? 'unauthenticated' : 'not-found')
}

const busyStates = new Set(['40001', '40P01', '53300', '55P03', '57014', '57P01', '57P02', '57P03'])
const lostConnection = new Set(['CONNECTION_CLOSED', 'CONNECTION_ENDED', 'CONNECTION_DESTROYED', 'CONNECT_TIMEOUT', 'ECONNREFUSED', 'ECONNRESET'])

/** Puts what the database says into the portal's words; anything unexpected stays an error. */
export function refusalOf(error: unknown): unknown {
  if (isRefusal(error)) return error
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error
  const { code, kind, constraint_name: constraint } = cause as { code?: string; kind?: string; constraint_name?: string }
  if (kind === 'queue-full' || busyStates.has(code ?? '') || lostConnection.has(code ?? '')) return new Refusal('busy', { retryAfter: 2 })
  if (code === '23514' && constraint?.endsWith('_closed')) return new Refusal('closed', { reason: constraint })
  if (code === '23514' && constraint?.endsWith('_conflicted')) return new Refusal('conflict', { reason: constraint })
  if (code === '23514' && constraint?.includes('_keeps_an_')) return new Refusal('conflict', { reason: constraint })
  if (code === '23503') return new Refusal('conflict', { reason: 'in-use' })
  if (code === '23505') return new Refusal('conflict', constraint ? { reason: constraint } : {})
  if (code === '42501') return new Refusal('not-found')
  return error
}
