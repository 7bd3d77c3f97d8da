/** When the rules cannot be kept: where evaluations are missing, what stands in the way, and what would help. All by flows, none guessed. */
import { type AssignmentCase, barred, compare } from '#lib/domain/assignment-case.ts'
import { tightWalls } from '#lib/domain/assignment-binds.ts'
import type { Advice, AssignmentResult } from '#lib/domain/assignment-result.ts'
import { keptCounts, type Newcomers, noFloor, seat, type Seating } from '#lib/domain/assignment-seats.ts'
import { roundLimits } from '#lib/domain/round.ts'

type Shortfall = Extract<AssignmentResult, { status: 'infeasible' }>

/** The shortfall of a case whose seats cannot all be filled. */
export function shortfall(it: AssignmentCase): Shortfall {
  const seating = seat(it, noFloor(it), { evenly: true })
  const { missing } = seating
  const applications = it.applications.flatMap(({ id }, i) => {
    const [short, available] = [seating.missingOf(i), availableTo(it, i)]
    return short === 0 ? [] : [{ id, missing: short, available, reason: available < (it.need[i] as number) ? 'too-few' as const : 'caps' as const }]
  }).sort((a, b) => compare(a.id, b.id))
  const spent = seating.exhausted().map((j) => it.scorers[j] as { id: string; cap: number }).filter(({ cap }) => cap > 0)
  const caps = spent.map(({ id }) => ({ code: 'cap' as const, scorerId: id, worth: 0 })).sort((a, b) => compare(a.scorerId, b.scorerId))
  const binds = [...caps, ...tightWalls(it, seating)]
  const advice = [raisedCaps(it, seating), invited(it), lowered(it)].filter((one) => one !== undefined)
  return { status: 'infeasible', missing, applications, advice, binds }
}

/** The fewest evaluations more, spread over the scorers who can give them; none when caps alone do not help. Pushes into `seating`. */
function raisedCaps(it: AssignmentCase, { flow, missing, scorerArc }: Seating): Advice | undefined {
  const { load } = keptCounts(it)
  const taken = (j: number) => (load[j] as number) + flow.on(scorerArc(j))
  let left = missing
  for (let by = 1; left > 0 && by <= 2 * it.applications.length; by *= 2) {
    for (let j = 0; j < it.scorers.length; j += 1) flow.widen(scorerArc(j), by)
    left -= flow.push()
  }
  if (left > 0) return undefined
  const scorers = it.scorers.flatMap(({ id, cap }, j) => (taken(j) > (it.cap[j] as number) ? [{ id, from: cap, to: taken(j) }] : []))
  return { code: 'raise-caps', scorers: scorers.sort((a, b) => compare(a.id, b.id)) }
}

/** The fewest newcomers, each with the middle of today's caps. */
function invited(it: AssignmentCase): Advice {
  const caps = it.scorers.map((scorer) => scorer.cap).filter((cap) => cap > 0).sort((a, b) => a - b)
  const cap = caps[caps.length >> 1] ?? roundLimits.applicationsPerScorer.usual
  const all = it.need.reduce((sum, need) => sum + need, 0)
  const enough = Math.max(Math.ceil(all / cap), ...it.need)
  return { code: 'invite', scorers: least(enough, (scorers) => fills(it, it.need, { scorers, cap })), cap }
}

/** The most evaluations per application that can be had; none when not even one. Applications with more kept keep them. */
function lowered(it: AssignmentCase): Advice | undefined {
  const { known } = keptCounts(it)
  const most = it.problem.evaluationsPerApplication - 1
  const needOf = (number: number) => it.need.map((_, i) => Math.max(number, known[3 * i] as number))
  const by = least(most + 1, (less) => less > most || fills(it, needOf(most + 1 - less)))
  return by > most ? undefined : { code: 'lower', evaluationsPerApplication: most + 1 - by }
}

function fills(it: AssignmentCase, need: Int32Array, newcomers?: Newcomers): boolean {
  return seat(it, noFloor(it), newcomers ? { need, newcomers } : { need }).missing === 0
}

/** The least number from 1 for which something holds that stays true above, and is true at `most`. */
function least(most: number, holds: (number: number) => boolean): number {
  let [over, sure] = [0, most]
  while (sure - over > 1) {
    const tried = Math.floor((over + sure) / 2)
    if (holds(tried)) sure = tried
    else over = tried
  }
  return sure
}

function availableTo(it: AssignmentCase, application: number): number {
  let available = 0
  for (let j = 0; j < it.scorers.length; j += 1) if (it.level[application * it.scorers.length + j] !== barred && (it.cap[j] as number) > 0) available += 1
  return available
}
