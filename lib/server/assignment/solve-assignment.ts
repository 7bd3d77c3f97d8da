import { join } from 'node:path'
import type { AssignmentResult } from '#lib/domain/assignment-result.ts'
import type { AssignmentProblem } from '#lib/domain/assignment.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { ownThread, type Times } from '#lib/server/thread.ts'

/** Node runs this file as it is, from the folder the portal is started in: it is never bundled with the pages. */
const entry = join(/* turbopackIgnore: true */ process.cwd(), 'lib/server/assignment/solver.ts')

/**
 * Answers questions of assignment in a thread of its own: equal questions, whatever the order of their lists, get equal
 * answers. Refusal `busy` when its turn does not come in time, or with reason `too-long` when the answer takes too long.
 */
export function assignmentThread(times: Times): (problem: AssignmentProblem) => Promise<AssignmentResult> {
  const inThread = ownThread<AssignmentProblem, AssignmentResult>(entry, 'An assignment', times, { resourceLimits: { maxOldGenerationSizeMb: 768 } })
  return async (problem) => {
    try {
      return await inThread(problem)
    } catch (error) {
      if ((error as { kind?: unknown }).kind === 'took-too-long') throw new Refusal('busy', { reason: 'too-long', retryAfter: Math.ceil(times.limit / 1000) })
      throw error
    }
  }
}

/** The one thread of this process that assigns. */
export const solveAssignment = assignmentThread({ patience: 30_000, limit: 60_000, idle: 60_000 })
