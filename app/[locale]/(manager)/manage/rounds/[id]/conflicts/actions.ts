'use server'
import { getLocale } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { action, text } from '#lib/server/action.ts'
import { declareConflict } from '#lib/server/conflict/declare-conflict.ts'
import { detectConflicts, liftConflict, pinConflict } from '#lib/server/conflict/settle-conflict.ts'

const conflictsPage = async (form: FormData, rest: string): Promise<never> => redirect(`/${await getLocale()}/manage/rounds/${text(form, 'roundId')}/conflicts${rest}`)
const link = (form: FormData) => ({ applicationId: text(form, 'applicationId'), reason: text(form, 'reason'), note: text(form, 'note') })

export const pin = action({
  verb: pinConflict,
  input: (form) => ({ ...link(form), roundId: text(form, 'roundId'), personId: text(form, 'personId') }),
  done: (_result, form) => conflictsPage(form, '?saved=pinned#standing'),
})
export const lift = action({
  verb: liftConflict,
  input: (form) => ({ conflictId: text(form, 'conflictId'), motive: text(form, 'motive') }),
  done: (_result, form) => conflictsPage(form, '?saved=lifted#lifted'),
})
export const detect = action({ verb: detectConflicts, input: (form) => ({ roundId: text(form, 'roundId') }), done: ({ found }, form) => conflictsPage(form, `?found=${found}`) })
export const declareOwn = action({ verb: declareConflict, input: link, done: (_result, form) => conflictsPage(form, '?saved=declared') })
