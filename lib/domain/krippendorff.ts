/**
 * Krippendorff's alpha, for any number of scorers with gaps: 1 − observed ÷ expected disagreement, from the coincidence
 * matrix (Krippendorff, Computing Krippendorff's alpha-reliability, 2011; Hayes and Krippendorff, Communication Methods
 * and Measures 1, 2007, who bootstrap its interval).
 */
import type { Random } from '#lib/domain/random.ts'

export const alphaMetrics = ['nominal', 'ordinal', 'interval', 'ratio'] as const
export type AlphaMetric = (typeof alphaMetrics)[number]

/** Applications with the same marks, whoever gave them, count as one pattern met several times. */
type Pattern = { counts: readonly number[]; size: number; met: number }

export type Coincidences = { levels: readonly number[]; patterns: readonly Pattern[] }

/** Marks per application; those with fewer than two marks cannot be compared and are left out. */
export function coincidencesOf(units: readonly (readonly number[])[]): Coincidences {
  const pairable = units.filter((marks) => marks.length > 1)
  const levels = [...new Set(pairable.flat())].toSorted((a, b) => a - b)
  const patterns = new Map<string, Pattern>()
  for (const marks of pairable) {
    const key = marks.toSorted((a, b) => a - b).join(' ')
    const known = patterns.get(key) ?? { counts: levels.map((level) => marks.filter((mark) => mark === level).length), size: marks.length, met: 0 }
    patterns.set(key, { ...known, met: known.met + 1 })
  }
  return { levels, patterns: [...patterns].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, pattern]) => pattern) }
}

/** Null when all marks are equal: there is no disagreement to expect. */
export function alpha({ levels, patterns }: Coincidences, metric: AlphaMetric): number | null {
  return alphaWith(levels, patterns, patterns.map(({ met }) => met), metric)
}

/**
 * Percentile intervals, one per metric, over the same resampled applications, which keeps the marks of one application
 * together (Zapf et al., BMC Medical Research Methodology 16:93, 2016). Null when too many resamples have no variation.
 */
export function alphaIntervals({ levels, patterns }: Coincidences, metrics: readonly AlphaMetric[], level: number, random: Random): { low: number; high: number }[] | null {
  const drawn = Int32Array.from(patterns.flatMap(({ met }, index) => Array.from({ length: met }, () => index)))
  const resamples = Math.max(200, Math.min(1_000, Math.floor(1_000_000 / Math.max(1, drawn.length))))
  const met = new Int32Array(patterns.length)
  const found: number[][] = metrics.map(() => [])
  for (let resample = 0; resample < resamples; resample += 1) {
    met.fill(0)
    for (let draw = 0; draw < drawn.length; draw += 1) {
      const index = drawn[Math.floor(random.uniform() * drawn.length)] as number
      met[index] = (met[index] as number) + 1
    }
    metrics.forEach((metric, index) => {
      const value = alphaWith(levels, patterns, met, metric)
      if (value !== null) found[index]?.push(value)
    })
  }
  if (found.some((values) => values.length < resamples * 0.9)) return null
  return found.map((values) => {
    const sorted = values.toSorted((a, b) => a - b)
    const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] as number
    return { low: at((1 - level) / 2), high: at((1 + level) / 2) }
  })
}

function alphaWith(levels: readonly number[], patterns: readonly Pattern[], met: ArrayLike<number>, metric: AlphaMetric): number | null {
  const width = levels.length
  const coincidences = new Float64Array(width * width)
  patterns.forEach(({ counts, size }, index) => {
    const weight = (met[index] as number) / (size - 1)
    if (weight === 0) return
    for (let c = 0; c < width; c += 1) {
      const own = counts[c] as number
      if (own === 0) continue
      for (let k = c; k < width; k += 1) {
        const pairs = own * ((counts[k] as number) - (c === k ? 1 : 0))
        coincidences[c * width + k] = (coincidences[c * width + k] as number) + weight * pairs
      }
    }
  })
  const totals = levels.map((_, c) => levels.reduce((sum, _level, k) => sum + (coincidences[Math.min(c, k) * width + Math.max(c, k)] as number), 0))
  const all = totals.reduce((sum, value) => sum + value, 0)
  let [observed, expected] = [0, 0]
  for (let c = 0; c < width; c += 1) {
    for (let k = c + 1; k < width; k += 1) {
      const apart = squaredDifference(levels, totals, c, k, metric)
      observed += (coincidences[c * width + k] as number) * apart
      expected += (totals[c] as number) * (totals[k] as number) * apart
    }
  }
  return expected === 0 ? null : 1 - ((all - 1) * observed) / expected
}

function squaredDifference(levels: readonly number[], totals: readonly number[], c: number, k: number, metric: AlphaMetric): number {
  const [low, high] = [levels[c] as number, levels[k] as number]
  switch (metric) {
    case 'nominal':
      return 1
    case 'ordinal': {
      const between = totals.slice(c, k + 1).reduce((sum, value) => sum + value, 0)
      return (between - ((totals[c] as number) + (totals[k] as number)) / 2) ** 2
    }
    case 'interval':
      return (high - low) ** 2
    case 'ratio':
      return ((high - low) / (high + low)) ** 2
  }
}
