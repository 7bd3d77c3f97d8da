import { performance } from 'node:perf_hooks'

/** The middle of `values` (not empty). */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? (sorted[middle] as number) : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
}

/** Milliseconds `work` takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/**
 * Measures several things in turn, round after round, so that whatever else the machine does weighs on all alike.
 * Returns the median of each.
 */
export async function interleaved<K extends string>(rounds: number, things: Readonly<Record<K, () => Promise<number>>>): Promise<Record<K, number>> {
  const seen = Object.fromEntries(Object.keys(things).map((name) => [name, []])) as unknown as Record<K, number[]>
  for (let round = 0; round < rounds; round += 1) {
    for (const name of Object.keys(things) as K[]) seen[name].push(await things[name]())
  }
  return Object.fromEntries(Object.entries<number[]>(seen).map(([name, values]) => [name, median(values)])) as Record<K, number>
}

/** One line of the report: what is compared, the ratio or figure, and what was aimed at. */
export function report(what: string, figure: string, aim: string): void {
  console.log(`${what.padEnd(74)} ${figure.padStart(12)}   ${aim}`)
}
