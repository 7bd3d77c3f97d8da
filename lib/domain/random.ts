/**
 * Chance that can be repeated: the same seed gives the same numbers on every machine.
 * sfc32 is Chris Doty-Humphrey's small fast counting generator (PractRand 0.94): 128 bits of state, period at least 2³².
 */
import { ln } from '#lib/domain/portable-math.ts'

export type Random = {
  /** Uniform on [0, 1), 32 bits. */
  uniform: () => number
  /** Standard normal: the polar method (Marsaglia and Bray, SIAM Review 6, 1964). */
  normal: () => number
  /** Chi-squared with `degrees` ≥ 2 degrees of freedom: Marsaglia and Tsang, ACM TOMS 26, 2000. */
  chiSquared: (degrees: number) => number
}

/** A stream of random numbers from an integer seed; `stream` sets apart several uses of one seed. */
export function seeded(seed: number, stream = 0): Random {
  let a = seed | 0
  let b = stream | 0
  let c = Math.floor(seed / 2 ** 32) | 0
  let counter = 1
  let spare = 0
  let hasSpare = false

  function next(): number {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  for (let warming = 0; warming < 15; warming += 1) next()

  function normal(): number {
    if (hasSpare) {
      hasSpare = false
      return spare
    }
    for (;;) {
      const u = next() / 2_147_483_648 - 1
      const v = next() / 2_147_483_648 - 1
      const s = u * u + v * v
      if (s >= 1 || s === 0) continue
      const factor = Math.sqrt((-2 * ln(s)) / s)
      spare = v * factor
      hasSpare = true
      return u * factor
    }
  }

  function chiSquared(degrees: number): number {
    const d = degrees / 2 - 1 / 3
    const c = 1 / Math.sqrt(9 * d)
    for (;;) {
      const x = normal()
      const root = 1 + c * x
      if (root <= 0) continue
      const v = root * root * root
      const u = (next() + 0.5) / 4_294_967_296
      if (ln(u) < 0.5 * x * x + d - d * v + d * ln(v)) return 2 * d * v
    }
  }

  return { uniform: () => next() / 4_294_967_296, normal, chiSquared }
}
