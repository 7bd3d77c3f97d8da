/** What binds in an answer: caps, walls, the floor, and kept work that exceeds a rule. */
import { type AssignmentCase, barred, byPair, compare, named } from '#lib/domain/assignment-case.ts'
import type { FloorFound } from '#lib/domain/assignment-floor.ts'
import type { Binding } from '#lib/domain/assignment-result.ts'
import { keptCounts, type Seating } from '#lib/domain/assignment-seats.ts'
import { loadsOf, pointsOf, stepCost } from '#lib/domain/assignment-value.ts'

/** Walls named at most: the dearest. */
const wallsNamed = 100

/** Everything that binds in an answer found at some prices. */
export function bindings(it: AssignmentCase, found: FloorFound, pairs: readonly number[], prices: readonly number[]): Binding[] {
  return [...tightCaps(it, pairs, prices), ...dearWalls(it, found, pairs, prices), ...floors(it, found), ...overrules(it)]
}

/** Walls that keep a scorer with room from an application that finds nobody: without one of them, one evaluation more. */
export function tightWalls(it: AssignmentCase, { exhausted, missingOf }: Seating): Binding[] {
  const columns = it.scorers.length
  const spent = new Set(exhausted())
  const walls: Binding[] = []
  for (const [i] of it.applications.entries()) {
    if (missingOf(i) === 0) continue
    for (let j = 0; j < columns; j += 1) {
      const pair = i * columns + j
      if (it.level[pair] === barred && !spent.has(j)) walls.push(wallOf(it, pair, 0))
    }
  }
  return walls.sort(byWall).slice(0, wallsNamed)
}

/** Scorers at their cap of whom more would be worth something. */
function tightCaps(it: AssignmentCase, pairs: readonly number[], prices: readonly number[]): Binding[] {
  return [...loadsOf(it, pairs)].flatMap((load, j) => {
    const worth = round((prices[j] as number) - stepCost(it, load + 1))
    return load === it.cap[j] && worth > 0 ? [{ code: 'cap' as const, scorerId: (it.scorers[j] as { id: string }).id, worth }] : []
  }).sort((a, b) => b.worth - a.worth || compare(a.scorerId, b.scorerId))
}

/** Walls behind which somebody would do better than one of those chosen: by how much, with time paid at its price. */
function dearWalls(it: AssignmentCase, { floor }: FloorFound, pairs: readonly number[], prices: readonly number[]): Binding[] {
  const columns = it.scorers.length
  const points = pointsOf(it)
  const { clinical, livedExperience } = it.problem.weights
  const panels: number[][] = it.applications.map(() => [])
  for (const pair of pairs) panels[Math.floor(pair / columns)]?.push(pair)
  const worthOf = (panel: readonly number[]) => {
    const scorers = panel.map((pair) => pair % columns)
    return panel.reduce((sum, pair) => sum + (points[it.knows[pair] as number] as number) - (prices[pair % columns] as number), 0)
      + (scorers.some((j) => it.clinical[j] === 1) ? clinical : 0) + (scorers.some((j) => it.livedExperience[j] === 1) ? livedExperience : 0)
  }
  const walls = it.level.reduce<{ pair: number; worth: number }[]>((dear, level, pair) => {
    if (level !== barred || (it.cap[pair % columns] as number) === 0) return dear
    const i = Math.floor(pair / columns)
    const panel = panels[i] as number[]
    const now = worthOf(panel)
    let worth = 0
    for (const leaving of panel) {
      if (it.kept[leaving] === 1) continue
      const swapped = panel.map((one) => (one === leaving ? pair : one))
      const knowing = (least: number) => swapped.filter((one) => (it.knows[one] as number) >= least).length
      if (knowing(1) >= (floor.stage[i] as number) && knowing(2) >= (floor.rupture[i] as number)) worth = Math.max(worth, worthOf(swapped) - now)
    }
    if (round(worth) > 0) dear.push({ pair, worth: round(worth) })
    return dear
  }, [])
  return walls.map(({ pair, worth }) => wallOf(it, pair, worth)).sort(byWall).slice(0, wallsNamed)
}

/** Why the floor is not one higher. */
function floors(it: AssignmentCase, { least, stopped }: FloorFound): Binding[] {
  return (['stage', 'rupture'] as const).flatMap((expertise) => {
    const found = stopped[expertise]
    if (!found) return []
    const ids = (things: readonly { id: string }[], which: readonly number[]) => which.map((index) => (things[index] as { id: string }).id).sort(compare)
    return [{ code: 'floor' as const, expertise, least: least[expertise], applicationIds: ids(it.applications, found.applications), scorerIds: ids(it.scorers, found.scorers) }]
  })
}

/** Kept work that exceeds a rule: it stays, and is said. */
function overrules(it: AssignmentCase): Binding[] {
  const { known, load } = keptCounts(it)
  const number = it.problem.evaluationsPerApplication
  return [
    ...it.scorers.flatMap(({ id, cap }, j) => ((load[j] as number) > cap ? [{ code: 'kept-over-cap' as const, scorerId: id, kept: load[j] as number, cap }] : [])).sort((a, b) => compare(a.scorerId, b.scorerId)),
    ...it.applications.flatMap(({ id }, i) => ((known[3 * i] as number) > number ? [{ code: 'kept-over-number' as const, applicationId: id, kept: known[3 * i] as number }] : [])).sort((a, b) => compare(a.applicationId, b.applicationId)),
    ...it.dropped.map((pair) => ({ code: 'kept-in-conflict' as const, ...named(it, pair) })).sort(byPair),
  ]
}

function wallOf(it: AssignmentCase, pair: number, worth: number): Binding {
  return { code: it.walled.has(pair) ? 'conflict' : 'forbidden', ...named(it, pair), worth }
}

type Wall = { applicationId: string; scorerId: string; worth: number }

function byWall(a: Binding, b: Binding): number {
  const [one, other] = [a as Wall, b as Wall]
  return other.worth - one.worth || byPair(one, other)
}

/** To a thousandth of a point. */
function round(worth: number): number {
  return Math.round(worth * 1_000) / 1_000
}
