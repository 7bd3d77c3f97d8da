'use server'
import { getLocale } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { action, text } from '#lib/server/action.ts'
import { cancelDisclosure, proposeDisclosure, releaseDisclosure } from '#lib/server/disclosure/release-disclosure.ts'

const toResults = async (form: FormData, done = 'saved'): Promise<never> => redirect(`/${await getLocale()}/manage/calls/${text(form, 'slug')}/results?done=${done}`)
const disclosureOf = (form: FormData) => ({ slug: text(form, 'slug'), disclosureId: text(form, 'disclosureId') })

export const propose = action({ verb: proposeDisclosure, input: (form) => ({ slug: text(form, 'slug'), sha256: text(form, 'sha256') }), done: (_result, form) => toResults(form) })
export const cancel = action({ verb: cancelDisclosure, input: disclosureOf, done: (_result, form) => toResults(form) })
export const release = action({ verb: releaseDisclosure, input: (form) => ({ ...disclosureOf(form), confirmed: text(form, 'confirmed') || '0' }), done: (_result, form) => toResults(form, 'released') })
