/**
 * Logarithm and exponential from + − × ÷ alone. ECMAScript leaves the last digits of `Math.log` and `Math.exp` to the
 * engine; a frozen ranking must replay to the same bytes on another machine, and IEEE 754 fixes these four operations.
 */

/** Natural logarithm of x > 0, to about 15 digits: 2·atanh((m−1)/(m+1)) of the part of x between √½ and √2. */
export function ln(x: number): number {
  let part = x
  let twos = 0
  while (part > Math.SQRT2) { part /= 2; twos += 1 }
  while (part < Math.SQRT1_2) { part *= 2; twos -= 1 }
  const s = (part - 1) / (part + 1)
  const q = s * s
  const series = 1 + q * (1 / 3 + q * (1 / 5 + q * (1 / 7 + q * (1 / 9 + q * (1 / 11 + q * (1 / 13 + q * (1 / 15 + q * (1 / 17 + q / 19))))))))
  return twos * Math.LN2 + 2 * s * series
}

/** e to the power of x, to about 13 digits; 0 below −700. For x up to 700. */
export function exp(x: number): number {
  if (x < -700) return 0
  const twos = Math.round(x / Math.LN2)
  const rest = x - twos * Math.LN2
  let series = 1
  for (let term = 18; term > 0; term -= 1) series = 1 + (rest / term) * series
  for (let left = twos; left > 0; left -= 1) series *= 2
  for (let left = twos; left < 0; left += 1) series /= 2
  return series
}

/** `value` to `decimals` places, halves away from zero on the last binary digit: what a frozen result keeps of a statistic. */
export function rounded(value: number, decimals = 4): number {
  let scale = 1
  for (let place = 0; place < decimals; place += 1) scale *= 10
  return Math.round(value * scale) / scale + 0
}
