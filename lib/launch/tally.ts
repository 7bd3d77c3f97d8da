import type { Outcome } from '#lib/launch/checks.ts'
import { CannotStart } from '#lib/env.ts'

export type Check = readonly [name: string, run: (signal: AbortSignal) => Promise<Outcome>]

/**
 * Runs checks one after the other, whatever the ones before came to; shows the report of those that failed.
 * Ends with the line `N passed, N failed`. Resolves to `failed` when anything failed or nothing ran.
 */
export async function tally(checks: readonly Check[], signal: AbortSignal): Promise<'done' | 'failed'> {
  const total = { passed: 0, failed: 0 }
  for (const [name, run] of checks) {
    if (signal.aborted) break
    const from = performance.now()
    const { passed, failed, report } = await run(signal).catch(asFailure)
    total.passed += passed
    total.failed += failed
    if (failed > 0) console.log(`\n${report.trim()}\n`)
    const seconds = ((performance.now() - from) / 1_000).toFixed(1)
    console.log(failed === 0 ? `${name}: all ${passed} good (${seconds} s)` : `${name}: ${failed} of ${passed + failed} not good (${seconds} s)`)
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`)
  return total.failed === 0 && total.passed > 0 ? 'done' : 'failed'
}

function asFailure(error: unknown): Outcome {
  const report = error instanceof CannotStart ? error.message : error instanceof Error ? String(error.stack) : String(error)
  return { passed: 0, failed: 1, report }
}
