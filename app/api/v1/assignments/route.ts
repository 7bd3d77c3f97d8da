import { listAssignments } from '#lib/server/assignment/list-assignments.ts'
import { endpoint } from '#lib/server/endpoint.ts'

/** What the person signed in scores, round by round. */
export const GET = endpoint({
  verb: listAssignments,
  swift: true,
  input: () => ({}),
  answer: ({ rounds }) => Response.json({ rounds }),
})
