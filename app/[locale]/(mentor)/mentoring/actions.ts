'use server'
import { getLocale } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { action, text } from '#lib/server/action.ts'
import { acceptMentorship, declineMentorship } from '#lib/server/mentor/answer-mentorship.ts'

export const accept = action({
  verb: acceptMentorship,
  input: (form) => ({ mentorId: text(form, 'mentorId'), noLink: text(form, 'noLink'), confidential: text(form, 'confidential') }),
  done: async ({ programmeId }) => redirect(`/${await getLocale()}/mentoring/programmes/${programmeId}`),
})

export const decline = action({
  verb: declineMentorship,
  input: (form) => ({ mentorId: text(form, 'mentorId'), reason: text(form, 'reason'), note: text(form, 'note') }),
  done: async () => redirect(`/${await getLocale()}/mentoring`),
})
