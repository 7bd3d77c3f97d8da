/**
 * Intraclass correlations of single marks, with intervals: Shrout and Fleiss, Psychological Bulletin 86, 1979;
 * McGraw and Wong, Psychological Methods 1, 1996. One-way when each application has scorers of its own and unequally
 * many; two-way when the same scorers marked all.
 */
import { fQuantile } from '#lib/domain/f-distribution.ts'

/** Of one scorer's marks, and of the mean of as many as there are (on average, harmonic in weight). */
export type Intraclass = { estimate: number; low: number; high: number; ofMean: number }

/**
 * ICC(1): share of the variance that lies between applications. Unequal numbers enter by
 * k₀ = (N − Σk²/N) ÷ (n − 1) (Thomas and Hultquist, Annals of Statistics 6, 1978, for the interval).
 * Null when all marks are the same, or nothing was marked twice.
 */
export function oneWayIntraclass(groups: readonly (readonly number[])[], level: number): Intraclass | null {
  const used = groups.filter((group) => group.length > 0)
  const all = used.reduce((sum, group) => sum + group.length, 0)
  const [between, within] = [used.length - 1, all - used.length]
  if (between < 1 || within < 1) return null
  const grand = used.reduce((sum, group) => sum + total(group), 0) / all
  const squaresBetween = used.reduce((sum, group) => sum + group.length * (total(group) / group.length - grand) ** 2, 0)
  const squaresWithin = used.reduce((sum, group) => sum + squaresAround(group, total(group) / group.length), 0)
  const size = (all - used.reduce((sum, group) => sum + group.length ** 2, 0) / all) / between
  return fromRatio(squaresBetween / between, squaresWithin / within, size, between, within, level)
}

/** ICC(A,1) = ICC(2,1), absolute agreement, and ICC(C,1) = ICC(3,1), consistency: one row per application, one column per scorer, no gap. */
export function twoWayIntraclass(rows: readonly (readonly number[])[], level: number): { agreement: Intraclass; consistency: Intraclass } | null {
  const [n, k] = [rows.length, rows[0]?.length ?? 0]
  if (n < 2 || k < 2) return null
  const grand = rows.reduce((sum, row) => sum + total(row), 0) / (n * k)
  const rowMeans = rows.map((row) => total(row) / k)
  const columnMeans = Array.from({ length: k }, (_, column) => rows.reduce((sum, row) => sum + (row[column] as number), 0) / n)
  const [free, crossFree] = [n - 1, (n - 1) * (k - 1)]
  const ofRows = (k * squaresAround(rowMeans, grand)) / free
  const ofColumns = (n * squaresAround(columnMeans, grand)) / (k - 1)
  const rest = rows.reduce((sum, row, i) => sum + row.reduce((own, mark, j) => own + (mark - (rowMeans[i] as number) - (columnMeans[j] as number) + grand) ** 2, 0), 0) / crossFree
  const consistency = fromRatio(ofRows, rest, k, free, crossFree, level)
  if (consistency === null) return null
  const estimate = (ofRows - rest) / (ofRows + (k - 1) * rest + (k * (ofColumns - rest)) / n)
  const ofMean = (ofRows - rest) / (ofRows + (ofColumns - rest) / n)
  if (rest <= nothing && ofColumns <= nothing) return { agreement: { estimate: 1, low: 1, high: 1, ofMean: 1 }, consistency }
  const [a, b] = [(k * estimate) / (n * (1 - estimate)), 1 + (k * estimate * (n - 1)) / (n * (1 - estimate))]
  const degrees = (a * ofColumns + b * rest) ** 2 / ((a * ofColumns) ** 2 / (k - 1) + (b * rest) ** 2 / crossFree)
  const error = k * ofColumns + (k * n - k - n) * rest
  const [lower, upper] = [fQuantile((1 + level) / 2, free, degrees), fQuantile((1 + level) / 2, degrees, free)]
  const low = (n * (ofRows - lower * rest)) / (lower * error + n * ofRows)
  const high = (n * (upper * ofRows - rest)) / (error + n * upper * ofRows)
  return { agreement: { estimate, low, high, ofMean }, consistency }
}

/** Squares of marks from 1 to 5 below this are the noise of their own sum. */
const nothing = 1e-12

function fromRatio(between: number, within: number, size: number, betweenFree: number, withinFree: number, level: number): Intraclass | null {
  if (within <= nothing) return between <= nothing ? null : { estimate: 1, low: 1, high: 1, ofMean: 1 }
  const ratio = between / within
  const of = (f: number) => (f - 1) / (f + size - 1)
  const [lower, upper] = [fQuantile((1 + level) / 2, betweenFree, withinFree), fQuantile((1 + level) / 2, withinFree, betweenFree)]
  return { estimate: of(ratio), low: of(ratio / lower), high: of(ratio * upper), ofMean: ratio === 0 ? Number.NEGATIVE_INFINITY : 1 - 1 / ratio }
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}

function squaresAround(values: readonly number[], centre: number): number {
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0)
}
