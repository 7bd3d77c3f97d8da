'use server'
import { getLocale } from 'next-intl/server'
import { refresh } from 'next/cache'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { action, text } from '#lib/server/action.ts'
import { cloneCall } from '#lib/server/call/clone-call.ts'
import { createCall } from '#lib/server/call/create-call.ts'
import { discardCall } from '#lib/server/call/discard-call.ts'
import { publishCall } from '#lib/server/call/publish-call.ts'
import { saveCalendar } from '#lib/server/call/save-calendar.ts'
import { saveChallenges } from '#lib/server/call/save-challenges.ts'
import { saveEligibility, saveFreeze } from '#lib/server/call/save-eligibility.ts'
import { savePartners, savePresentation } from '#lib/server/call/save-presentation.ts'
import { proposeRubric, saveRubric } from '#lib/server/call/save-rubric.ts'
import { publishForm } from '#lib/server/form/publish-form.ts'
import { rowsOf, tickedUnder, turnOf, type Unfolded, under, unfold } from '#lib/server/form-fields.ts'
import { addQuestion, changeQuestion, moveQuestion, removeQuestion } from '#lib/server/question/change-question.ts'

const pageOf = async (slug: string, rest = '') => redirect(`/${await getLocale()}/manage/calls/${slug}${rest}`)
const saved = (part: string) => (_result: unknown, form: FormData) => pageOf(text(form, 'slug'), `/${part}?saved=1`)
const known = (row: Unfolded) => (typeof row.id === 'string' && row.id !== '' ? row.id : null)
const rows = <R>(form: FormData, name: string, counted: readonly string[], shape: (row: Unfolded) => R) =>
  rowsOf(unfold(form), name, counted).map((row) => row && Object.assign({ id: known(row), rank: row.rank }, shape(row)))

const fresh = (form: FormData) => ({ initiative: text(form, 'initiative'), title: under(unfold(form), 'title'), slug: text(form, 'slug') })

export const create = action({ verb: createCall, input: fresh, done: ({ slug }) => pageOf(slug) })
export const clone = action({ verb: cloneCall, input: (form) => ({ ...fresh(form), from: text(form, 'from'), shift: under(unfold(form), 'shift') }), done: ({ slug }) => pageOf(slug) })

export const presentation = action({
  verb: savePresentation,
  input: (form) => ({ ...turnOf(form), title: under(unfold(form), 'title'), edition: text(form, 'edition'), target: under(unfold(form), 'target') }),
  done: saved('presentation'),
})

export const calendar = action({
  verb: saveCalendar,
  input: (form) => ({
    ...turnOf(form), opensAt: text(form, 'opensAt'), closesAt: text(form, 'closesAt'), answerOn: text(form, 'answerOn'),
    phases: rows(form, 'phases', ['title', 'startsAt', 'endsAt', 'note'], ({ title, startsAt, endsAt, note }) => ({ title, startsAt, endsAt, note })),
  }),
  done: saved('calendar'),
})

export const challenges = action({
  verb: saveChallenges,
  input: (form) => ({ ...turnOf(form), challenges: rows(form, 'challenges', ['title', 'description', 'ruptures'], (row) => ({ title: row.title, description: row.description, ruptureIds: tickedUnder(row, 'ruptures') })) }),
  done: saved('challenges'),
})

export const partners = action({
  verb: savePartners,
  input: (form) => ({ ...turnOf(form), partners: rows(form, 'partners', ['organisationId', 'role'], ({ organisationId, role }) => ({ organisationId, role })) }),
  done: saved('partners'),
})

export const eligibility = action({
  verb: saveEligibility,
  input: (form) => ({
    ...turnOf(form), whoMayApply: under(unfold(form), 'whoMayApply'), applicantKinds: tickedUnder(unfold(form), 'kinds'),
    rules: rows(form, 'rules', ['statement', 'reason'], ({ statement, reason, eligible }) => ({ statement, reason, yesIsEligible: eligible !== 'no' })),
  }),
  done: saved('eligibility'),
})

export const freeze = action({
  verb: saveFreeze,
  input: (form) => ({ ...turnOf(form), staysOpen: tickedUnder(unfold(form), 'staysOpen'), staysOpenUntil: text(form, 'staysOpenUntil') }),
  done: saved('freeze'),
})

export const rubric = action({
  verb: saveRubric,
  input: (form) => ({
    ...turnOf(form),
    criteria: rows(form, 'criteria', ['name', 'weight', 'anchors', 'guidance'], (row) => ({ name: row.name, weight: row.weight, anchors: Object.values(under(row, 'anchors')), guidance: row.guidance })),
  }),
  done: saved('rubric'),
})

export const propose = action({ verb: proposeRubric, input: turnOf, done: saved('rubric') })

const question = (form: FormData) => {
  const fields = unfold(form)
  return {
    label: fields.label, help: fields.help, required: text(form, 'required') === 'yes', audience: text(form, 'audience'), shownIf: text(form, 'shownIf'),
    options: rows(form, 'options', ['label'], ({ label }) => ({ label })), unit: text(form, 'unit.fr') || text(form, 'unit.en') ? fields.unit : null,
    least: text(form, 'least'), most: text(form, 'most'), limit: text(form, 'limit'),
  }
}
const named = (form: FormData) => ({ ...turnOf(form), questionId: text(form, 'questionId') })

export const add = action({
  verb: addQuestion,
  input: (form) => ({ ...turnOf(form), ...question(form), kind: text(form, 'kind') }),
  done: ({ questionId }, form) => pageOf(text(form, 'slug'), `/form?saved=1#question-${questionId}`),
})

export const change = action({
  verb: changeQuestion,
  input: (form) => ({ ...named(form), ...question(form) }),
  done: (_result, form) => pageOf(text(form, 'slug'), `/form?saved=1#question-${text(form, 'questionId')}`),
})

export const remove = action({ verb: removeQuestion, input: (form) => ({ ...named(form), confirmed: text(form, 'confirmed') }), done: saved('form') })

/** The button that was pressed says which question goes where: "<question>:<place>". */
const moved = (form: FormData) => text(form, 'move').split(':')

export const move = action({
  verb: moveQuestion,
  input: (form) => ({ ...turnOf(form), questionId: moved(form)[0], to: moved(form)[1] }),
  // Where script sent it the page stays, and the button keeps the focus; otherwise it is shown anew at the question.
  done: async (_result, form) => ((await headers()).has('next-action') ? refresh() : pageOf(text(form, 'slug'), `/form#question-${moved(form)[0]}`)),
})

export const publish = action({ verb: publishCall, input: turnOf, done: ({ slug }) => pageOf(slug, '?saved=published') })
export const publishVersion = action({ verb: publishForm, input: (form) => ({ ...turnOf(form), remark: text(form, 'remark') }), done: saved('publish') })
export const discard = action({ verb: discardCall, input: (form) => ({ ...turnOf(form), confirmed: text(form, 'confirmed') }), done: async () => redirect(`/${await getLocale()}/manage`) })
