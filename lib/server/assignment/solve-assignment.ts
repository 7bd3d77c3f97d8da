import { join } from 'node:path'
import type { AssignmentResult } from '#lib/domain/assignment-result.ts'
import { type AssignmentProblem, usualWeights } from '#lib/domain/assignment.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { ownThread, type Times } from '#lib/server/thread.ts'

/** Node runs this file as it is, from the folder the portal is started in: it is never bundled with the pages. */
const entry = join(/* turbopackIgnore: true */ process.cwd(), 'lib/server/assignment/solver.ts')

/** Megabytes, of the linear programme and of our own lists each. */
const usualMemory = 768

/**
 * Answers questions of assignment in a thread of its own: equal questions, whatever the order of their lists, get equal
 * answers. `memory`: megabytes the solver may take. Refusal `busy` when its turn does not come in time, or with reason `too-long` or `too-large` when the answer takes too long or too much memory.
 */
export function assignmentThread(times: Times, memory = usualMemory): (problem: AssignmentProblem) => Promise<AssignmentResult> {
  const inThread = ownThread<AssignmentProblem, AssignmentResult>(entry, 'An assignment', times, { workerData: { memory }, resourceLimits: { maxOldGenerationSizeMb: memory } })
  return async (problem) => {
    try {
      return await inThread(problem)
    } catch (error) {
      const { kind, code, message } = error as { kind?: unknown; code?: unknown; message?: unknown }
      if (kind === 'took-too-long') throw new Refusal('busy', { reason: 'too-long', retryAfter: Math.ceil(times.limit / 1000) })
      if (message === 'too-large' || code === 'ERR_WORKER_OUT_OF_MEMORY') throw new Refusal('busy', { reason: 'too-large' })
      throw error
    }
  }
}

/** The one thread of this process that assigns. */
export const solveAssignment = assignmentThread({ patience: 30_000, limit: 120_000, idle: 60_000 })

/** Starts the thread and lets it answer something small, so that whoever asks within the minute does not wait for it: for a page that leads to asking. */
export function wakeSolver(): void {
  solveAssignment(small).catch(() => {})
}

const scorer = { organisationId: 'o', partnerKind: 'other' as const, clinical: true, livedExperience: true, cap: 2, expertise: { stages: ['t'], ruptures: ['r'] } }
const small: AssignmentProblem = {
  applications: [{ id: 'a', ruptures: ['r'], stages: ['t'] }, { id: 'b', ruptures: [], stages: [] }], scorers: [{ id: 'c', ...scorer }, { id: 'd', ...scorer }],
  conflicts: [], forbidden: [], kept: [], evaluationsPerApplication: 1, weights: usualWeights, seed: 0,
}
