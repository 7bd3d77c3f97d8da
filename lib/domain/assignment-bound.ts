/**
 * How much any assignment could be worth at most, from a price on each scorer's time (Lagrangian relaxation: Geoffrion,
 * Mathematical Programming Study 2, 1974). With the load rules paid for instead of kept, each application picks its best
 * panel alone and each scorer their best load. Whatever the prices, no assignment is worth more than the sum.
 */
import { type AssignmentCase, barred } from '#lib/domain/assignment-case.ts'
import type { Floor } from '#lib/domain/assignment-seats.ts'
import { pointsOf, stepCost } from '#lib/domain/assignment-value.ts'

/** Prices are multiples of this, so that their sums are exact in binary. */
const grain = 2 ** -20

export function roundPrice(price: number): number {
  return Math.round(price / grain) * grain
}

/** The bound in points; -Infinity when some application cannot be served at all. `prices`: one per scorer of the case. */
export function upperBound(it: AssignmentCase, floor: Floor, prices: readonly number[]): number {
  const panel = bestPanel(it, floor, prices.map(roundPrice))
  let bound = 0
  for (let i = 0; i < it.applications.length; i += 1) bound += panel(i)
  for (let j = 0; j < it.scorers.length; j += 1) bound += bestLoad(it, j, roundPrice(prices[j] as number))
  return bound
}

/** What a scorer paid `price` an evaluation earns at best, overload taken off. */
function bestLoad(it: AssignmentCase, scorer: number, price: number): number {
  let [best, earned] = [0, 0]
  for (let load = 1; load <= (it.cap[scorer] as number); load += 1) {
    earned += price - stepCost(it, load)
    best = Math.max(best, earned)
  }
  return best
}

/**
 * The best panel of one application: points and voices less prices, floor and kept scorers respected. Only what kind
 * somebody is matters (voices, expertise), and within a kind the cheapest come first: so a table over how many were
 * taken, voices heard and floor fulfilled is exact.
 */
function bestPanel(it: AssignmentCase, floor: Floor, prices: readonly number[]): (application: number) => number {
  const { weights } = it.problem
  const points = pointsOf(it)
  const columns = it.scorers.length
  const cheapest = [0, 1, 2, 3].map((heard) =>
    prices.map((price, j) => ({ price, j })).filter(({ j }) => heardOf(it, j) === heard).sort((a, b) => a.price - b.price).map(({ j }) => j))
  return (i) => {
    const [need, stage, rupture] = [it.need[i] as number, floor.stage[i] as number, floor.rupture[i] as number]
    const [perStage, perHeard] = [rupture + 1, (rupture + 1) * (stage + 1)]
    const perCount = perHeard * 4
    let table = new Float64Array(perCount * (need + 1)).fill(-Infinity)
    table[0] = 0
    const take = (heard: number, level: number, worths: readonly number[], exactly: boolean) => {
      const next = exactly ? new Float64Array(table.length).fill(-Infinity) : table.slice()
      for (let state = 0; state < table.length; state += 1) {
        const had = table[state] as number
        if (had === -Infinity) continue
        const count = Math.floor(state / perCount)
        const [voices, stages, ruptures] = [Math.floor(state / perHeard) % 4, Math.floor(state / perStage) % (stage + 1), state % perStage]
        let worth = had
        for (let taken = 1; taken <= worths.length && count + taken <= need; taken += 1) {
          worth += worths[taken - 1] as number
          if (exactly && taken < worths.length) continue
          const to = (count + taken) * perCount + (voices | heard) * perHeard
            + Math.min(stage, stages + (level >= 1 ? taken : 0)) * perStage + Math.min(rupture, ruptures + (level === 2 ? taken : 0))
          if (worth > (next[to] as number)) next[to] = worth
        }
      }
      table = next
    }
    for (const [heard, scorers] of cheapest.entries()) {
      const worths: [number[], number[], number[]] = [[], [], []]
      for (const j of scorers) {
        const level = it.level[i * columns + j] as number
        if (level === barred) continue
        const worth = (points[level] as number) - (prices[j] as number)
        if (it.kept[i * columns + j] === 1) take(heard, level, [worth], true)
        else if ((worths[level] as number[]).length < need) (worths[level] as number[]).push(worth)
      }
      for (const [level, some] of worths.entries()) if (some.length > 0) take(heard, level, some, false)
    }
    let best = -Infinity
    for (let voices = 0; voices < 4; voices += 1) {
      const bonus = ((voices & 1) === 1 ? weights.clinical : 0) + ((voices & 2) === 2 ? weights.livedExperience : 0)
      best = Math.max(best, (table[need * perCount + voices * perHeard + stage * perStage + rupture] as number) + bonus)
    }
    return best
  }
}

function heardOf(it: AssignmentCase, scorer: number): number {
  return (it.clinical[scorer] as number) + 2 * (it.livedExperience[scorer] as number)
}
