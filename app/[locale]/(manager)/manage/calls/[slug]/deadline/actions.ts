'use server'
import { getLocale } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { action, text } from '#lib/server/action.ts'
import { grantLatePermit, revokeLatePermit } from '#lib/server/deadline/grant-late-permit.ts'
import { moveDeadline } from '#lib/server/deadline/move-deadline.ts'
import { turnOf } from '#lib/server/form-fields.ts'

const toDeadline = async (slug: string, rest = ''): Promise<never> => redirect(`/${await getLocale()}/manage/calls/${slug}/deadline${rest}`)

export const move = action({
  verb: moveDeadline,
  input: (form) => ({ ...turnOf(form), to: text(form, 'to'), reason: text(form, 'reason') }),
  done: ({ told }, form) => toDeadline(text(form, 'slug'), `?told=${told}`),
})

export const grant = action({
  verb: grantLatePermit,
  input: (form) => ({ slug: text(form, 'slug'), organisationId: text(form, 'organisationId'), email: text(form, 'email'), until: text(form, 'until'), reason: text(form, 'reason') }),
  done: (_result, form) => toDeadline(text(form, 'slug'), '?granted=1#permits'),
})

export const revoke = action({
  verb: revokeLatePermit,
  input: (form) => ({ permitId: text(form, 'permitId') }),
  done: ({ slug }, form) => toDeadline(slug, `?revoked=${text(form, 'permitId')}#permits`),
})
