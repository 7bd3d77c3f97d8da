/** Columns of a sparse matrix, one after the other; entries alternate row and coefficient. */
export class Columns {
  #cost: number[] = []
  #lower: number[] = []
  #upper: number[] = []
  #starts: number[] = [0]
  #indices: number[] = []
  #values: number[] = []

  get length(): number {
    return this.#cost.length
  }

  add(cost: number, lower: number, upper: number, entries: readonly number[]): void {
    this.#cost.push(cost)
    this.#lower.push(lower)
    this.#upper.push(upper)
    for (let at = 0; at < entries.length; at += 2) {
      this.#indices.push(entries[at] as number)
      this.#values.push(entries[at + 1] as number)
    }
    this.#starts.push(this.#indices.length)
  }

  plain() {
    return { cost: Float64Array.from(this.#cost), lower: Float64Array.from(this.#lower), upper: Float64Array.from(this.#upper) }
  }

  named() {
    return { colCost: Float64Array.from(this.#cost), colLower: Float64Array.from(this.#lower), colUpper: Float64Array.from(this.#upper) }
  }

  matrix(numRows: number) {
    return { format: 'csc' as const, numRows, numCols: this.length, starts: Int32Array.from(this.#starts), indices: Int32Array.from(this.#indices), values: Float64Array.from(this.#values) }
  }
}
