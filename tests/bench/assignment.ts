import { setTimeout as pause } from 'node:timers/promises'
import { proveOptimal } from '#lib/domain/assignment-proof.ts'
import type { AssignmentResult } from '#lib/domain/assignment-result.ts'
import { assignmentThread, solveAssignment, wakeSolver } from '#lib/server/assignment/solve-assignment.ts'
import { median, report } from '#tests/bench/ratio.ts'
import { assignmentRound } from '#tests/factories/assignment.ts'

/**
 * Who scores what, with every rule on, in the thread the portal uses: question sent, answer back, proven. HotCRP's own
 * assignment (no mix of kinds, no floor, suspected conflicts left in) took 0.97 to 1.86 s and 89 to 99 MB for
 * 1,000 × 60 × 3, and 146 to 245 s and 861 MB for 5,000 × 300 × 3, on two cores.
 */
const sizes = [
  { applications: 50, scorers: 12, limit: 300, memory: 400, peer: undefined },
  { applications: 1_000, scorers: 60, limit: 2_000, memory: 400, peer: 970 },
  { applications: 5_000, scorers: 300, limit: 15_000, memory: 1_000, peer: 146_000 },
]
/** Rounds differ in what is known, and in how much room the caps leave. */
const variants = [{ seed: 1, room: 1.15 }, { seed: 2, room: 1.02 }, { seed: 3, room: 1.5 }]

wakeSolver()
await pause(3_000)
const woken = await measured(50, 12, { seed: 9, room: 1.15 }, solveAssignment)
report('assignment of 50 × 12 × 3, the first, once a page has woken the solver', `${woken.took.toFixed(0)} ms`, '≤ 300')
const inThread = assignmentThread({ patience: 60_000, limit: 60_000, idle: 60_000 })
const first = await measured(50, 12, { seed: 9, room: 1.15 })
report('assignment of 50 × 12 × 3, the first of a thread that has to start', `${first.took.toFixed(0)} ms`, 'told')
report('  processor time, which other work on the machine does not lengthen', `${first.worked.toFixed(0)} ms`, 'told')
for (const { applications, scorers, limit, memory, peer } of sizes) {
  const took: number[] = []
  const worked: number[] = []
  let waited = 0
  for (const variant of variants) {
    const one = await measured(applications, scorers, variant)
    took.push(one.took)
    worked.push(one.worked)
    waited = Math.max(waited, one.waited)
  }
  const size = `${applications} × ${scorers} × 3`
  report(`assignment of ${size}: slowest of ${variants.length}, all proven optimal by prices`, `${Math.max(...took).toFixed(0)} ms`, `≤ ${limit}`)
  report('  processor time, which other work on the machine does not lengthen', `${Math.max(...worked).toFixed(0)} ms`, 'told')
  report('  memory at its highest, whole process', `${(process.resourceUsage().maxRSS / 1_000).toFixed(0)} MB`, `< ${memory}`)
  report('  longest the process waited meanwhile', `${waited.toFixed(0)} ms`, 'told')
  if (peer) report(`  HotCRP's best ÷ ours (median)`, `${(peer / median(took)).toFixed(1)} ×`, 'told')
}
process.exit(0)

/** Milliseconds until the answer and of processor time, and the longest the process was kept from its other work by asking and hearing. */
async function measured(applications: number, scorers: number, variant: { seed: number; room: number }, ask = inThread): Promise<{ took: number; worked: number; waited: number }> {
  const problem = assignmentRound({ applications, scorers, evaluations: 3, ...variant })
  let [waited, last] = [0, performance.now()]
  const beat = setInterval(() => {
    waited = Math.max(waited, performance.now() - last - 1)
    last = performance.now()
  }, 1)
  const [begun, before] = [performance.now(), process.cpuUsage()]
  const answer = await ask(problem)
  const took = performance.now() - begun
  const { user, system } = process.cpuUsage(before)
  clearInterval(beat)
  check(problem, answer)
  return { took, worked: (user + system) / 1_000, waited }
}

function check(problem: Parameters<typeof proveOptimal>[0], answer: AssignmentResult): void {
  if (answer.status !== 'optimal' || answer.proof !== 'prices') throw new Error(`The answer is ${answer.status}.`)
  const { faults } = proveOptimal(problem, answer)
  if (faults.length > 0) throw new Error(`The answer has faults: ${faults.join(', ')}.`)
}
