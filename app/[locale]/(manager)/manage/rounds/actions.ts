'use server'
import { getLocale } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { action, text } from '#lib/server/action.ts'
import { rowsOf, tickedUnder, type Unfolded, under, unfold } from '#lib/server/form-fields.ts'
import { closeRound, openDeclarations, openScoring } from '#lib/server/round/advance-round.ts'
import { addApplications, removeApplications } from '#lib/server/round/choose-applications.ts'
import { createRound, discardRound } from '#lib/server/round/create-round.ts'
import { saveRoundCriteria, saveRoundPresentation, saveRoundRules } from '#lib/server/round/save-round.ts'

const roundPage = async (roundId: string, rest: string): Promise<never> => redirect(`/${await getLocale()}/manage/rounds/${roundId}/${rest}`)
const saved = (part: string) => (_result: unknown, form: FormData) => roundPage(text(form, 'roundId'), `settings?saved=${part}#${part}`)
/** Which round, and the version its writer had in view: another one where they chose to save over it. */
const turn = (form: FormData) => ({ roundId: text(form, 'roundId'), version: text(form, 'over') || text(form, 'version') })
const confirmed = (form: FormData) => ({ ...turn(form), confirmed: text(form, 'confirmed') })
const known = (row: Unfolded) => (typeof row.id === 'string' && row.id !== '' ? row.id : null)

export const create = action({
  verb: createRound,
  input: (form) => ({ slug: text(form, 'slug'), kind: text(form, 'kind'), name: under(unfold(form), 'name'), from: text(form, 'from') }),
  done: ({ id }) => roundPage(id, 'settings'),
})

export const presentation = action({
  verb: saveRoundPresentation,
  input: (form) => ({
    ...turn(form), name: under(unfold(form), 'name'), guidance: under(unfold(form), 'guidance'),
    applicationsPerScorer: text(form, 'applicationsPerScorer'), declareBy: text(form, 'declareBy'), dueAt: text(form, 'dueAt'),
  }),
  done: saved('presentation'),
})

export const rules = action({
  verb: saveRoundRules,
  input: (form) => ({
    ...turn(form),
    ...Object.fromEntries(['evaluationsPerApplication', 'quorum', 'places', 'applicantNames', 'scorerNames', 'shownAfterOwn', 'aggregate', 'notApplicable'].map((name) => [name, text(form, name)])),
    tieRule: Object.values(under(unfold(form), 'tieRule')),
  }),
  done: saved('rules'),
})

export const criteria = action({
  verb: saveRoundCriteria,
  input: (form) => ({
    ...turn(form),
    criteria: rowsOf(unfold(form), 'criteria', ['name', 'weight', 'anchors', 'guidance']).map((row) => row && {
      id: known(row), rank: row.rank, name: row.name, weight: row.weight, anchors: Object.values(under(row, 'anchors')), guidance: row.guidance, putTo: row.putTo, mayBeNotApplicable: row.mayBeNotApplicable === 'yes',
    }),
  }),
  done: saved('criteria'),
})

export const discard = action({ verb: discardRound, input: confirmed, done: async ({ slug }) => redirect(`/${await getLocale()}/manage/calls/${slug}/rounds`) })

export const ask = action({ verb: openDeclarations, input: turn, done: ({ told, found }, form) => roundPage(text(form, 'roundId'), `settings?asked=${told}.${found}`) })
export const open = action({ verb: openScoring, input: confirmed, done: ({ told }, form) => roundPage(text(form, 'roundId'), `settings?opened=${told}`) })
export const close = action({ verb: closeRound, input: confirmed, done: (_result, form) => roundPage(text(form, 'roundId'), 'settings?closed=1') })

const chosen = (form: FormData) => ({ roundId: text(form, 'roundId'), applicationIds: tickedUnder(unfold(form), 'chosen') })
export const addChosen = action({ verb: addApplications, input: chosen, done: ({ added }, form) => roundPage(text(form, 'roundId'), `applications?added=${added}`) })
export const removeChosen = action({ verb: removeApplications, input: chosen, done: ({ removed }, form) => roundPage(text(form, 'roundId'), `applications?removed=${removed}`) })
