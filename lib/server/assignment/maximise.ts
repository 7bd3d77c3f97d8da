import type { Highs } from 'highs'
import type { Chosen } from '#lib/domain/assignment-answer.ts'
import { type AssignmentCase, barred } from '#lib/domain/assignment-case.ts'
import { type FloorFound, narrowed } from '#lib/domain/assignment-floor.ts'
import type { Floor } from '#lib/domain/assignment-seats.ts'
import { likelyPairs } from '#lib/server/assignment/candidates.ts'
import { isWhole, LinearModel, type Optimum } from '#lib/server/assignment/linear-model.ts'

/** Pairs an application begins with besides those it needs, and pairs priced in for it each time. */
const [beside, pricedIn] = [6, 6]

/** Less than this is the rounding of sums, in points. */
const rounding = 1e-6

/**
 * The best assignment by column generation: the linear programme is solved over likely pairs, then whatever pair its duals
 * would still welcome is brought in, until none is. The optimum over all pairs is then reached without having seen them all.
 */
export function maximise(highs: Highs, all: AssignmentCase, { floor, pairs }: FloorFound): Chosen {
  const it = narrowed(all, floor)
  const model = new LinearModel(highs, it, [...pairs, ...likelyPairs(it, Math.min(it.scorers.length, Math.max(...it.need) + beside))])
  try {
    let optimum = model.maximise()
    for (;;) {
      const more = model.holdFloor(floor, optimum.taken) || model.add(welcome(it, model, optimum))
      if (more === 0) break
      optimum = model.maximise()
    }
    const prices = model.pricesIn(optimum.dual)
    const best = wholeOptimum(it, model, floor, optimum)
    if (!best) return { pairs: [...it.keptPairs, ...pairs], prices, exhausted: false }
    return { pairs: model.pairs.filter((_, at) => (best.taken[at] as number) > 0.5), prices, exhausted: best.exhausted }
  } finally {
    model.dispose()
  }
}

/**
 * An optimum in whole pairs: as it is, or with the few divided applications chosen anew. Points are whole, so the best
 * value is the bound rounded down, or less; only then every pair that could still belong to something better is brought
 * in (its reduced value does not cost more than what may be gained), and the solver searches. Undefined when it finds nothing.
 */
function wholeOptimum(it: AssignmentCase, model: LinearModel, floor: Floor, optimum: Optimum): Optimum | undefined {
  if (optimum.taken.every(isWhole)) return optimum
  const best = Math.floor(optimum.value + rounding)
  const near = model.maximiseWhole(optimum, true)
  if (near && near.value > best - rounding) return near
  const gain = near ? optimum.value - near.value - 1 : Infinity
  model.add(welcome(it, model, optimum, { above: -gain - rounding, most: it.scorers.length }))
  for (;;) {
    const searched = model.maximiseWhole(optimum, false)
    if (searched && model.holdFloor(floor, searched.taken) > 0) continue
    if (searched && (searched.exhausted || !near || searched.value > near.value)) return searched
    return near && { ...near, exhausted: false }
  }
}

/** For each application the pairs not yet in that its duals would welcome most: at most `most`, worth more than `above` points. */
function welcome(it: AssignmentCase, model: LinearModel, { dual }: Optimum, { above, most } = { above: rounding, most: pricedIn }): number[] {
  const columns = it.scorers.length
  const pairs: number[] = []
  for (let i = 0; i < it.applications.length; i += 1) {
    const found: { pair: number; value: number }[] = []
    for (let pair = i * columns; pair < (i + 1) * columns; pair += 1) {
      if (it.level[pair] === barred || model.has(pair)) continue
      const value = model.reducedValue(pair, dual)
      if (value > above) found.push({ pair, value })
    }
    if (found.length > most) found.sort((a, b) => b.value - a.value)
    for (const { pair } of found.slice(0, most)) pairs.push(pair)
  }
  return pairs
}
