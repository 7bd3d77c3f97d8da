/**
 * Colleagues apart: among answers worth the same, one in which two people of one organisation meet on fewer applications.
 * Changes nothing the proof rests on: rules and floor hold, and each exchange loses as many points as it gains.
 */
import { type AssignmentCase, barred } from '#lib/domain/assignment-case.ts'
import type { Floor } from '#lib/domain/assignment-seats.ts'
import { loadsOf, pointsOf, stepCost } from '#lib/domain/assignment-value.ts'

/** Exchanges of equal worth under a floor, the first that helps each time, until none does. Kept pairs stay. */
export function spreadOrganisations(it: AssignmentCase, floor: Floor, pairs: readonly number[]): number[] {
  const columns = it.scorers.length
  const chosen = [...pairs]
  const panels: number[][] = it.applications.map(() => [])
  for (const pair of chosen) panels[Math.floor(pair / columns)]?.push(pair % columns)
  const load = loadsOf(it, chosen)
  const house = it.scorers.map(({ organisationId }) => organisationId)
  const panelOf = (i: number) => panels[i] as number[]
  /** How many on an application, but for `j`, are of `k`'s organisation. */
  const met = (i: number, j: number, k: number) => panelOf(i).reduce((sum, one) => sum + Number(one !== j && house[one] === house[k]), 0)
  const worth = worthOf(it, floor)
  /** What `k` in `j`'s place gains an application; NaN where that may not be. */
  const gain = (i: number, j: number, k: number) => (it.level[i * columns + k] === barred || panelOf(i).includes(k) ? NaN : worth(i, panelOf(i), j, k) - worth(i, panelOf(i), j, j))
  const replace = (at: number, k: number) => {
    const [i, j] = [Math.floor((chosen[at] as number) / columns), (chosen[at] as number) % columns]
    panels[i] = panelOf(i).map((one) => (one === j ? k : one))
    chosen[at] = i * columns + k
  }
  /** Somebody with room, by what each would gain. */
  const stands = (j: number, gains: readonly number[]) => gains.findIndex((its, k) => (load[k] as number) < (it.cap[k] as number) && its === stepCost(it, (load[k] as number) + 1) - stepCost(it, load[j] as number))
  /** Somebody of another application, who changes places. */
  const changes = (i: number, j: number, gains: readonly number[]) => chosen.findIndex((pair) => {
    const [other, k] = [Math.floor(pair / columns), pair % columns]
    if (Number.isNaN(gains[k]) || other === i || it.kept[pair] === 1) return false
    return (gains[k] as number) + gain(other, k, j) === 0 && met(other, k, j) <= met(other, k, k)
  })
  for (let helped = true; helped;) {
    helped = false
    for (const [at, pair] of chosen.entries()) {
      const [i, j] = [Math.floor(pair / columns), pair % columns]
      if (it.kept[pair] === 1 || met(i, j, j) === 0) continue
      const gains = house.map((_, k) => (met(i, j, k) > 0 ? NaN : gain(i, j, k)))
      const free = stands(j, gains)
      const other = free === -1 ? changes(i, j, gains) : -1
      if (free === -1 && other === -1) continue
      helped = true
      const k = free === -1 ? (chosen[other] as number) % columns : free
      replace(at, k)
      if (free === -1) replace(other, j)
      else [load[j], load[k]] = [(load[j] as number) - 1, (load[k] as number) + 1]
    }
  }
  return chosen.sort((a, b) => a - b)
}

/** Points of an application scored by a panel with `k` in `j`'s place; NaN below the floor. */
function worthOf(it: AssignmentCase, floor: Floor): (application: number, panel: readonly number[], j: number, k: number) => number {
  const columns = it.scorers.length
  const points = pointsOf(it)
  const { clinical, livedExperience } = it.problem.weights
  return (i, panel, out, into) => {
    let [sum, stage, rupture, hears, hearsLived] = [0, 0, 0, 0, 0]
    for (const one of panel) {
      const j = one === out ? into : one
      const level = it.level[i * columns + j] as number
      sum += points[level] as number
      stage += Number(level >= 1)
      rupture += Number(level === 2)
      hears |= it.clinical[j] as number
      hearsLived |= it.livedExperience[j] as number
    }
    if (stage < (floor.stage[i] as number) || rupture < (floor.rupture[i] as number)) return NaN
    return sum + hears * clinical + hearsLived * livedExperience
  }
}
