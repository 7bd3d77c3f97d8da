/**
 * Confidence intervals of what a laureate measures: a share, a mean, a duration, a rate. `level` is the share of such
 * intervals that hold the truth, 0.95 unless said. Each refuses what it is not defined for with a RangeError.
 */
import { fQuantile } from '#lib/domain/f-distribution.ts'
import { gammaQuantile } from '#lib/domain/gamma-distribution.ts'
import { exp, ln } from '#lib/domain/portable-math.ts'

export type Bounds = { low: number; high: number }

/**
 * A proportion, from 0 to 1: `successes` of `n` ≥ 1. Wilson's score interval without continuity correction (JASA 22,
 * 1927), method 3 of Newcombe (Statistics in Medicine 17, 1998, 857–872). Never leaves 0 to 1, and is no point at 0 or n.
 */
export function wilson(successes: number, n: number, level = 0.95): Bounds {
  holds(n >= 1 && successes >= 0 && successes <= n, level)
  const z = normalQuantile((1 + level) / 2)
  const middle = 2 * successes + z * z
  const reach = z * Math.sqrt(z * z + (4 * successes * (n - successes)) / n)
  const width = 2 * (n + z * z)
  return { low: successes === 0 ? 0 : Math.max(0, (middle - reach) / width), high: successes === n ? 1 : Math.min(1, (middle + reach) / width) }
}

/** A mean of `n` ≥ 2 values with standard deviation `sd` (divisor n − 1), by Student's t (Biometrika 6, 1908). In the unit of the mean. */
export function meanInterval(mean: number, sd: number, n: number, level = 0.95): Bounds {
  holds(n >= 2 && sd >= 0 && Number.isFinite(mean), level)
  const reach = (studentQuantile((1 + level) / 2, n - 1) * sd) / Math.sqrt(n)
  return { low: mean - reach, high: mean + reach }
}

/**
 * The mean of a duration (> 0) known by its mean and standard deviation. Delays are skewed and never negative, where
 * Student's interval can be; a median's interval would need the single values, which the portal refuses to hold. So: Cox's
 * log-normal interval (in Land, Technometrics 14, 1972) with t for z (Olsson, Journal of Statistics Education 13, 2005),
 * the parameters on the log scale being those with the same mean and deviation.
 */
export function durationInterval(mean: number, sd: number, n: number, level = 0.95): Bounds {
  const spread = sd / mean
  holds(n >= 2 && sd >= 0 && mean > 0 && spread < 1e6, level)
  const variance = ln(1 + spread * spread)
  const reach = studentQuantile((1 + level) / 2, n - 1) * Math.sqrt(variance / n + (variance * variance) / (2 * (n - 1)))
  return { low: mean / exp(reach), high: mean * exp(reach) }
}

/**
 * A rate: `count` events in `exposure` > 0, per unit of exposure. Exact for a Poisson count (Garwood, Biometrika 28, 1936).
 * Beyond a million events Byar's approximation (Breslow and Day, 1987, vol. II), the same to nine digits there.
 */
export function rateInterval(count: number, exposure: number, level = 0.95): Bounds {
  holds(count >= 0 && exposure > 0 && Number.isFinite(count), level)
  const tail = (1 - level) / 2
  if (count > 1e6) {
    const z = normalQuantile(1 - tail)
    return { low: byar(count, -z) / exposure, high: byar(count + 1, z) / exposure }
  }
  return {
    low: count === 0 ? 0 : kept(`low ${tail} ${count}`, () => gammaQuantile(tail, count)) / exposure,
    high: kept(`high ${tail} ${count}`, () => gammaQuantile(1 - tail, count + 1)) / exposure,
  }
}

/** The value below which a standard normal variable falls with this probability (between 0 and 1): its square is twice a gamma of shape ½. */
export function normalQuantile(probability: number): number {
  if (probability === 0.5) return 0
  const share = Math.abs(2 * probability - 1)
  return Math.sign(probability - 0.5) * kept(`normal ${share}`, () => Math.sqrt(2 * gammaQuantile(share, 0.5)))
}

/**
 * The value below which Student's t with `degrees` > 0 falls with this probability: its square is an F ratio of 1 and
 * `degrees`. From 100,000 degrees on, the first term of Fisher's expansion about the normal (Abramowitz and Stegun, 26.7.5).
 */
export function studentQuantile(probability: number, degrees: number): number {
  if (probability === 0.5) return 0
  if (degrees > 1e5) {
    const z = normalQuantile(probability)
    return z + (z * z * z + z) / (4 * degrees)
  }
  const share = Math.abs(2 * probability - 1)
  return Math.sign(probability - 0.5) * kept(`student ${share} ${degrees}`, () => Math.sqrt(fQuantile(share, 1, degrees)))
}

function byar(count: number, z: number): number {
  const root = 1 - 1 / (9 * count) + z / (3 * Math.sqrt(count))
  return count * root * root * root
}

/** A board asks for thousands of intervals and few different quantiles; each is found once. */
const found = new Map<string, number>()

function kept(key: string, find: () => number): number {
  const known = found.get(key)
  if (known !== undefined) return known
  if (found.size >= 10_000) found.clear()
  const value = find()
  found.set(key, value)
  return value
}

function holds(defined: boolean, level: number): void {
  if (!defined || !(level > 0 && level < 1)) throw new RangeError('No interval is defined for these numbers')
}
