'use server'
import { getLocale } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { checkInSent } from '#lib/domain/check-in-content.ts'
import { isLocale } from '#lib/i18n/locale.ts'
import { action, text } from '#lib/server/action.ts'
import { answerCheckIn } from '#lib/server/check-in/answer-check-in.ts'
import { skipCheckIn, takeUpCheckIn } from '#lib/server/check-in/skip-check-in.ts'
import { writeCheckIn } from '#lib/server/check-in/write-check-in.ts'
import { unfold, under } from '#lib/server/form-fields.ts'
import { cancelSession, chooseTime, keepOwnNote, noteSession } from '#lib/server/mentoring-session/choose-time.ts'
import { proposeOtherTimes, proposeSession } from '#lib/server/mentoring-session/propose-session.ts'
import { acceptMilestone, moveMilestone, returnMilestone } from '#lib/server/milestone/accept-milestone.ts'
import { finishMilestone, takeBackMilestone } from '#lib/server/milestone/finish-milestone.ts'

/** Each time another address, so that the browser shows the page anew and does not only go to the place on it. */
const go = async (programmeId: string, path = '', place = ''): Promise<never> => redirect(`/${await getLocale()}/programmes/${programmeId}${path}?changed=${crypto.randomUUID().slice(0, 8)}${place}`)
const toMilestone = ({ programmeId }: { programmeId: string }, form: FormData) => go(programmeId, '/milestones', `#milestone-${encodeURIComponent(text(form, 'milestoneId'))}`)
const toSession = ({ programmeId }: { programmeId: string }, form: FormData) => go(programmeId, '/sessions', `#session-${encodeURIComponent(text(form, 'sessionId'))}`)
const ofMilestone = (form: FormData) => ({ milestoneId: text(form, 'milestoneId'), version: text(form, 'version') })
const ofSession = (form: FormData) => ({ sessionId: text(form, 'sessionId') })
const timesOf = (form: FormData) => Object.values(under(unfold(form), 'times')).filter((time) => typeof time === 'string')

export const answer = action({ verb: answerCheckIn, input: (form) => ({ checkInId: text(form, 'checkInId'), text: text(form, 'text') }), done: ({ programmeId }, form) => go(programmeId, `/check-ins/${encodeURIComponent(text(form, 'checkInId'))}`, '#answers') })
/** The whole check-in at once, for a browser without script. */
export const write = action({
  verb: writeCheckIn,
  input: (form) => {
    const language = text(form, 'language')
    return { checkInId: text(form, 'checkInId'), version: Number(text(form, 'version')), fields: checkInSent(Object.fromEntries(form), isLocale(language) ? language : 'fr'), submits: text(form, 'intent') === 'submit' }
  },
  done: ({ submitted }, form) => {
    if (submitted) return go(encodeURIComponent(text(form, 'programmeId')), `/check-ins/${encodeURIComponent(text(form, 'checkInId'))}`)
  },
})
export const skip = action({
  verb: skipCheckIn,
  input: (form) => ({ checkInId: text(form, 'checkInId'), reason: text(form, 'reason') }),
  done: ({ programmeId }) => go(programmeId),
})
export const takeUp = action({ verb: takeUpCheckIn, input: (form) => ({ checkInId: text(form, 'checkInId') }), done: ({ programmeId, checkInId }) => go(programmeId, `/check-ins/${checkInId}`) })

export const finish = action({ verb: finishMilestone, input: (form) => ({ milestoneId: text(form, 'milestoneId'), evidence: text(form, 'evidence') }), done: toMilestone })
export const takeBack = action({ verb: takeBackMilestone, input: (form) => ({ milestoneId: text(form, 'milestoneId') }), done: toMilestone })
export const accept = action({ verb: acceptMilestone, input: ofMilestone, done: toMilestone })
export const sendBack = action({ verb: returnMilestone, input: (form) => ({ ...ofMilestone(form), reason: text(form, 'reason') }), done: toMilestone })
export const move = action({ verb: moveMilestone, input: (form) => ({ ...ofMilestone(form), dueOn: text(form, 'dueOn'), reason: text(form, 'reason') }), done: toMilestone })

export const propose = action({
  verb: proposeSession,
  input: (form) => ({ programmeId: text(form, 'programmeId'), mentorId: text(form, 'mentorId'), subject: text(form, 'subject'), minutes: text(form, 'minutes'), place: text(form, 'place'), times: timesOf(form) }),
  done: ({ id, programmeId }) => go(programmeId, '/sessions', `#session-${id}`),
})
export const proposeOthers = action({ verb: proposeOtherTimes, input: (form) => ({ ...ofSession(form), times: timesOf(form) }), done: toSession })
export const choose = action({ verb: chooseTime, input: (form) => ({ ...ofSession(form), time: text(form, 'time') }), done: toSession })
export const cancel = action({ verb: cancelSession, input: (form) => ({ ...ofSession(form), reason: text(form, 'reason') }), done: toSession })
export const note = action({ verb: noteSession, input: (form) => ({ ...ofSession(form), version: text(form, 'version'), notes: text(form, 'notes') }), done: toSession })
export const keepNote = action({ verb: keepOwnNote, input: (form) => ({ ...ofSession(form), notes: text(form, 'notes') }), done: toSession })
