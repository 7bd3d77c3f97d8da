/**
 * The rules alone, as seats to fill: a flow from scorers to applications. Seats may ask for somebody who knows the rupture,
 * or at least the stage; whoever knows more may sit where less is asked. Such a flow is whole by itself, so what it says
 * can or cannot be had is exact.
 */
import { type AssignmentCase, barred } from '#lib/domain/assignment-case.ts'
import { type Flow, maximumFlow } from '#lib/domain/flow.ts'

/** Per application, how many must know at least the stage, and how many the rupture. */
export type Floor = { stage: Int32Array; rupture: Int32Array }

export type Seating = {
  flow: Flow
  /** Seats nobody sits on, over all applications. */
  missing: number
  /** Arc from the source to a scorer: its flow is what they take besides what is kept. */
  scorerArc: (scorer: number) => number
  /** Seats of an application nobody sits on. */
  missingOf: (application: number) => number
  /** Pairs that are seated, besides the kept ones. */
  pairs: () => Int32Array
  /** Scorers who could take no more, however all are moved; applications whose seats lie behind them (the narrowest cut). */
  exhausted: () => number[]
  contested: () => number[]
}

/** Newcomers: a number of scorers with a cap each, walled off from nothing and known for nothing. */
export type Newcomers = { scorers: number; cap: number }

export const noFloor = ({ need }: AssignmentCase): Floor => ({ stage: new Int32Array(need.length), rupture: new Int32Array(need.length) })

/** `need`: evaluations per application, when not those of the case; `evenly`: nobody is seated twice while others could be once. */
type Asked = { need?: Int32Array; newcomers?: Newcomers; evenly?: boolean }

/** Fills as many seats as can be filled. */
export function seat(it: AssignmentCase, floor: Floor, { need = it.need, newcomers = { scorers: 0, cap: 0 }, evenly = false }: Asked = {}): Seating {
  const [rows, columns] = [it.applications.length, it.scorers.length]
  const invited = columns + 1
  const node = (application: number, level: number) => columns + 2 + 3 * application + level
  const nodes = columns + 2 + 3 * rows + 1
  const { known, load } = keptCounts(it)
  const most = columns + 1 + it.level.length + rows * 6
  const [from, to, capacity] = [new Int32Array(most), new Int32Array(most), new Int32Array(most)]
  let arcs = 0
  const arc = (a: number, b: number, room: number) => {
    from[arcs] = a
    to[arcs] = b
    capacity[arcs] = room
    arcs += 1
  }
  for (let j = 0; j < columns; j += 1) arc(0, 1 + j, (it.cap[j] as number) - (load[j] as number))
  arc(0, invited, newcomers.scorers * newcomers.cap)
  const pairOf = new Int32Array(it.level.length)
  const seated = arcs
  const seats: number[][] = []
  for (let i = 0; i < rows; i += 1) {
    const [kept, knowStage, knowRupture] = [known[3 * i] as number, known[3 * i + 1] as number, known[3 * i + 2] as number]
    const rupture = Math.max(0, (floor.rupture[i] as number) - knowRupture)
    const stage = Math.max(rupture, (floor.stage[i] as number) - knowStage)
    seats.push([(need[i] as number) - kept - stage, stage - rupture, rupture])
    for (let pair = i * columns; pair < (i + 1) * columns; pair += 1) {
      const level = it.level[pair] as number
      if (level === barred || it.kept[pair] === 1) continue
      pairOf[arcs - seated] = pair
      arc(1 + (pair % columns), node(i, level === 2 && rupture > 0 ? 2 : level >= 1 && stage > 0 ? 1 : 0), 1)
    }
  }
  const given = arcs - seated
  const doors = arcs
  for (let i = 0; i < rows; i += 1) {
    for (let level = 0; level < 3; level += 1) arc(node(i, level), nodes - 1, (seats[i] as number[])[level] as number)
    arc(node(i, 2), node(i, 1), need[i] as number)
    arc(node(i, 1), node(i, 0), need[i] as number)
    arc(invited, node(i, 0), newcomers.scorers)
  }
  const room = capacity.slice(0, arcs)
  const lastRound = evenly ? Math.max(0, ...need) : 1
  if (evenly) for (let i = 0; i < rows; i += 1) room[doors + 6 * i] = Math.min(1, room[doors + 6 * i] as number)
  const flow = maximumFlow({ nodes, from: from.subarray(0, arcs), to: to.subarray(0, arcs), capacity: room })
  for (let round = 2; round <= lastRound; round += 1) {
    for (let i = 0; i < rows; i += 1) if ((capacity[doors + 6 * i] as number) >= round) flow.widen(doors + 6 * i, 1)
    flow.push()
  }
  const missingOf = (i: number) => [0, 1, 2].reduce((sum, level) => sum + (capacity[doors + 6 * i + level] as number) - flow.on(doors + 6 * i + level), 0)
  const wanted = seats.reduce((sum, [any = 0, stage = 0, rupture = 0]) => sum + any + stage + rupture, 0)
  return {
    flow,
    missing: wanted - flow.value,
    scorerArc: (j) => j,
    missingOf,
    pairs: () => pairOf.subarray(0, given).filter((_, index) => flow.on(seated + index) === 1),
    exhausted: () => [...it.scorers.keys()].filter((j) => !flow.reaches(1 + j)),
    contested: () => [...it.applications.keys()].filter((i) => [0, 1, 2].some((level) => (capacity[doors + 6 * i + level] as number) > 0 && !flow.reaches(node(i, level)))),
  }
}

/** Per application, kept evaluations: all, by who knows at least the stage, by who knows the rupture; per scorer, kept load. */
export function keptCounts(it: AssignmentCase): { known: Int32Array; load: Int32Array } {
  const known = new Int32Array(3 * it.applications.length)
  const load = new Int32Array(it.scorers.length)
  for (const pair of it.keptPairs) {
    const [i, j] = [Math.floor(pair / it.scorers.length), pair % it.scorers.length]
    load[j] = (load[j] as number) + 1
    for (let level = 0; level <= (it.level[pair] as number); level += 1) known[3 * i + level] = (known[3 * i + level] as number) + 1
  }
  return { known, load }
}
