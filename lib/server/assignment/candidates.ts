import { type AssignmentCase, barred } from '#lib/domain/assignment-case.ts'
import { keptCounts } from '#lib/domain/assignment-seats.ts'
import { pointsOf } from '#lib/domain/assignment-value.ts'

/** Rounds of guessing prices; each looks at a quarter of the applications. */
const rounds = 60

/**
 * For each application the `most` pairs that look best at prices guessed by raising those of scorers wanted too often
 * (subgradient steps). Only a guess where to begin: what is missing is priced in later, so it never changes the optimum.
 */
export function likelyPairs(it: AssignmentCase, most: number): number[] {
  const [rows, columns] = [it.applications.length, it.scorers.length]
  const worth = worthAlone(it)
  const prices = new Float64Array(columns)
  const { known, load: keptLoad } = keptCounts(it)
  const open = it.need.map((need, i) => need - (known[3 * i] as number))
  const room = it.cap.map((cap, j) => cap - (keptLoad[j] as number))
  const fair = open.reduce((sum, seats) => sum + seats, 0) / Math.max(1, columns)
  const best = new Best(Math.max(...open))
  for (let round = 0; round < rounds; round += 1) {
    const load = new Float64Array(columns)
    for (let i = round % 4; i < rows; i += 4) {
      best.clear(open[i] as number)
      for (let j = 0; j < columns; j += 1) best.offer(j, (worth[i * columns + j] as number) - (prices[j] as number))
      for (let at = 0; at < best.length; at += 1) load[best.at(at)] = (load[best.at(at)] as number) + 4
    }
    const step = 0.6 / (1 + round * 0.12)
    for (let j = 0; j < columns; j += 1) {
      const target = Math.max(0.5, Math.min(room[j] as number, fair))
      prices[j] = (prices[j] as number) + step * Math.max(-1, Math.min(1, ((load[j] as number) - target) / target))
    }
  }
  const likely: number[] = []
  const wide = new Best(most)
  for (let i = 0; i < rows; i += 1) {
    wide.clear(most)
    for (let j = 0; j < columns; j += 1) wide.offer(j, (worth[i * columns + j] as number) - (prices[j] as number))
    for (let at = 0; at < wide.length; at += 1) likely.push(i * columns + wide.at(at))
  }
  return likely
}

/** What a pair brings by itself: points, a share of the voices, and a grain of scatter so that equals are not all chosen at once. */
function worthAlone(it: AssignmentCase): Float32Array {
  const columns = it.scorers.length
  const points = pointsOf(it)
  const { clinical, livedExperience } = it.problem.weights
  const worth = new Float32Array(it.level.length)
  for (let pair = 0; pair < worth.length; pair += 1) {
    const [i, j, level] = [Math.floor(pair / columns), pair % columns, it.level[pair] as number]
    const voices = (clinical * (it.clinical[j] as number) + livedExperience * (it.livedExperience[j] as number)) / (it.need[i] as number)
    worth[pair] = level === barred || it.kept[pair] === 1 ? -Infinity : (points[level] as number) + voices + 0.3 * scatter(i, j)
  }
  return worth
}

function scatter(i: number, j: number): number {
  let state = Math.imul(i + 1, 0x9e3779b1) ^ Math.imul(j + 7, 0x85ebca6b)
  state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d)
  return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32
}

/** The few greatest of many, in order; of equals the first stays. */
class Best {
  length = 0
  #room: number
  #items: Int32Array
  #worths: Float64Array

  constructor(most: number) {
    this.#room = most
    this.#items = new Int32Array(most + 1)
    this.#worths = new Float64Array(most + 1)
  }

  clear(room: number): void {
    this.#room = room
    this.length = 0
  }

  offer(item: number, worth: number): void {
    if (worth === -Infinity || (this.length === this.#room && worth <= (this.#worths[this.length - 1] as number))) return
    let at = Math.min(this.length, this.#room - 1)
    for (; at > 0 && (this.#worths[at - 1] as number) < worth; at -= 1) {
      this.#worths[at] = this.#worths[at - 1] as number
      this.#items[at] = this.#items[at - 1] as number
    }
    this.#worths[at] = worth
    this.#items[at] = item
    this.length = Math.min(this.#room, this.length + 1)
  }

  at(place: number): number {
    return this.#items[place] as number
  }
}
