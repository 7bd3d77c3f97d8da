'use server'
import { getLocale } from 'next-intl/server'
import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { action, text } from '#lib/server/action.ts'
import { arrive as come, leave as go, scoreInJury } from '#lib/server/deliberation/attend-deliberation.ts'
import { endDeliberation, moveDeliberation, noteDeliberation, startDeliberation, stepDeliberation } from '#lib/server/deliberation/lead-deliberation.ts'
import { planDeliberation } from '#lib/server/deliberation/plan-deliberation.ts'

const meeting = (form: FormData) => ({ deliberationId: text(form, 'deliberationId') })
const turn = (form: FormData) => ({ ...meeting(form), version: text(form, 'version') })
/** The page one is on, whichever room it is in. */
const done = () => refresh()

export const plan = action({ verb: planDeliberation, input: (form) => ({ roundId: text(form, 'roundId') }), done: async (_result, form) => redirect(`/${await getLocale()}/manage/rounds/${text(form, 'roundId')}/jury`) })
export const start = action({ verb: startDeliberation, input: turn, done })
export const move = action({ verb: moveDeliberation, input: (form) => ({ ...turn(form), applicationId: text(form, 'applicationId') }), done })
export const step = action({ verb: stepDeliberation, input: (form) => ({ ...turn(form), step: text(form, 'step') }), done })
export const score = action({ verb: scoreInJury, input: (form) => ({ ...meeting(form), applicationId: text(form, 'applicationId'), score: text(form, 'score') }), done })
export const note = action({ verb: noteDeliberation, input: (form) => ({ ...meeting(form), applicationId: text(form, 'applicationId'), notesVersion: text(form, 'notesVersion'), notes: text(form, 'notes') }), done })
export const arrive = action({ verb: come, input: (form) => ({ ...meeting(form), personId: text(form, 'personId') }), done })
export const leave = action({ verb: go, input: (form) => ({ ...meeting(form), personId: text(form, 'personId') }), done })
export const end = action({ verb: endDeliberation, input: (form) => ({ ...turn(form), confirmed: text(form, 'confirmed') }), done })
