/**
 * Maximum flow by blocking flows (Dinic, Soviet Math. Doklady 11, 1970). Capacities are whole numbers, and so is the flow.
 * Arcs are tried in the order given: equal inputs give equal flows.
 */
export type Network = { nodes: number; from: Int32Array; to: Int32Array; capacity: Int32Array }

export type Flow = {
  value: number
  /** Flow on an arc, by its index. */
  on: (arc: number) => number
  /** Whether more could still be brought to a node: nodes it is false for lie behind the narrowest cut. */
  reaches: (node: number) => boolean
  /** Widens an arc by `by`; the next `push` goes on from the flow as it stands. */
  widen: (arc: number, by: number) => void
  /** Pushes what more fits; returns what was added. */
  push: () => number
}

/** The greatest flow from node 0 to the last node. */
export function maximumFlow({ nodes, from, to, capacity }: Network): Flow {
  const sink = nodes - 1
  const left = new Int32Array(2 * from.length)
  const first = new Int32Array(nodes + 1)
  for (let arc = 0; arc < from.length; arc += 1) {
    left[2 * arc] = capacity[arc] as number
    for (const node of [from[arc] as number, to[arc] as number]) first[node + 1] = (first[node + 1] as number) + 1
  }
  for (let node = 0; node < nodes; node += 1) first[node + 1] = (first[node + 1] as number) + (first[node] as number)
  /** Half-arcs by the node they leave: 2a goes along arc a, 2a + 1 back. */
  const leaving = new Int32Array(2 * from.length)
  const filled = first.slice()
  const put = (node: number, half: number) => {
    leaving[filled[node] as number] = half
    filled[node] = (filled[node] as number) + 1
  }
  for (let arc = 0; arc < from.length; arc += 1) {
    put(from[arc] as number, 2 * arc)
    put(to[arc] as number, 2 * arc + 1)
  }
  const head = (half: number) => ((half & 1) === 0 ? to[half >> 1] : from[half >> 1]) as number
  const depth = new Int32Array(nodes)
  const queue = new Int32Array(nodes)
  const next = new Int32Array(nodes)
  const path = new Int32Array(nodes)

  const layer = (): boolean => {
    depth.fill(-1)
    depth[0] = 0
    let [read, written] = [0, 1]
    queue[0] = 0
    while (read < written) {
      const node = queue[read] as number
      read += 1
      for (let at = first[node] as number; at < (first[node + 1] as number); at += 1) {
        const half = leaving[at] as number
        const other = head(half)
        if (left[half] === 0 || (depth[other] as number) >= 0) continue
        depth[other] = (depth[node] as number) + 1
        queue[written] = other
        written += 1
      }
    }
    return (depth[sink] as number) >= 0
  }
  /** Walks towards the sink layer by layer, steps back from dead ends, and fills each path it completes. */
  const block = (): number => {
    next.set(first.subarray(0, nodes))
    let [pushed, length, node] = [0, 0, 0]
    for (;;) {
      if (node === sink) {
        let room = left[path[0] as number] as number
        for (let at = 1; at < length; at += 1) room = Math.min(room, left[path[at] as number] as number)
        let full = length
        for (let at = length - 1; at >= 0; at -= 1) {
          const half = path[at] as number
          left[half] = (left[half] as number) - room
          left[half ^ 1] = (left[half ^ 1] as number) + room
          if (left[half] === 0) full = at
        }
        pushed += room
        length = full
        node = head((path[full] as number) ^ 1)
        continue
      }
      let at = next[node] as number
      const end = first[node + 1] as number
      while (at < end) {
        const half = leaving[at] as number
        if (left[half] !== 0 && depth[head(half)] === (depth[node] as number) + 1) break
        at += 1
      }
      next[node] = at
      if (at < end) {
        path[length] = leaving[at] as number
        node = head(leaving[at] as number)
        length += 1
      } else {
        if (length === 0) return pushed
        depth[node] = -1
        length -= 1
        node = head((path[length] as number) ^ 1)
      }
    }
  }
  const flow: Flow = {
    value: 0,
    on: (arc) => left[2 * arc + 1] as number,
    reaches: (node) => (depth[node] as number) >= 0,
    widen: (arc, by) => {
      left[2 * arc] = (left[2 * arc] as number) + by
    },
    push: () => {
      let added = 0
      while (layer()) added += block()
      flow.value += added
      return added
    },
  }
  flow.push()
  return flow
}
