'use server'
import { getLocale } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { action, text } from '#lib/server/action.ts'
import { declareConflicts } from '#lib/server/conflict/declare-conflict.ts'
import { under, unfold } from '#lib/server/form-fields.ts'

export const declare = action({
  verb: declareConflicts,
  input: (form) => {
    const rows = under(unfold(form), 'links')
    return {
      roundId: text(form, 'roundId'),
      noneForOthers: text(form, 'noneForOthers'),
      // One place for each name: what is not ticked says nothing, whatever stands beside it.
      links: Array.from({ length: Object.keys(rows).length }, (_, place) => {
        const { linked, id, reason, note } = under(rows, String(place))
        return linked === 'yes' ? { applicationId: id, reason, note } : null
      }),
    }
  },
  done: async (_result, form) => redirect(`/${await getLocale()}/scoring/rounds/${text(form, 'roundId')}/conflicts?declared=1`),
})
