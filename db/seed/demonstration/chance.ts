/** Numbers from 0 to 1, the same for the same seed: the linear congruential generator of Numerical Recipes (2nd ed., § 7.1). */
export function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** When applicants write and deposit: half of them on the last day, as everywhere. `start` and `deposit` are in that order. */
export function momentsBetween(opens: Date, until: Date, random: () => number): { start: Date; deposit: Date } {
  const span = until.getTime() - opens.getTime()
  const last = Math.min(span / 2, 86_400_000)
  const deposit = random() < 0.5 ? until.getTime() - random() * last : opens.getTime() + span * (0.4 + 0.55 * random())
  const start = opens.getTime() + (deposit - opens.getTime()) * (0.05 + 0.85 * random())
  return { start: new Date(start), deposit: new Date(deposit) }
}
