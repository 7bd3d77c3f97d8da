/**
 * The fairness floor: the greatest m such that every application gets at least m scorers who know its stage or rupture, or
 * as many as could be had for it alone; then, holding that, the same for the rupture. Exact, by flows.
 */
import { type AssignmentCase, barred } from '#lib/domain/assignment-case.ts'
import { type Floor, keptCounts, noFloor, seat } from '#lib/domain/assignment-seats.ts'

export type FloorFound = {
  least: { stage: number; rupture: number }
  /** Per application what the floor asks of it. */
  floor: Floor
  /** Pairs, besides the kept ones, that fulfil rules and floor. */
  pairs: Int32Array
  /** Why the floor is not one higher, per kind of knowledge; undefined when everything that exists is had. */
  stopped: { stage: Stopped | undefined; rupture: Stopped | undefined }
}

/** These applications together would need more of these scorers than these can give. */
type Stopped = { applications: number[]; scorers: number[] }

/** Finds the floor of a case whose rules can be kept. */
export function findFloor(it: AssignmentCase): FloorFound {
  const ceiling = ceilings(it)
  const base = noFloor(it)
  const stage = highest(it, ceiling.stage, (asked) => ({ ...base, stage: asked }))
  const rupture = highest(it, ceiling.rupture, (asked) => ({ stage: stage.asked, rupture: asked }))
  const floor: Floor = { stage: stage.asked.map((asked, i) => Math.max(asked, rupture.asked[i] as number)), rupture: rupture.asked }
  return {
    least: { stage: stage.least, rupture: rupture.least },
    floor,
    pairs: rupture.pairs ?? stage.pairs ?? seat(it, base).pairs(),
    stopped: { stage: stage.stopped, rupture: rupture.stopped },
  }
}

/** Per application, how many scorers who know its stage (its rupture) it could have if it were alone. */
function ceilings(it: AssignmentCase): Floor {
  const columns = it.scorers.length
  const { known, load } = keptCounts(it)
  const [stage, rupture] = [new Int32Array(it.applications.length), new Int32Array(it.applications.length)]
  for (let i = 0; i < stage.length; i += 1) {
    const free = [0, 0, 0]
    for (let j = 0; j < columns; j += 1) {
      const level = it.level[i * columns + j] as number
      if (level !== barred && it.kept[i * columns + j] === 0 && (load[j] as number) < (it.cap[j] as number)) free[level] = (free[level] as number) + 1
    }
    const open = (it.need[i] as number) - (known[3 * i] as number)
    stage[i] = (known[3 * i + 1] as number) + Math.min(open, (free[1] as number) + (free[2] as number))
    rupture[i] = (known[3 * i + 2] as number) + Math.min(open, free[2] as number)
  }
  return { stage, rupture }
}

/** The same case without the pairs the floor leaves no seat for. */
export function narrowed(it: AssignmentCase, floor: Floor): AssignmentCase {
  const columns = it.scorers.length
  const { known } = keptCounts(it)
  const level = it.level.slice()
  for (let i = 0; i < it.applications.length; i += 1) {
    const [kept, knowStage, knowRupture] = [known[3 * i] as number, known[3 * i + 1] as number, known[3 * i + 2] as number]
    const open = (it.need[i] as number) - kept
    const least = open === (floor.rupture[i] as number) - knowRupture ? 2 : Number(open === (floor.stage[i] as number) - knowStage)
    for (let pair = i * columns; pair < (i + 1) * columns; pair += 1) if ((level[pair] as number) < least && it.kept[pair] === 0) level[pair] = barred
  }
  return { ...it, level }
}

/** The greatest m for which min(m, ceiling) can be had everywhere: found by halving, as less can be had whenever more can. */
function highest(it: AssignmentCase, ceiling: Int32Array, floorOf: (asked: Int32Array) => Floor) {
  const asks = (least: number) => ceiling.map((most) => Math.min(least, most))
  let [sure, over] = [0, ceiling.reduce((most, one) => Math.max(most, one), 0) + 1]
  let pairs: Int32Array | undefined
  let stopped: Stopped | undefined
  while (over - sure > 1) {
    const tried = Math.floor((sure + over) / 2)
    const found = seat(it, floorOf(asks(tried)))
    if (found.missing === 0) [sure, pairs] = [tried, found.pairs()]
    else [over, stopped] = [tried, { applications: found.contested(), scorers: found.exhausted() }]
  }
  return { least: sure, asked: asks(sure), pairs, stopped }
}
