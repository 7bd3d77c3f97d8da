/**
 * What can be told of hidden counts from those shown: how far apart the values lie that a hidden count may have. Each is
 * pushed up and down by the simplex method (Dantzig; Bland's rule, Mathematics of Operations Research 2, 1977) over the
 * tables that agree with all that is shown, starting from the true one. Where sums nest in two ways at most (places and
 * ages, groups and dates), the ends are whole numbers; elsewhere they are rounded inwards.
 */

/** Sums are rows, hidden counts columns: 1 where it is a part, −1 where it is the total. `values` are the true counts, `least` what each is known to be at least. */
export type HiddenSystem = { rows: readonly (readonly number[])[]; values: readonly number[]; least: readonly number[] }

/** For each hidden count that is `asked` about, how far apart its least and greatest possible values lie, up to `enough`; for others less may be found. */
export function hiddenSpreads({ rows, values, least }: HiddenSystem, asked: readonly boolean[], enough: number): number[] {
  const directions = nullSpace(rows, values)
  const low = [...values]
  const high = [...values]
  const spread = (at: number) => Math.floor((high[at] as number) + rounding) - Math.ceil((low[at] as number) - rounding)
  for (const [at, wanted] of asked.entries()) {
    for (const sense of [1, -1] as const) {
      if (!wanted || spread(at) >= enough) continue
      for (const found of push(directions, values, least, at, sense, enough)) {
        for (const [other, value] of found.entries()) {
          if (value > (high[other] as number)) high[other] = value
          if (value < (low[other] as number)) low[other] = value
        }
      }
    }
  }
  return values.map((_, at) => Math.min(enough, spread(at)))
}

const rounding = 1e-7

/**
 * Tables met while the count at `at` is pushed as far as it goes (or by `enough`) in one sense. A dictionary of the simplex
 * method: what is above `least` in each count depends on how far each direction is followed, there and back.
 */
function push(directions: readonly (readonly number[])[], values: readonly number[], least: readonly number[], at: number, sense: 1 | -1, enough: number): number[][] {
  const width = 2 * directions.length
  const rows = values.map((value, k) => Float64Array.from([value - (least[k] as number), ...directions.flatMap((it) => [it[k] as number, -(it[k] as number)])]))
  const goal = (rows[at] as Float64Array).map((value, column) => (column === 0 ? 0 : sense * value))
  const basic = values.map((_, k) => width + k)
  const free = Array.from({ length: width }, (_, column) => column)
  const met: number[][] = []
  const now = (): number[] => {
    const found = [...least]
    for (const [row, variable] of basic.entries()) if (variable >= width) found[variable - width] = (found[variable - width] as number) + ((rows[row] as Float64Array)[0] as number)
    return found
  }
  for (let turn = 0; turn < 1000; turn += 1) {
    let entering = -1
    for (let column = 1; column <= width; column += 1) if ((goal[column] as number) > 1e-9 && (entering === -1 || (free[column - 1] as number) < (free[entering - 1] as number))) entering = column
    if (entering === -1) break
    let leaving = -1
    let steps = Number.POSITIVE_INFINITY
    for (const [row, it] of rows.entries()) {
      const slope = it[entering] as number
      if (slope > -1e-9) continue
      const most = (it[0] as number) / -slope
      if (most < steps - 1e-12 || (most < steps + 1e-12 && leaving !== -1 && (basic[row] as number) < (basic[leaving] as number))) [leaving, steps] = [row, most]
    }
    if (leaving === -1) {
      const found = now()
      const rising = new Map(basic.map((variable, row) => [variable - width, (rows[row] as Float64Array)[entering] as number]))
      rising.set((free[entering - 1] as number) - width, 1)
      met.push(found.map((value, k) => ((rising.get(k) ?? 0) > 1e-9 ? Number.POSITIVE_INFINITY : value)))
      return met
    }
    pivot(rows, goal, leaving, entering)
    const left = basic[leaving] as number
    basic[leaving] = free[entering - 1] as number
    free[entering - 1] = left
    if ((goal[0] as number) >= enough) break
  }
  met.push(now())
  return met
}

function pivot(rows: readonly Float64Array[], goal: Float64Array, leaving: number, entering: number): void {
  const own = rows[leaving] as Float64Array
  const slope = own[entering] as number
  for (let column = 0; column < own.length; column += 1) own[column] = -(own[column] as number) / slope
  own[entering] = 1 / slope
  for (const row of [...rows, goal]) {
    const factor = row[entering] as number
    if (row === own || factor === 0) continue
    row[entering] = 0
    for (let column = 0; column < own.length; column += 1) row[column] = (row[column] as number) + factor * (own[column] as number)
  }
}

/**
 * A basis in whole numbers of what leaves every sum as it is. Large counts are solved for first: in each direction the small
 * ones are few, and the rest has room.
 */
function nullSpace(rows: readonly (readonly number[])[], values: readonly number[]): number[][] {
  const columns = values.map((_, at) => at).toSorted((a, b) => (values[b] as number) - (values[a] as number) || a - b)
  const matrix = rows.map((row) => [...row])
  const pivots: [row: number, column: number][] = []
  for (const column of columns) {
    const found = matrix.findIndex((row, at) => at >= pivots.length && row[column] !== 0)
    if (found === -1) continue
    const at = pivots.length
    ;[matrix[at], matrix[found]] = [matrix[found] as number[], matrix[at] as number[]]
    const pivot = matrix[at]
    for (const [other, row] of matrix.entries()) if (other !== at && row[column] !== 0) matrix[other] = eliminated(row, pivot, column)
    pivots.push([at, column])
  }
  const solved = new Set(pivots.map(([, column]) => column))
  return columns.filter((column) => !solved.has(column)).map((free) => {
    const scale = pivots.reduce((common, [at, column]) => {
      const row = matrix[at] as number[]
      return row[free] === 0 ? common : leastCommon(common, Math.abs((row[column] as number) / greatest(row[column] as number, row[free] as number)))
    }, 1)
    const direction = values.map(() => 0)
    direction[free] = scale
    for (const [at, column] of pivots) {
      const row = matrix[at] as number[]
      direction[column] = (-scale * (row[free] as number)) / (row[column] as number) + 0
    }
    return direction
  })
}

function eliminated(row: readonly number[], pivot: readonly number[], column: number): number[] {
  const [a, b] = [row[column] as number, pivot[column] as number]
  const next = row.map((value, at) => value * b - (pivot[at] as number) * a)
  const divisor = next.reduce((common, value) => greatest(common, value), 0)
  return divisor > 1 ? next.map((value) => value / divisor) : next
}

function greatest(a: number, b: number): number {
  let [x, y] = [Math.abs(a), Math.abs(b)]
  while (y !== 0) [x, y] = [y, x % y]
  return x
}

function leastCommon(a: number, b: number): number {
  return (a / greatest(a, b)) * b
}
