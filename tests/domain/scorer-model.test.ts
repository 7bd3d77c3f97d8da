import { expect, test } from 'vitest'
import { seeded } from '#lib/domain/random.ts'
import { type Crossed, drawPosterior } from '#lib/domain/scorer-model.ts'

/** Two to three of four scorers on five applications: small enough to solve with whole matrices. */
const data: Crossed = {
  applications: 5,
  scorers: 4,
  first: Int32Array.from([0, 3, 5, 8, 10, 13]),
  scorer: Int32Array.from([0, 1, 2, 1, 3, 0, 2, 3, 0, 1, 1, 2, 3]),
  total: Float64Array.from([4.2, 3.8, 4.4, 2.1, 3.0, 3.3, 3.9, 4.1, 2.2, 1.6, 4.6, 4.9, 4.4]),
  rounding: 1 / 60,
}

test('the draws have the means and the spread of the posterior solved with whole matrices on the whole grid', () => {
  const drawn = { quality: new Float64Array(5), squares: new Float64Array(5), leniency: new Float64Array(4), mean: 0 }
  const many = 40_000
  drawPosterior(data, many, seeded(3), ({ mean, quality, leniency }) => {
    quality.forEach((value, index) => {
      gather(drawn.quality, index, value / many)
      gather(drawn.squares, index, (value * value) / many)
    })
    leniency.forEach((value, index) => gather(drawn.leniency, index, value / many))
    drawn.mean += mean / many
  })
  const exact = solved()
  for (let i = 0; i < 5; i += 1) {
    expect(Math.abs((drawn.quality[i] as number) - (exact.quality[i] as number))).toBeLessThan(0.02)
    expect(Math.abs(Math.sqrt((drawn.squares[i] as number) - (drawn.quality[i] as number) ** 2) / Math.sqrt(exact.variance[i] as number) - 1)).toBeLessThan(0.05)
  }
  for (let s = 0; s < 4; s += 1) expect(Math.abs((drawn.leniency[s] as number) - (exact.leniency[s] as number))).toBeLessThan(0.02)
  expect(Math.abs(drawn.mean - exact.mean)).toBeLessThan(0.02)
})

test('an odd and an even number of scorers are solved alike', () => {
  const means = (scorers: number) => {
    const quality = new Float64Array(5)
    drawPosterior({ ...data, scorers }, 20_000, seeded(4), (draw) => draw.quality.forEach((value, index) => gather(quality, index, value / 20_000)))
    return quality
  }
  const [four, five] = [means(4), means(5)]
  four.forEach((value, index) => expect(Math.abs(value - (five[index] as number))).toBeLessThan(0.03))
})

/** Generalised least squares with V = I + a·ZZ′ + s·WW′, averaged over the grid of both ratios. */
function solved() {
  const n = data.total.length
  const application = Array.from(data.total, (_, row) => data.first.findIndex((from, index) => index > 0 && row < from) - 1)
  const ones = Array.from({ length: n }, () => 1)
  const y = Array.from(data.total)
  const points = grid().map(([a, s]) => {
    const V = y.map((_, i) => y.map((_value, j) => Number(i === j) + (application[i] === application[j] ? a : 0) + (data.scorer[i] === data.scorer[j] ? s : 0)))
    const { inverse, logDeterminant } = inverted(V)
    const times = (vector: readonly number[]) => inverse.map((row) => dot(row, vector))
    const information = dot(ones, times(ones))
    const mean = dot(ones, times(y)) / information
    const left = times(y.map((value) => value - mean))
    const squares = dot(y.map((value) => value - mean), left) + data.rounding
    const log = Math.log(Math.sqrt(a) / (1 + a)) + Math.log(Math.sqrt(s) / (1 + s)) - logDeterminant / 2 - Math.log(information) / 2 - (n / 2) * Math.log(squares)
    const quality = Array.from({ length: 5 }, (_, i) => a * sum(left.filter((_value, row) => application[row] === i)))
    const variance = quality.map((_, i) => {
      const z = y.map((_value, row) => Number(application[row] === i))
      const conditional = a - a * a * (dot(z, times(z)) - dot(z, times(ones)) ** 2 / information)
      return (squares / (n - 2)) * conditional
    })
    const leniency = Array.from({ length: 4 }, (_, scorer) => s * sum(left.filter((_value, row) => data.scorer[row] === scorer)))
    return { log, mean, quality, variance, leniency }
  })
  const top = Math.max(...points.map(({ log }) => log))
  const whole = sum(points.map(({ log }) => Math.exp(log - top)))
  const averaged = (value: (point: (typeof points)[number]) => number) => sum(points.map((point) => (Math.exp(point.log - top) / whole) * value(point)))
  const quality = Array.from({ length: 5 }, (_, i) => averaged((point) => point.quality[i] as number))
  return {
    quality,
    variance: quality.map((mean, i) => averaged((point) => (point.variance[i] as number) + (point.quality[i] as number) ** 2) - mean ** 2),
    leniency: Array.from({ length: 4 }, (_, s) => averaged((point) => point.leniency[s] as number)),
    mean: averaged((point) => point.mean),
  }
}

function grid(): [number, number][] {
  const ratios = Array.from({ length: 33 }, (_, index) => 2 ** ((index - 16) / 2))
  return ratios.flatMap((a) => ratios.map((s): [number, number] => [a, s]))
}

/** Gauss and Jordan. */
function inverted(matrix: readonly (readonly number[])[]): { inverse: number[][]; logDeterminant: number } {
  const n = matrix.length
  const work = matrix.map((row, i) => [...row, ...row.map((_, j) => Number(i === j))])
  let logDeterminant = 0
  for (let i = 0; i < n; i += 1) {
    const pivot = work[i]?.[i] as number
    logDeterminant += Math.log(pivot)
    work[i] = (work[i] as number[]).map((value) => value / pivot)
    for (let j = 0; j < n; j += 1) {
      if (j === i) continue
      const factor = work[j]?.[i] as number
      work[j] = (work[j] as number[]).map((value, column) => value - factor * (work[i]?.[column] as number))
    }
  }
  return { inverse: work.map((row) => row.slice(n)), logDeterminant }
}

function gather(sums: Float64Array, index: number, value: number): void {
  sums[index] = (sums[index] as number) + value
}

function dot(one: readonly number[], other: readonly number[]): number {
  return one.reduce((total, value, index) => total + value * (other[index] as number), 0)
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
