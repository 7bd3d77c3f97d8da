import { endpoint } from '#lib/server/endpoint.ts'
import type { Caller } from '#lib/server/opening.ts'
import { openProgramme } from '#lib/server/programme/open-programme.ts'
import { showProgramme } from '#lib/server/programme/show-programme.ts'

/** Shown, and written down as opened where it is not the laureate's own people who ask. */
async function showAndNote(caller: Caller, asked: { programmeId: string }) {
  const shown = await showProgramme(caller, asked)
  if (!shown.viewer.isLaureate) await openProgramme(caller, asked)
  return shown
}

/** A laureate's programme, for its people, its mentors and its managers. */
export const GET = endpoint({
  verb: showAndNote,
  swift: true,
  input: ({ params }) => ({ programmeId: String(params.id) }),
  answer: ({ now: _now, viewer: _viewer, ...shown }) => Response.json(shown),
})
