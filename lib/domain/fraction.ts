/** Exact quotients of whole numbers, so that equal scores are equal and a tie is a tie. Small ones are numbers, large ones bigints. */

/** In lowest terms, with `d` > 0. */
export type Fraction =
  | { readonly large: false; readonly n: number; readonly d: number }
  | { readonly large: true; readonly n: bigint; readonly d: bigint }

/** Parts up to here can be multiplied crosswise without leaving the exact integers. */
const small = 2 ** 26

/** n ÷ d for exact integers, d > 0. */
export function fraction(n: number, d: number): Fraction {
  const divisor = d === 1 ? 1 : greatest(Math.abs(n), d)
  const [top, bottom] = [n / divisor, d / divisor]
  return Math.abs(top) <= small && bottom <= small ? { large: false, n: top, d: bottom } : { large: true, n: BigInt(top), d: BigInt(bottom) }
}

/** Below zero when `one` is the smaller, above when it is the larger. */
export function compare(one: Fraction, other: Fraction): number {
  if (!one.large && !other.large) return one.n * other.d - other.n * one.d
  const difference = BigInt(one.n) * BigInt(other.d) - BigInt(other.n) * BigInt(one.d)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

export function add(one: Fraction, other: Fraction): Fraction {
  if (!one.large && !other.large) {
    if (one.d === other.d) return fraction(one.n + other.n, one.d)
    if (one.d * other.d <= small && Math.abs(one.n) <= small && Math.abs(other.n) <= small) return fraction(one.n * other.d + other.n * one.d, one.d * other.d)
  }
  return lowest(BigInt(one.n) * BigInt(other.d) + BigInt(other.n) * BigInt(one.d), BigInt(one.d) * BigInt(other.d))
}

/** `value` ÷ a positive whole number. */
export function dividedBy(value: Fraction, divisor: number): Fraction {
  if (!value.large && divisor <= small) return fraction(value.n, value.d * divisor)
  return lowest(BigInt(value.n), BigInt(value.d) * BigInt(divisor))
}

/** `value` × a positive whole number. */
export function times(value: Fraction, factor: number): Fraction {
  if (!value.large && factor <= small) return fraction(value.n * factor, value.d)
  return lowest(BigInt(value.n) * BigInt(factor), BigInt(value.d))
}

/** The arithmetic mean; null of nothing. */
export function meanOf(values: readonly Fraction[]): Fraction | null {
  const [head, ...rest] = values
  return head === undefined ? null : dividedBy(rest.reduce(add, head), values.length)
}

/** The middle value, or the mean of the two middle ones; null of nothing. */
export function medianOf(values: readonly Fraction[]): Fraction | null {
  const sorted = values.toSorted(compare)
  return meanOf(sorted.slice((sorted.length - 1) >> 1, (sorted.length >> 1) + 1))
}

/** As a double, for statistics; never compare two of these. */
export function toNumber({ n, d }: Fraction): number {
  return Number(n) / Number(d)
}

/** "11/3", "4": exact, and the same for equal fractions. */
export function toText({ n, d }: Fraction): string {
  return Number(d) === 1 ? String(n) : `${n}/${d}`
}

/** "3.667": rounded to `places` decimals, halves up, from the exact value. For fractions from zero up. */
export function toDecimal({ n, d }: Fraction, places: number): string {
  const scale = 10n ** BigInt(places)
  const digits = String((2n * BigInt(n) * scale + BigInt(d)) / (2n * BigInt(d))).padStart(places + 1, '0')
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
}

function lowest(n: bigint, d: bigint): Fraction {
  let [a, b] = [n < 0n ? -n : n, d]
  while (b > 0n) [a, b] = [b, a % b]
  const [top, bottom] = [n / a, d / a]
  const bound = BigInt(small)
  return top <= bound && top >= -bound && bottom <= bound ? { large: false, n: Number(top), d: Number(bottom) } : { large: true, n: top, d: bottom }
}

function greatest(a: number, b: number): number {
  let [one, other] = [a, b]
  while (other > 0) {
    const rest = one % other
    one = other
    other = rest
  }
  return one
}
