'use server'
import { refresh } from 'next/cache'
import { cookies } from 'next/headers'
import { getLocale } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { action, text } from '#lib/server/action.ts'
import { currentSession } from '#lib/server/actor.ts'
import { closeCalendar, openCalendar } from '#lib/server/calendar/keep-calendar.ts'
import { unfold } from '#lib/server/form-fields.ts'
import { chooseNotices } from '#lib/server/notice/choose-notices.ts'
import { deleteAccount, endSession, endSessions, updateAccount } from '#lib/server/person/change-account.ts'
import { dropSession } from '#lib/server/sign-in/keep-session.ts'
import { sessionCookie } from '#lib/server/sign-in/session-cookie.ts'
import { signOut as endThisSession } from '#lib/server/sign-in/session.ts'

export const saveProfile = action({
  verb: updateAccount,
  input: (form) => ({ name: text(form, 'name'), locale: text(form, 'locale') }),
  done: async () => redirect(`/${await getLocale()}/account?saved=profile#profile`),
})

export const saveNotices = action({
  verb: chooseNotices,
  input: (form) => unfold(form),
  done: async () => redirect(`/${await getLocale()}/account?saved=notices#notices`),
})

export const closeSession = action({
  verb: endSession,
  input: (form) => ({ sessionId: text(form, 'sessionId') }),
  done: async () => redirect(`/${await getLocale()}/account#sessions`),
})

export const closeOtherSessions = action({
  verb: async (caller) => endSessions(caller, { keep: (await currentSession())?.id }),
  input: () => ({}),
  done: async () => redirect(`/${await getLocale()}/account#sessions`),
})

export const signOutEverywhere = action({ verb: endSessions, input: () => ({}), done: goodbye })

export const signOut = action({
  verb: async (caller) => endThisSession(caller, { token: (await cookies()).get(sessionCookie().name)?.value ?? 'none' }),
  input: () => ({}),
  done: goodbye,
})

export const openAgenda = action({ verb: openCalendar, input: () => ({}), done: () => refresh(), show: ({ address }) => address })
export const closeAgenda = action({ verb: closeCalendar, input: () => ({}), done: () => refresh() })

export const removeAccount = action({
  verb: deleteAccount,
  input: (form) => ({ confirmed: text(form, 'confirmed') }),
  done: goodbye,
})

async function goodbye() {
  await dropSession()
  redirect(`/${await getLocale()}`)
}
