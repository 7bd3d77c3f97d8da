/**
 * What the totals say once it is known who gave them: total = mean + application + scorer + rest, the last three
 * normal with unknown variances (a crossed random-effects model). With three evaluations each, resampling scorers is
 * hopeless (Efron's bootstrap needs more than three of anything); borrowing strength across applications is not.
 */
import { exp, ln } from '#lib/domain/portable-math.ts'
import type { Random } from '#lib/domain/random.ts'

/** Evaluations in the order of their applications: those of application i stand from `first[i]` to `first[i + 1]`, at least one each. */
export type Crossed = {
  applications: number
  scorers: number
  first: Int32Array
  scorer: Int32Array
  total: Float64Array
  /** Variance that rounding to whole marks alone puts into a total: the least the rest can be. */
  rounding: number
}

/** One draw from the posterior: `quality` per application, `leniency` per scorer, both as differences from `mean`. */
export type Draw = { mean: number; quality: Float64Array; leniency: Float64Array }

/** Steps of √2 in the ratio of variances, from 1/256 to 256. */
const farthest = 16
/** Points of the grid lighter than e⁻⁶ of the heaviest are left out. */
const depth = 6

type Point = { a: number; s: number; weight: number; factor: Float64Array; solution: Float64Array; sumOfSquares: number }

/**
 * Draws from the joint posterior of qualities and leniencies. Variances are not plugged in but integrated over:
 * on a grid of the two ratios (application ÷ rest, scorer ÷ rest) explored outward from its mode, each with a
 * half-Cauchy prior on its root (Gelman, Bayesian Analysis 1, 2006), the rest's variance drawn from its scaled
 * inverse χ². Given them the model is normal: applications are eliminated, scorers solved by Cholesky
 * (Henderson's equations; Searle, Casella and McCulloch, Variance Components, 1992, ch. 7).
 * `each` sees one object, overwritten at every draw. Cost: grid × scorers³/6 + draws × (scorers² + evaluations).
 */
export function drawPosterior(data: Crossed, draws: number, random: Random, each: (draw: Draw, index: number) => void): void {
  const points = explore(data)
  const heaviest = Math.max(...points.map(({ weight }) => weight))
  const shares = points.map(({ weight }) => exp(weight - heaviest))
  const whole = shares.reduce((sum, share) => sum + share, 0)
  const draw: Draw = { mean: 0, quality: new Float64Array(data.applications), leniency: new Float64Array(data.scorers) }
  const effects = new Float64Array(orderFor(data.scorers))
  let done = 0
  let covered = 0
  points.forEach((point, index) => {
    covered += (shares[index] as number) / whole
    const until = index === points.length - 1 ? draws : Math.round(covered * draws)
    for (; done < until; done += 1) {
      drawAt(data, point, random, effects, draw)
      each(draw, done)
    }
  })
}

/** The grid around its mode: always the heaviest point not yet looked around next, so the mode is met on the way. */
function explore(data: Crossed): Point[] {
  const seen = new Map<number, Point>()
  const open: Point[] = []
  const [a, s] = startingPoint(data)
  let heaviest = Number.NEGATIVE_INFINITY
  const visit = (a: number, s: number): void => {
    const key = (a + farthest) * 100 + s + farthest
    if (Math.abs(a) > farthest || Math.abs(s) > farthest || seen.has(key)) return
    const point = evaluate(data, a, s)
    heaviest = Math.max(heaviest, point.weight)
    seen.set(key, point)
    open.push(point)
  }
  visit(a, s)
  for (;;) {
    const next = open.reduce((best, point, index) => (point.weight > (open[best]?.weight ?? Number.NEGATIVE_INFINITY) ? index : best), 0)
    const [point] = open.splice(next, 1)
    if (point === undefined || point.weight < heaviest - depth) break
    visit(point.a - 1, point.s)
    visit(point.a + 1, point.s)
    visit(point.a, point.s - 1)
    visit(point.a, point.s + 1)
  }

  return [...seen.values()].filter(({ weight }) => weight >= heaviest - depth).toSorted((one, other) => one.a - other.a || one.s - other.s)
}

