'use server'
import { getLocale } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { action, text } from '#lib/server/action.ts'
import { addMentor, endMentor } from '#lib/server/mentor/add-mentor.ts'
import { stopProgramme } from '#lib/server/programme/stop-programme.ts'

/** What was saved is said in the query: an address that differs by its fragment alone would not be asked for again. */
const page = async (programmeId: string, rest: string): Promise<never> => redirect(`/${await getLocale()}/manage/programmes/${programmeId}?saved=${rest}`)

export const add = action({ verb: addMentor, input: (form) => ({ programmeId: text(form, 'programmeId'), member: text(form, 'member') }), done: (_result, form) => page(text(form, 'programmeId'), 'added#mentors') })
export const end = action({ verb: endMentor, input: (form) => ({ mentorId: text(form, 'mentorId'), reason: text(form, 'reason') }), done: ({ programmeId }) => page(programmeId, 'ended#mentors') })
export const stop = action({ verb: stopProgramme, input: (form) => ({ programmeId: text(form, 'programmeId'), reason: text(form, 'reason'), confirmed: text(form, 'confirmed') }), done: (_result, form) => page(text(form, 'programmeId'), 'stopped') })
