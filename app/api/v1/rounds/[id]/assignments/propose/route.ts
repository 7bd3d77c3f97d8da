import { proposeAssignments } from '#lib/server/assignment/propose-assignments.ts'
import { endpoint } from '#lib/server/endpoint.ts'

/** Asks who should score what; the answer is kept as a proposal, and nothing is given yet. */
export const POST = endpoint({
  verb: proposeAssignments,
  input: ({ params, body }) => ({ ...(body as object), roundId: params.id }),
  answer: (proposal) => Response.json(proposal, { status: 201 }),
})
