/** Quantiles of the F distribution, for intervals of variance ratios, in portable arithmetic. */
import { lnGamma } from '#lib/domain/gamma-distribution.ts'
import { exp, ln } from '#lib/domain/portable-math.ts'

/** The value below which an F ratio with these (real, positive) degrees of freedom falls with this probability, strictly between 0 and 1. */
export function fQuantile(probability: number, numerator: number, denominator: number): number {
  let [low, high] = [0, 1]
  while (fBelow(high, numerator, denominator) < probability) high *= 2
  for (let step = 0; step < 100; step += 1) {
    const middle = (low + high) / 2
    if (fBelow(middle, numerator, denominator) < probability) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** Probability that an F ratio falls below `value`: a regularised incomplete beta function. */
export function fBelow(value: number, numerator: number, denominator: number): number {
  const x = (numerator * value) / (numerator * value + denominator)
  const [a, b] = [numerator / 2, denominator / 2]
  return x < (a + 1) / (a + b + 2) ? betaFraction(x, a, b) : 1 - betaFraction(1 - x, b, a)
}

/** Continued fraction of the incomplete beta function by Lentz's method (Abramowitz and Stegun, 26.5.8). */
function betaFraction(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  const front = exp(lnGamma(a + b) - lnGamma(a) - lnGamma(b) + a * ln(x) + b * ln(1 - x)) / a
  let c = 1
  let d = 1 / apart(1 - ((a + b) * x) / (a + 1))
  let result = d
  for (let m = 1; m < 10_000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / apart(1 + even * d)
    c = apart(1 + even / c)
    result *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / apart(1 + odd * d)
    c = apart(1 + odd / c)
    result *= d * c
    if (Math.abs(d * c - 1) < 1e-15) break
  }
  return front * result
}

function apart(value: number): number {
  return Math.abs(value) < 1e-300 ? 1e-300 : value
}
