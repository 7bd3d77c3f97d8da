import type { Highs, Model } from 'highs'
import type { AssignmentCase } from '#lib/domain/assignment-case.ts'
import type { Floor } from '#lib/domain/assignment-seats.ts'
import { pointsOf, stepCost } from '#lib/domain/assignment-value.ts'
import { Columns } from '#lib/server/assignment/columns.ts'

/** HiGHS's words: an optimum; a search cut short; something feasible; the simplex that goes on best from new rows, and from new columns. */
const [optimal, cutShort, feasible, dualSimplex, primalSimplex] = [7, 16, 2, 1, 4]

/** A search is cut short by what it did, never by the clock: the same question must get the same answer. */
const [branchedPairs, fewestBranches] = [1_000_000, 10]

/** An optimum of the model as it stands: how much of each pair is taken, what one more unit of each row is worth; not `exhausted` when the search was cut short. */
export type Optimum = { value: number; taken: Float64Array; dual: Float64Array; exhausted: boolean }

/**
 * The linear programme over the pairs brought in so far. Rows: an application's evaluations; for each voice, "heard" at most
 * as much as those who speak with it are taken; a scorer's load, paid step by step above the even one. Rows of the floor
 * come when they are broken. Kept pairs are columns fixed at one.
 */
export class LinearModel {
  readonly pairs: number[] = []
  readonly #has: Uint8Array
  readonly #it: AssignmentCase
  readonly #model: Model
  /** Row of the floor per application, or -1: stage first, then rupture. */
  readonly #floorRow: [Int32Array, Int32Array]
  #steps = 0
  #rows: number

