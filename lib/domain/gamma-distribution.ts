/** The gamma distribution of scale 1, for intervals of counts and of the normal law, in portable arithmetic. */
import { exp, ln } from '#lib/domain/portable-math.ts'

/** The value below which a gamma variable of this shape (> 0) falls with this probability, strictly between 0 and 1. */
export function gammaQuantile(probability: number, shape: number): number {
  let [low, high] = [0, shape]
  while (gammaBelow(high, shape) < probability) {
    low = high
    high = 2 * high + 1
  }
  const constant = lnGamma(shape)
  let value = (low + high) / 2
  for (let step = 0; step < 200; step += 1) {
    const over = gammaBelow(value, shape) - probability
    if (over > 0) high = value
    else low = value
    const slope = exp((shape - 1) * ln(value) - value - constant)
    const newton = value - over / slope
    const next = newton > low && newton < high ? newton : (low + high) / 2
    if (Math.abs(next - value) <= 1e-14 * value) return next
    value = next
  }
  return value
}

/** Probability that a gamma variable of this shape falls below `value`: the regularised incomplete gamma function. */
export function gammaBelow(value: number, shape: number): number {
  if (value <= 0) return 0
  const front = exp(shape * ln(value) - value - lnGamma(shape))
  return value < shape + 1 ? front * series(value, shape) : 1 - front * fraction(value, shape)
}

/** Logarithm of the gamma function of x > 0: Stirling's series (Abramowitz and Stegun, 6.1.41), carried up to 12 first. */
export function lnGamma(x: number): number {
  let product = 1
  let big = x
  while (big < 12) {
    product *= big
    big += 1
  }
  const q = 1 / (big * big)
  const series = (1 / 12 - q * (1 / 360 - q * (1 / 1260 - q * (1 / 1680 - q * (1 / 1188 - (q * 691) / 360_360))))) / big
  return (big - 0.5) * ln(big) - big + ln(2 * Math.PI) / 2 + series - ln(product)
}

/** Abramowitz and Stegun, 6.5.29. */
function series(value: number, shape: number): number {
  let term = 1 / shape
  let sum = term
  for (let k = 1; term > sum * 1e-17; k += 1) {
    term *= value / (shape + k)
    sum += term
  }
  return sum
}

/** Abramowitz and Stegun, 6.5.31, by Lentz's method. */
function fraction(value: number, shape: number): number {
  let b = value + 1 - shape
  let c = 1e300
  let d = 1 / b
  let result = d
  for (let k = 1; k < 100_000; k += 1) {
    const a = -k * (k - shape)
    b += 2
    d = 1 / apart(a * d + b)
    c = apart(b + a / c)
    result *= d * c
    if (Math.abs(d * c - 1) < 1e-15) break
  }
  return result
}

function apart(value: number): number {
  return Math.abs(value) < 1e-300 ? 1e-300 : value
}
