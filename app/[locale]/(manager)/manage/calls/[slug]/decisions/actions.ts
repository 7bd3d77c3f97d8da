'use server'
import { getLocale } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { action, text } from '#lib/server/action.ts'
import { decide, refuseIneligible, undecide } from '#lib/server/decision/decide.ts'
import { cancelRelease, proposeRelease, releaseDecisions } from '#lib/server/decision/release-decisions.ts'

const toDecisions = async (form: FormData, done = 'saved'): Promise<never> => redirect(`/${await getLocale()}/manage/calls/${text(form, 'slug')}/decisions?done=${done}`)
const slugOf = (form: FormData) => ({ slug: text(form, 'slug') })
const releaseOf = (form: FormData) => ({ ...slugOf(form), releaseId: text(form, 'releaseId') })

/** "id version" of each ticked row; nothing after the space where nothing was decided yet. */
const chosenOf = (form: FormData) => form.getAll('chosen').map((value) => {
  const [id = '', version = ''] = String(value).split(' ')
  return { id, version }
})

export const decideChosen = action({
  verb: decide,
  input: (form) => ({ ...slugOf(form), chosen: chosenOf(form), outcome: text(form, 'outcome'), reserveRank: text(form, 'reserveRank'), motive: text(form, 'motive'), juryText: text(form, 'juryText') }),
  done: (_result, form) => toDecisions(form),
})

export const takeBack = action({
  verb: undecide,
  input: (form) => ({ applicationId: text(form, 'applicationId'), version: text(form, 'version') }),
  done: (_result, form) => toDecisions(form),
})

export const refuse = action({ verb: refuseIneligible, input: slugOf, done: (_result, form) => toDecisions(form) })
export const propose = action({ verb: proposeRelease, input: (form) => ({ ...slugOf(form), sha256: text(form, 'sha256') }), done: (_result, form) => toDecisions(form) })
export const cancel = action({ verb: cancelRelease, input: releaseOf, done: (_result, form) => toDecisions(form) })
export const release = action({ verb: releaseDecisions, input: (form) => ({ ...releaseOf(form), confirmed: text(form, 'confirmed') || '0' }), done: (_result, form) => toDecisions(form, 'released') })
