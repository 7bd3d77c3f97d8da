import { showBoard } from '#lib/server/assignment/show-board.ts'
import { endpoint } from '#lib/server/endpoint.ts'

/** How many evaluations each application of a round should have, was given and has. */
export const GET = endpoint({
  verb: showBoard,
  input: ({ params }) => ({ roundId: params.id }),
  answer: ({ head, wanted, applications }) => Response.json({ roundId: head.id, phase: head.phase, wanted, applications: applications.map(({ id, number, given, submitted }) => ({ id, number, given, submitted })) }),
})
