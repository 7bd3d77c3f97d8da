'use server'
import { getLocale } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { readChosen } from '#lib/domain/screening.ts'
import type { FormState } from '#lib/domain/form-state.ts'
import { action, text } from '#lib/server/action.ts'
import type { Caller } from '#lib/server/opening.ts'
import { createTag as makeTag, removeTag as dropTag, renameTag as nameTag } from '#lib/server/screening/change-tag.ts'
import { judgeApplications } from '#lib/server/screening/judge-applications.ts'
import { removeView as forgetView, saveView as keepView } from '#lib/server/screening/save-view.ts'
import { tagApplications, untagApplications } from '#lib/server/screening/tag-applications.ts'
import { undoScreening } from '#lib/server/screening/undo-screening.ts'

/** Back to the view as it was, with the deeds to tell of. */
async function toTable(form: FormData, batchId?: string): Promise<never> {
  const search = new URLSearchParams(text(form, 'query'))
  if (batchId !== undefined) search.set('done', batchId)
  const query = search.toString()
  redirect(`/${await getLocale()}/manage/calls/${encodeURIComponent(text(form, 'slug'))}/applications${query === '' ? '' : `?${query}`}`)
}

type Deed = { slug: string; deed: string; tagId: string; motive: string; chosen: { id: string; mark: string }[] }

/** The bar's buttons say which deed it is; anything else is a judgement, which the verb refuses if it is none. */
function done(caller: Caller, { deed, tagId, motive, slug, chosen }: Deed): Promise<{ batchId: string }> {
  if (deed === 'tag') return tagApplications(caller, { slug, chosen, tagId })
  if (deed === 'untag') return untagApplications(caller, { slug, chosen, tagId })
  return judgeApplications(caller, { slug, chosen, eligibility: deed as 'pending', motive })
}

const act = action({
  verb: done,
  input: (form) => ({
    slug: text(form, 'slug'), deed: text(form, 'deed'), tagId: text(form, 'tagId'), motive: text(form, 'motive'),
    chosen: form.getAll('chosen').map((value) => readChosen(String(value))).filter((each) => each !== null),
  }),
  done: ({ batchId }, form) => toTable(form, batchId),
})

/** What was chosen is given back after a refusal, one value a line. */
export async function screen(before: FormState, form: FormData): Promise<FormState> {
  const state = await act(before, form)
  return state.status === 'refused' ? { ...state, values: { ...state.values, chosen: form.getAll('chosen').join('\n') } } : state
}

export const undo = action({
  verb: undoScreening,
  input: (form) => ({ slug: text(form, 'slug'), batchId: text(form, 'batchId') }),
  done: ({ batchId }, form) => toTable(form, batchId),
})

export const createTag = action({ verb: makeTag, input: (form) => ({ slug: text(form, 'slug'), name: text(form, 'name') }), done: (_result, form) => toTable(form) })
export const renameTag = action({ verb: nameTag, input: (form) => ({ tagId: text(form, 'tagId'), name: text(form, 'name') }), done: (_result, form) => toTable(form) })
export const removeTag = action({ verb: dropTag, input: (form) => ({ tagId: text(form, 'tagId'), confirmed: text(form, 'confirmed') }), done: (_result, form) => toTable(form) })

export const saveView = action({
  verb: keepView,
  input: (form) => {
    const search = new URLSearchParams(text(form, 'query'))
    return { slug: text(form, 'slug'), name: text(form, 'name'), shared: text(form, 'shared') === 'yes', search: Object.fromEntries([...new Set(search.keys())].map((key) => [key, search.getAll(key)])) }
  },
  done: (_result, form) => toTable(form),
})
export const removeView = action({ verb: forgetView, input: (form) => ({ viewId: text(form, 'viewId') }), done: (_result, form) => toTable(form) })
