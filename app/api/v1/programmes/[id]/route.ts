import { endpoint } from '#lib/server/endpoint.ts'
import { showProgramme } from '#lib/server/programme/show-programme.ts'

/** A laureate's programme, for its people, its mentors and its managers. */
export const GET = endpoint({
  verb: showProgramme,
  swift: true,
  input: ({ params }) => ({ programmeId: params.id }),
  answer: ({ now: _now, viewer: _viewer, ...shown }) => Response.json(shown),
})
