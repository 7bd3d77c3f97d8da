'use server'
import { getLocale } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { action, text } from '#lib/server/action.ts'
import { rowsOf, turnOf, type Unfolded, unfold } from '#lib/server/form-fields.ts'
import { saveTemplate } from '#lib/server/programme/save-template.ts'

const rows = (form: FormData, name: string, shape: (row: Unfolded) => object) =>
  rowsOf(unfold(form), name, ['title']).map((row) => row && Object.assign({ was: row.id, rank: row.rank }, shape(row)))

export const saveProgramme = action({
  verb: saveTemplate,
  input: (form) => ({
    ...turnOf(form), months: text(form, 'months'), startsOn: text(form, 'startsOn'), followUps: text(form, 'followUps'),
    modules: rows(form, 'modules', ({ title }) => ({ title })), milestones: rows(form, 'milestones', ({ title, month }) => ({ title, month })),
  }),
  done: async (_result, form) => redirect(`/${await getLocale()}/manage/calls/${text(form, 'slug')}/programme?saved=1`),
})
