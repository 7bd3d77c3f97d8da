'use server'
import { getLocale } from 'next-intl/server'
import { refresh } from 'next/cache'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { type ChosenApplication, readChosen, type ScreeningBatch, type ScreeningState } from '#lib/domain/screening.ts'
import { batchWords, undoOf } from '#lib/i18n/batch-words.ts'
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

type Deed = { slug: string; deed: string; batchId: string; tagId: string; motive: string; chosen: ChosenApplication[] }

/** The buttons say which deed it is; anything else is a judgement, which the verb refuses if it is none. */
function done(caller: Caller, { deed, batchId, tagId, motive, slug, chosen }: Deed): Promise<ScreeningBatch> {
  if (deed === 'undo') return undoScreening(caller, { slug, batchId })
  if (deed === 'tag') return tagApplications(caller, { slug, chosen, tagId })
  if (deed === 'untag') return untagApplications(caller, { slug, chosen, tagId })
  return judgeApplications(caller, { slug, chosen, eligibility: deed as 'pending', motive })
}

const filled = (form: FormData): Deed => ({
  slug: text(form, 'slug'), deed: text(form, 'deed'), batchId: text(form, 'batchId'), tagId: text(form, 'tagId'), motive: text(form, 'motive'),
  chosen: form.getAll('chosen').map((value) => readChosen(String(value))).filter((each) => each !== null),
})

/**
 * A deed on the chosen rows, or its undoing. The table stays where it is and is read anew; without script its address says
 * what was done. After a refusal what was chosen is given back, one value a line.
 */
export async function screen(_before: ScreeningState, form: FormData): Promise<ScreeningState> {
  let batch: ScreeningBatch | null = null
  const state = await action({ verb: done, input: filled, done: (result) => { batch = result } })({ status: 'new' }, form)
  if (state.status !== 'done') return state.status === 'new' ? state : { ...state, values: { ...state.values, chosen: form.getAll('chosen').join('\n') } }
  if (!(await headers()).has('next-action')) await toTable(form, (batch as ScreeningBatch | null)?.batchId)
  refresh()
  return { status: 'done', said: await batchWords(batch), undo: undoOf(batch) }
}

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
