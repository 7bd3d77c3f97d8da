/**
 * The order in which a jury takes its applications: recused members leave and come back as seldom as possible. Every time
 * somebody walks out of the room or back in counts one; everybody is in the room before the first and after the last.
 */
export type AgendaItem = { id: string; recused: readonly string[] }

/** How many times people walk out or back in when the items are taken in this order. */
export function comingsAndGoings(items: readonly AgendaItem[]): number {
  const sets = items.map(({ recused }) => new Set(recused))
  let walks = 0
  for (let at = 0; at <= sets.length; at += 1) walks += apart(sets[at - 1] ?? none, sets[at] ?? none)
  return walks
}

const none: ReadonlySet<string> = new Set()

function apart(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let only = 0
  for (const each of a) if (!b.has(each)) only += 1
  for (const each of b) if (!a.has(each)) only += 1
  return only
}

/**
 * The items in an order with few comings and goings, the same for the same items whatever their order. A shortest path
 * through the sets of recused members (Hamming distances): nearest neighbour, then 2-opt until nothing improves
 * (Croes, 1958). Never more walks than in the order of identifiers.
 */
export function orderAgenda<T extends AgendaItem>(items: readonly T[]): T[] {
  const sorted = items.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const sets = sorted.map(({ recused }) => new Set(recused))
  const distance = (a: number, b: number) => apart(sets[a] ?? none, sets[b] ?? none)
  const byName = sorted.map((_, index) => index)
  const candidates = [byName, nearest(sorted.length, distance)].map((order) => improved(order, distance))
  const length = (order: readonly number[]) => order.reduce((sum, at, index) => sum + distance(order[index - 1] ?? -1, at), distance(order.at(-1) ?? -1, -1))
  const [first, second] = candidates as [number[], number[]]
  return (length(second) < length(first) ? second : first).map((index) => sorted[index] as T)
}

type Distance = (a: number, b: number) => number

/** From the full room, always on to whom the fewest must move for; the first by identifier of those alike. */
function nearest(count: number, distance: Distance): number[] {
  const left = new Set(Array.from({ length: count }, (_, index) => index))
  const order: number[] = []
  while (left.size > 0) {
    let best = -1
    for (const each of left) if (best < 0 || distance(order.at(-1) ?? -1, each) < distance(order.at(-1) ?? -1, best)) best = each
    order.push(best)
    left.delete(best)
  }
  return order
}

/** Turns stretches of the order around as long as that saves a walk. -1 is the full room at both ends. */
function improved(start: readonly number[], distance: Distance): number[] {
  const order = [...start]
  const at = (index: number) => order[index] ?? -1
  for (let better = true; better; ) {
    better = false
    for (let from = 0; from < order.length - 1; from += 1) {
      for (let to = from + 1; to < order.length; to += 1) {
        const gain = distance(at(from - 1), at(from)) + distance(at(to), at(to + 1)) - distance(at(from - 1), at(to)) - distance(at(from), at(to + 1))
        if (gain <= 0) continue
        order.splice(from, to - from + 1, ...order.slice(from, to + 1).reverse())
        better = true
      }
    }
  }
  return order
}
