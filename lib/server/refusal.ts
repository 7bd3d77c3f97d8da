/** Why the portal says no. What an actor may not see is `not-found`, never `forbidden`. */
const refusalCodes = ['not-found', 'forbidden', 'unauthenticated', 'closed', 'conflict', 'invalid', 'too-many', 'busy'] as const

export type RefusalCode = (typeof refusalCodes)[number]

/** One fault of the input: the field's path, a code whose sentence lives in messages, and the column of a table where one is at fault. */
export type Fault = { path: string; code: string; column?: string }

/** A no in the portal's words. `action` and `endpoint` each turn it once into what the caller reads. */
export class Refusal extends Error {
  readonly kind = 'refusal'
  readonly code: RefusalCode
  readonly reason: string | undefined
  readonly faults: readonly Fault[]
  readonly retryAfter: number | undefined
  readonly current: unknown

  /** `reason`: a message key more precise than the code; `retryAfter`: seconds; `current`: what stands instead, for whoever may read it. */
  constructor(code: RefusalCode, details: { reason?: string; faults?: readonly Fault[]; retryAfter?: number; current?: unknown } = {}) {
    super(details.reason ?? code)
    this.code = code
    this.reason = details.reason
    this.faults = details.faults ?? []
    this.retryAfter = details.retryAfter
    this.current = details.current
  }
}

/** Recognises a refusal by its mark: class identity does not survive bundling. */
export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Error && (error as { kind?: unknown }).kind === 'refusal'
}
