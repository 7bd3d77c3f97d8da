'use server'
import { getLocale } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { action, text } from '#lib/server/action.ts'
import { tickedUnder, unfold } from '#lib/server/form-fields.ts'
import { addScorerByAddress, addScorers, changeScorer, removeScorer } from '#lib/server/scorer/add-scorer.ts'

const scorersPage = async (roundId: string, rest: string): Promise<never> => redirect(`/${await getLocale()}/manage/rounds/${roundId}/scorers${rest}`)
const ticked = (form: FormData, name: string) => text(form, name) === 'yes'

export const addMembers = action({
  verb: addScorers,
  // Each box is named after who sits where: "<person>_<organisation>".
  input: (form) => ({
    roundId: text(form, 'roundId'),
    members: tickedUnder(unfold(form), 'members').map((name) => {
      const [personId, organisationId] = name.split('_')
      return { personId, organisationId }
    }),
  }),
  done: ({ added }, form) => scorersPage(text(form, 'roundId'), `?added=${added}`),
})

export const addOne = action({
  verb: addScorerByAddress,
  input: (form) => ({ roundId: text(form, 'roundId'), email: text(form, 'email') }),
  done: ({ added }, form) => scorersPage(text(form, 'roundId'), `?added=${added}`),
})

export const change = action({
  verb: changeScorer,
  input: (form) => ({
    scorerId: text(form, 'scorerId'), livedExperience: ticked(form, 'livedExperience'), clinical: ticked(form, 'clinical'), chair: ticked(form, 'chair'), cap: text(form, 'cap'),
    stages: tickedUnder(unfold(form), 'stages'), ruptureIds: tickedUnder(unfold(form), 'ruptures'),
  }),
  done: ({ roundId }) => scorersPage(roundId, '?saved=1'),
})

export const remove = action({ verb: removeScorer, input: (form) => ({ scorerId: text(form, 'scorerId') }), done: ({ roundId }) => scorersPage(roundId, '?saved=removed') })