/** Half-steps of the ratios by the moments of one-way analyses, applications then scorers: only where to begin. */
function startingPoint({ applications, scorers, first, scorer, total }: Crossed): [number, number] {
  const n = total.length
  const grand = total.reduce((sum, value) => sum + value, 0) / n
  const deviations = new Float64Array(scorers)
  const counts = new Float64Array(scorers)
  let within = 0
  let between = 0
  for (let i = 0; i < applications; i += 1) {
    const from = index(first, i)
    const to = index(first, i + 1)
    let mean = 0
    for (let j = from; j < to; j += 1) mean += (at(total, j) - grand) / (to - from)
    between += mean * mean * (to - from)
    for (let j = from; j < to; j += 1) {
      const deviation = at(total, j) - grand - mean
      within += deviation * deviation
      deviations[index(scorer, j)] = at(deviations, index(scorer, j)) + deviation
      counts[index(scorer, j)] = at(counts, index(scorer, j)) + 1
    }
  }
  const freely = Math.max(1, n - applications)
  const rest = within / freely + 1e-9
  let spread = 0
  for (let s = 0; s < scorers; s += 1) spread += (at(deviations, s) * at(deviations, s)) / Math.max(1, at(counts, s))
  const ofScorers = ((spread * n) / freely / scorers / rest - 1) / Math.max(1, n / scorers)
  const ofApplications = ((between / Math.max(1, applications - 1) / rest - 1) * applications) / n
  return [halfSteps(Math.max(0.02, ofApplications)), halfSteps(Math.max(0.02, ofScorers))]
}

function halfSteps(ratio: number): number {
  return Math.max(-farthest, Math.min(farthest, Math.round(ln(ratio) / ln(Math.SQRT2))))
}

function ratioAt(halfStep: number): number {
  let ratio = halfStep % 2 === 0 ? 1 : halfStep > 0 ? Math.SQRT2 : 1 / Math.SQRT2
  for (let left = Math.trunc(Math.abs(halfStep) / 2); left > 0; left -= 1) ratio *= halfStep > 0 ? 2 : 0.5
  return ratio
}

/** Log posterior of one pair of ratios, with the factor and the solution that its draws need. Packed lower triangles. */
function evaluate({ applications, scorers, first, scorer, total, rounding }: Crossed, a: number, s: number): Point {
  const [applicationRatio, scorerRatio] = [ratioAt(a), ratioAt(s)]
  const order = orderFor(scorers)
  const factor = new Float64Array((order * (order + 1)) / 2)
  const right = new Float64Array(order)
  const mean = row(scorers)
  if (order > scorers + 1) factor[row(scorers + 1) + scorers + 1] = 1
  let squares = 0
  let logs = applications * ln(applicationRatio) + scorers * ln(scorerRatio)
  const logOf = new Map<number, number>()
  for (let i = 0; i < scorers; i += 1) factor[row(i) + i] = 1 / scorerRatio
  for (let i = 0; i < applications; i += 1) {
    const from = index(first, i)
    const to = index(first, i + 1)
    const precision = to - from + 1 / applicationRatio
    let log = logOf.get(to - from)
    if (log === undefined) logOf.set(to - from, (log = ln(precision)))
    logs += log
    let sum = 0
    for (let j = from; j < to; j += 1) sum += at(total, j)
    const shrunk = sum / precision
    squares -= sum * shrunk
    for (let j = from; j < to; j += 1) {
      const y = at(total, j)
      const own = index(scorer, j)
      squares += y * y
      right[own] = at(right, own) + y - shrunk
      right[scorers] = at(right, scorers) + y - shrunk
      factor[row(own) + own] = at(factor, row(own) + own) + 1
      for (let other = from; other < to; other += 1) {
        const its = index(scorer, other)
        if (its <= own) factor[row(own) + its] = at(factor, row(own) + its) - 1 / precision
      }
      const weight = 1 - (to - from) / precision
      factor[mean + own] = at(factor, mean + own) + weight
      factor[mean + scorers] = at(factor, mean + scorers) + weight
    }
  }
  logs += 2 * decompose(factor, order)
  const solution = forward(factor, right, order)
  for (let i = 0; i < order; i += 1) squares -= at(solution, i) * at(solution, i)
  backward(factor, solution, order)
  const sumOfSquares = Math.max(0, squares) + rounding
  const prior = (ln(applicationRatio) + ln(scorerRatio)) / 2 - ln(1 + applicationRatio) - ln(1 + scorerRatio)
  return { a, s, weight: prior - logs / 2 - (total.length / 2) * ln(sumOfSquares), factor, solution, sumOfSquares }
}

