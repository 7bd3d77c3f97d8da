'use server'
import { getLocale } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { action, text } from '#lib/server/action.ts'
import { disablePerson, enablePerson, makeAdministrator, withdrawAdministrator } from '#lib/server/person/administer-people.ts'

const person = (form: FormData) => ({ personId: text(form, 'personId') })

/** Back to the list as it was searched. */
async function toPeople(_result: unknown, form: FormData): Promise<never> {
  const search = text(form, 'search')
  redirect(`/${await getLocale()}/admin/people${search ? `?q=${encodeURIComponent(search)}` : ''}`)
}

export const disable = action({ verb: disablePerson, input: person, done: toPeople })
export const enable = action({ verb: enablePerson, input: person, done: toPeople })
export const makeAdmin = action({ verb: makeAdministrator, input: person, done: toPeople })
export const withdrawAdmin = action({ verb: withdrawAdministrator, input: person, done: toPeople })
