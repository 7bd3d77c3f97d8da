/** What a call still needs before it may be published, and what would better be said before. */
import { answersTooEarly, type CallPart, totalWeight, weightsAddUp } from '#lib/domain/call-settings.ts'
import { isPast } from '#lib/domain/calendar.ts'
import type { Localized } from '#lib/domain/localized.ts'
import { type Question, questionFaults } from '#lib/domain/question.ts'

type Words = Localized | null

/** The settings of a call as far as they bear on publishing it. */
export type Publishable = {
  call: { title: Localized; target: Words; opensAt: Date | null; closesAt: Date | null; answerOn: string | null; whoMayApply: Words; staysOpen: readonly string[]; staysOpenUntil: Date | null }
  phases: readonly { title: Localized; note: Words; startsAt: Date | null }[]
  challenges: readonly { title: Localized; description: Words; ruptures: readonly unknown[] }[]
  partners: readonly { role: Localized }[]
  eligibility: readonly { statement: Localized; reason: Localized }[]
  criteria: readonly { name: Localized; weight: number; anchors: readonly Localized[]; guidance: Words }[]
  questions: readonly Question[]
}

/** One thing missing: the part where it is settled, and a code. `count` is how many, or what weights add up to. */
export type Need = { part: CallPart; code: string; count?: number }

/** Everything that keeps the call from being published at `now`, in the order of the parts. */
export function publishingNeeds({ call, phases, challenges, criteria, questions }: Publishable, now: Date): Need[] {
  const { opensAt, closesAt, answerOn, staysOpen, staysOpenUntil } = call
  const undated = phases.filter(({ startsAt }) => startsAt === null).length
  const adrift = challenges.filter(({ ruptures }) => ruptures.length === 0).length
  const weights = criteria.map(({ weight }) => weight)
  const faulty = new Set(questionFaults(questions).map(({ id }) => id)).size
  const needs: (Need | false)[] = [
    opensAt === null && { part: 'calendar', code: 'no-opening' },
    closesAt === null && { part: 'calendar', code: 'no-closing' },
    opensAt !== null && closesAt !== null && closesAt <= opensAt && { part: 'calendar', code: 'closes-before-opening' },
    closesAt !== null && isPast(closesAt, now) && { part: 'calendar', code: 'closing-past' },
    answerOn === null && { part: 'calendar', code: 'no-answer-day' },
    answerOn !== null && closesAt !== null && answersTooEarly(answerOn, closesAt) && { part: 'calendar', code: 'answer-before-closing' },
    undated > 0 && { part: 'calendar', code: 'undated-phases', count: undated },
    challenges.length === 0 && { part: 'challenges', code: 'no-challenge' },
    adrift > 0 && { part: 'challenges', code: 'no-rupture', count: adrift },
    call.whoMayApply === null && { part: 'eligibility', code: 'no-applicants' },
    staysOpen.length > 0 && (staysOpenUntil === null || (closesAt !== null && staysOpenUntil <= closesAt)) && { part: 'freeze', code: 'open-until-closing' },
    faulty > 0 && { part: 'form', code: 'question-faults', count: faulty },
    criteria.length === 0 && { part: 'rubric', code: 'no-criteria' },
    criteria.length > 0 && !weightsAddUp(weights) && { part: 'rubric', code: 'weights', count: totalWeight(weights) },
  ]
  return needs.filter((need) => need !== false)
}

/** What may wait but is better done: texts without English, by part, and a call that nothing keeps anybody from applying to. */
export function publishingAdvice({ call, phases, challenges, partners, eligibility, criteria, questions }: Publishable): Need[] {
  const texts: Partial<Record<CallPart, readonly Words[]>> = {
    presentation: [call.title, call.target],
    calendar: phases.flatMap(({ title, note }) => [title, note]),
    challenges: challenges.flatMap(({ title, description }) => [title, description]),
    partners: partners.map(({ role }) => role),
    eligibility: [call.whoMayApply, ...eligibility.flatMap(({ statement, reason }) => [statement, reason])],
    form: questions.flatMap(({ label, help, unit, options }) => [label, help, unit, ...options.map((option) => option.label)]),
    rubric: criteria.flatMap(({ name, anchors, guidance }) => [name, guidance, ...anchors]),
  }
  const untranslated = Object.entries(texts).flatMap(([part, words]) => {
    const count = words.filter((text) => text !== null && !text.en).length
    return count === 0 ? [] : [{ part: part as CallPart, code: 'no-english', count }]
  })
  return eligibility.length === 0 ? [...untranslated, { part: 'eligibility', code: 'no-rules' }] : untranslated
}