function drawAt({ applications, scorers, first, scorer, total }: Crossed, point: Point, random: Random, effects: Float64Array, draw: Draw): void {
  const deviation = Math.sqrt(point.sumOfSquares / random.chiSquared(total.length))
  effects.fill(0)
  for (let i = 0; i <= scorers; i += 1) effects[i] = random.normal() * deviation
  backward(point.factor, effects, effects.length)
  for (let i = 0; i <= scorers; i += 1) effects[i] = at(effects, i) + at(point.solution, i)
  draw.mean = at(effects, scorers)
  for (let i = 0; i < scorers; i += 1) draw.leniency[i] = at(effects, i)
  const prior = 1 / ratioAt(point.a)
  for (let i = 0; i < applications; i += 1) {
    const from = index(first, i)
    const to = index(first, i + 1)
    let sum = 0
    for (let j = from; j < to; j += 1) sum += at(total, j) - draw.mean - at(effects, index(scorer, j))
    const precision = to - from + prior
    draw.quality[i] = sum / precision + (random.normal() * deviation) / Math.sqrt(precision)
  }
}

/**
 * Cholesky's factor in place, two rows against two at a time so that each number read is used twice; returns half the
 * log of the determinant. `order` is even.
 */
function decompose(packed: Float64Array, order: number): number {
  let logs = 0
  for (let i = 0; i < order; i += 2) {
    const upper = row(i)
    const lower = row(i + 1)
    for (let j = 0; j <= i; j += 2) {
      const left = row(j)
      const right = row(j + 1)
      let a = 0
      let b = 0
      let c = 0
      let d = 0
      for (let k = 0; k < j; k += 1) {
        const one = at(packed, left + k)
        const two = at(packed, right + k)
        a += at(packed, upper + k) * one
        b += at(packed, upper + k) * two
        c += at(packed, lower + k) * one
        d += at(packed, lower + k) * two
      }
      if (j === i) {
        const corner = Math.sqrt(at(packed, upper + i) - a)
        const beside = (at(packed, lower + i) - c) / corner
        packed[upper + i] = corner
        packed[lower + i] = beside
        packed[lower + i + 1] = Math.sqrt(at(packed, lower + i + 1) - d - beside * beside)
      } else {
        const below = at(packed, right + j)
        const own = (at(packed, upper + j) - a) / at(packed, left + j)
        const next = (at(packed, lower + j) - c) / at(packed, left + j)
        packed[upper + j] = own
        packed[lower + j] = next
        packed[upper + j + 1] = (at(packed, upper + j + 1) - b - own * below) / at(packed, right + j + 1)
        packed[lower + j + 1] = (at(packed, lower + j + 1) - d - next * below) / at(packed, right + j + 1)
      }
    }
    logs += ln(at(packed, upper + i)) + ln(at(packed, lower + i + 1))
  }
  return logs
}

function forward(packed: Float64Array, right: Float64Array, order: number): Float64Array {
  const solved = right.slice()
  for (let i = 0; i < order; i += 1) {
    let left = at(solved, i)
    for (let k = 0; k < i; k += 1) left -= at(packed, row(i) + k) * at(solved, k)
    solved[i] = left / at(packed, row(i) + i)
  }
  return solved
}

function backward(packed: Float64Array, right: Float64Array, order: number): void {
  for (let i = order - 1; i >= 0; i -= 1) {
    const own = row(i)
    const solved = at(right, i) / at(packed, own + i)
    right[i] = solved
    for (let k = 0; k < i; k += 1) right[k] = at(right, k) - at(packed, own + k) * solved
  }
}

/** A row per scorer and one for the mean, and an empty one where that is odd. */
function orderFor(scorers: number): number {
  return scorers + 1 + ((scorers + 1) % 2)
}

function row(position: number): number {
  return (position * (position + 1)) / 2
}

/** Two accessors and not one, each for a single kind of array: the compiler then reads memory straight. */
function at(values: Float64Array, position: number): number {
  return values[position] as number
}

function index(values: Int32Array, position: number): number {
  return values[position] as number
}
