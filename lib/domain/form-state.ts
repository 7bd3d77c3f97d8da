/** What a form knows after it was sent: nothing yet, done, or refused with everything typed kept. */
export type FormState =
  | { status: 'new' }
  /** `shown` is said once, in the answer alone. */
  | { status: 'done'; shown?: string }
  | {
      status: 'refused'
      code: string
      reason?: string
      /** Seconds. */
      retryAfter?: number
      /** What stands now, where somebody else saved in between. */
      version?: number
      faults: readonly { path: string; code: string; column?: string }[]
      values: Record<string, string>
    }
