import { endpoint } from '#lib/server/endpoint.ts'
import { listProgrammes } from '#lib/server/programme/list-programmes.ts'

/** The programmes of the person signed in, as laureate, mentor or manager. */
export const GET = endpoint({
  verb: listProgrammes,
  swift: true,
  input: () => ({}),
  answer: ({ programmes }) => Response.json({ programmes }),
})
