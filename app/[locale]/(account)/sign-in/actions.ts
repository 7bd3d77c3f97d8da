'use server'
import { redirect } from 'next/navigation'
import { mailAddress } from '#lib/domain/person.ts'
import { returnPath } from '#lib/domain/return-path.ts'
import { action, text } from '#lib/server/action.ts'
import { signInAsPersona } from '#lib/server/demonstration/personas.ts'
import { admitted } from '#lib/server/sign-in/admitted.ts'
import { becomeFirstAdministrator } from '#lib/server/sign-in/first-administrator.ts'
import { keepAskedAddress, keepSession } from '#lib/server/sign-in/keep-session.ts'
import { redeemCode } from '#lib/server/sign-in/redeem-code.ts'
import { redeemLink } from '#lib/server/sign-in/redeem-link.ts'
import { requestSignIn } from '#lib/server/sign-in/request-sign-in.ts'

const byLink = admitted(redeemLink)
const byCode = admitted(redeemCode)
const asFirstAdministrator = admitted(becomeFirstAdministrator)

export const askForLink = action({
  verb: requestSignIn,
  input: (form) => ({ email: text(form, 'email'), locale: text(form, 'locale'), returnTo: text(form, 'returnTo') }),
  done: async (_result, form) => {
    await keepAskedAddress(mailAddress.parse(text(form, 'email')))
    redirect(`/${text(form, 'locale')}/sign-in/code`)
  },
})

export const enterByLink = action({
  verb: byLink,
  input: (form) => ({ token: text(form, 'token') }),
  done: async ({ token, locale, returnTo }) => {
    await keepSession(token)
    redirect(returnTo ?? `/${locale}/account`)
  },
})

export const enterByCode = action({
  verb: byCode,
  input: (form) => ({ email: text(form, 'email'), code: text(form, 'code') }),
  done: async ({ token, locale, returnTo }) => {
    await keepSession(token)
    redirect(returnTo ?? `/${locale}/account`)
  },
})

export const enterAsFirstAdministrator = action({
  verb: asFirstAdministrator,
  input: (form) => ({ token: text(form, 'token'), email: text(form, 'email'), name: text(form, 'name'), locale: text(form, 'locale') }),
  done: async ({ token, locale }) => {
    await keepSession(token)
    redirect(`/${locale}/admin`)
  },
})

export const enterAsPersona = action({
  verb: signInAsPersona,
  input: (form) => ({ persona: text(form, 'persona') }),
  done: async ({ token }, form) => {
    await keepSession(token)
    redirect(returnPath(text(form, 'returnTo')) ?? `/${text(form, 'locale')}/account`)
  },
})