  constructor(highs: Highs, it: AssignmentCase, pairs: readonly number[]) {
    this.#it = it
    this.#has = new Uint8Array(it.level.length)
    const rows = it.applications.length
    this.#floorRow = [new Int32Array(rows).fill(-1), new Int32Array(rows).fill(-1)]
    this.#rows = 3 * rows + it.scorers.length
    this.#model = highs.createModel()
    this.#model.options.set({ output_flag: false, random_seed: it.problem.seed, mip_rel_gap: 0, mip_abs_gap: 0.99, presolve: 'off' })
    const fixed = new Columns()
    for (let i = 0; i < rows; i += 1) {
      fixed.add(it.problem.weights.clinical, 0, 1, [rows + i, 1])
      fixed.add(it.problem.weights.livedExperience, 0, 1, [2 * rows + i, 1])
    }
    for (let j = 0; j < it.scorers.length; j += 1) {
      const cap = it.cap[j] as number
      for (let load = it.evenLoad + 1; load <= cap; load += 1) {
        const last = stepCost(it, load) === stepCost(it, cap)
        fixed.add(-stepCost(it, load), 0, last ? cap - load + 1 : 1, [3 * rows + j, -1])
        if (last) break
      }
    }
    this.#steps = fixed.length
    const [lower, upper] = [new Float64Array(this.#rows).fill(-highs.infinity), new Float64Array(this.#rows)]
    lower.set(it.need)
    upper.set(it.need)
    for (let j = 0; j < it.scorers.length; j += 1) upper[3 * rows + j] = Math.min(it.evenLoad, it.cap[j] as number)
    this.#model.passModel({
      numCols: fixed.length, numRows: this.#rows, sense: highs.constants.objectiveSense.maximize,
      ...fixed.named(), rowLower: lower, rowUpper: upper, matrix: fixed.matrix(this.#rows),
    })
    this.add([...it.keptPairs, ...pairs])
    this.#model.options.set('simplex_strategy', dualSimplex)
  }

  /** Brings pairs in and says how many; those already there are passed over. */
  add(pairs: readonly number[]): number {
    const columns = new Columns()
    for (const pair of pairs) {
      if (this.#has[pair] === 1) continue
      this.#has[pair] = 1
      this.pairs.push(pair)
      columns.add(pointsOf(this.#it)[this.#it.level[pair] as number] as number, this.#it.kept[pair] as number, 1, this.#entries(pair))
    }
    if (columns.length === 0) return 0
    this.#model.addCols({ ...columns.plain(), matrix: columns.matrix(this.#rows) })
    this.#model.options.set('simplex_strategy', primalSimplex)
    return columns.length
  }

  has(pair: number): boolean {
    return this.#has[pair] === 1
  }

  /** What a pair would add at these duals, besides what it takes away. */
  reducedValue(pair: number, dual: Float64Array): number {
    const entries = this.#entries(pair)
    let value = pointsOf(this.#it)[this.#it.level[pair] as number] as number
    for (let at = 0; at < entries.length; at += 2) value -= (entries[at + 1] as number) * (dual[entries[at] as number] as number)
    return value
  }

  /** Adds the rows of the floor, for all applications once `taken` breaks it for one: one by one, each would break another. */
  holdFloor(floor: Floor, taken: Float64Array): number {
    let added = 0
    for (const [kind, asked] of [floor.stage, floor.rupture].entries()) {
      const had = new Float64Array(asked.length)
      const rowOf = this.#floorRow[kind] as Int32Array
      const knowing = this.pairs.map((pair) => (this.#it.level[pair] as number) > kind)
      for (const [at, pair] of this.pairs.entries()) if (knowing[at]) had[this.#row(pair)] = (had[this.#row(pair)] as number) + (taken[at] as number)
      if (!asked.some((least, i) => rowOf[i] === -1 && (had[i] as number) < least - 1e-6)) continue
      const rows = new Map([...asked.keys()].filter((i) => (asked[i] as number) > 0).map((i) => [i, [] as number[]]))
      for (const [at, pair] of this.pairs.entries()) if (knowing[at]) rows.get(this.#row(pair))?.push(this.#steps + at)
      for (const [i, indices] of rows) {
        this.#model.addRow(asked[i] as number, this.#it.need[i] as number, { indices, values: indices.map(() => 1) })
        rowOf[i] = this.#rows
        this.#rows += 1
      }
      added += rows.size
      this.#model.options.set('simplex_strategy', dualSimplex)
    }
    return added
  }

  /** The optimum over the pairs brought in. Throws when there is none: the pairs of the floor are always among them. */
  maximise(): Optimum {
    const optimum = this.#run()
    if (!optimum) throw new Error(`The solver stopped with status ${this.#model.getModelStatus()}.`)
    return optimum
  }

  /**
   * The best found in whole pairs only, without duals; undefined when nothing was. `held`: applications whose shares are
   * whole already keep them, so that little is left to choose. The search is cut short after a number of branches.
   */
  maximiseWhole({ taken }: Optimum, held: boolean): Optimum | undefined {
    const columns = { kind: 'range', from: this.#steps, to: this.#steps + this.pairs.length - 1 } as const
    const split = new Set(this.pairs.filter((_, at) => !isWhole(taken[at] as number)).map((pair) => this.#row(pair)))
    const stays = this.pairs.map((pair) => held && !split.has(this.#row(pair)))
    const bound = (free: (pair: number) => number) => this.pairs.map((pair, at) => (stays[at] ? Math.round(taken[at] as number) : free(pair)))
    this.#model.changeColsBounds(columns, bound((pair) => this.#it.kept[pair] as number), bound(() => 1))
    this.#model.changeColsIntegrality(columns, this.pairs.map(() => 1 as const))
    this.#model.options.set('mip_max_nodes', Math.max(fewestBranches, Math.round(branchedPairs / this.pairs.length)))
    const best = this.#run()
    this.#model.clearIntegrality()
    this.#model.changeColsBounds(columns, this.pairs.map((pair) => this.#it.kept[pair] as number), this.pairs.map(() => 1))
    return best
  }

  #run(): Optimum | undefined {
    this.#model.run()
    const status = this.#model.getModelStatus()
    if (status !== optimal && !(status === cutShort && this.#model.info.get('primal_solution_status') === feasible)) return undefined
    const { colValue, rowDual } = this.#model.getSolution()
    return { value: this.#model.getObjectiveValue(), taken: colValue.subarray(this.#steps), dual: rowDual, exhausted: status === optimal }
  }

  /** What one more evaluation of each scorer is worth, from the duals. */
  pricesIn(dual: Float64Array): number[] {
    return Array.from(dual.subarray(3 * this.#it.applications.length, 3 * this.#it.applications.length + this.#it.scorers.length))
  }

  dispose(): void {
    this.#model.dispose()
  }

  #row(pair: number): number {
    return Math.floor(pair / this.#it.scorers.length)
  }

  #entries(pair: number): number[] {
    const rows = this.#it.applications.length
    const [i, j, level] = [this.#row(pair), pair % this.#it.scorers.length, this.#it.level[pair] as number]
    const entries = [i, 1]
    if (this.#it.clinical[j] === 1) entries.push(rows + i, -1)
    if (this.#it.livedExperience[j] === 1) entries.push(2 * rows + i, -1)
    entries.push(3 * rows + j, 1)
    for (const kind of [0, 1] as const) if (level > kind && this.#floorRow[kind][i] !== -1) entries.push(this.#floorRow[kind][i] as number, 1)
    return entries
  }
}

/** True of a share that is all or nothing, but for rounding. */
export function isWhole(share: number): boolean {
  return Math.abs(share - Math.round(share)) < 1e-6
}
