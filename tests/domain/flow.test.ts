import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { maximumFlow, type Network } from '#lib/domain/flow.ts'

const networks: fc.Arbitrary<Network> = fc.integer({ min: 2, max: 6 }).chain((nodes) =>
  fc.array(fc.record({ from: fc.integer({ min: 0, max: nodes - 1 }), to: fc.integer({ min: 0, max: nodes - 1 }), capacity: fc.integer({ min: 0, max: 5 }) }), { maxLength: 14 }).map((arcs) => ({
    nodes, from: Int32Array.from(arcs, (it) => it.from), to: Int32Array.from(arcs, (it) => it.to), capacity: Int32Array.from(arcs, (it) => it.capacity),
  })))

/** The narrowest cut, by trying each set of nodes on the source's side. */
function narrowestCut({ nodes, from, to, capacity }: Network): number {
  const widths = Array.from({ length: 2 ** (nodes - 2) }, (_, chosen) => {
    const near = (node: number) => node === 0 || (node < nodes - 1 && (chosen >> (node - 1)) % 2 === 1)
    return from.reduce((width, node, arc) => width + (near(node) && !near(to[arc] as number) ? (capacity[arc] as number) : 0), 0)
  })
  return Math.min(...widths)
}

it('is as great as the narrowest cut, and a flow: capacities hold, nothing is lost on the way', () => {
  fc.assert(fc.property(networks, (network) => {
    const flow = maximumFlow(network)
    expect(flow.value).toBe(narrowestCut(network))
    const gained = new Int32Array(network.nodes)
    for (let arc = 0; arc < network.from.length; arc += 1) {
      expect(flow.on(arc)).toBeGreaterThanOrEqual(0)
      expect(flow.on(arc)).toBeLessThanOrEqual(network.capacity[arc] as number)
      gained[network.to[arc] as number] = (gained[network.to[arc] as number] as number) + flow.on(arc)
      gained[network.from[arc] as number] = (gained[network.from[arc] as number] as number) - flow.on(arc)
    }
    expect(gained.at(-1)).toBe(flow.value)
    expect([...gained.subarray(1, -1)].every((net) => net === 0)).toBe(true)
  }), { numRuns: 500 })
})

it('goes on from where it stands when an arc is widened', () => {
  fc.assert(fc.property(networks.filter(({ from }) => from.length > 0), fc.nat(), fc.integer({ min: 1, max: 4 }), (network, which, by) => {
    const arc = which % network.from.length
    const flow = maximumFlow(network)
    flow.widen(arc, by)
    const added = flow.push()
    const wide = { ...network, capacity: network.capacity.map((capacity, index) => capacity + (index === arc ? by : 0)) }
    expect(flow.value).toBe(narrowestCut(wide))
    expect(added).toBe(narrowestCut(wide) - narrowestCut(network))
  }), { numRuns: 300 })
})
