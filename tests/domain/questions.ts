import * as fc from 'fast-check'
import { audiences, type Question, type QuestionKind, questionKinds } from '#lib/domain/question.ts'
import { mostLimit } from '#lib/domain/question-settings.ts'

const words = fc.record({ fr: fc.constantFrom('Combien ?', 'Décrivez', 'Où en êtes-vous ?'), en: fc.constantFrom('How many?', 'Describe') })
const limitFor = (kind: QuestionKind) => (kind === 'short-text' || kind === 'long-text' ? fc.option(fc.integer({ min: 1, max: mostLimit[kind] })) : fc.constant(null))
const figure = fc.option(fc.integer({ min: -1_000, max: 1_000 }))

const anyQuestion: fc.Arbitrary<Question> = fc.constantFrom(...questionKinds).chain((kind) => {
  const isNumber = kind === 'number'
  const isChoice = kind === 'choice' || kind === 'choices'
  const options = (count: number) => fc.array(words, { minLength: count, maxLength: count }).map((labels) => labels.map((label, index) => ({ id: `option-${index}`, label })))
  return fc
    .record({
      id: fc.uuid(), label: words, help: fc.option(words), required: fc.boolean(), audience: fc.constantFrom(...audiences),
      options: isChoice ? fc.integer({ min: 2, max: 6 }).chain(options) : fc.constant<Question['options']>([]),
      unit: isNumber ? fc.option(words) : fc.constant(null), ends: isNumber ? fc.tuple(figure, figure) : fc.constant([null, null] as const), limit: limitFor(kind),
    })
    .map(({ ends: [least, most], ...rest }) => Object.assign(rest, { kind, least: least !== null && most !== null ? Math.min(least, most) : least, most: least !== null && most !== null ? Math.max(least, most) : most, shownIf: null }))
})

/** Sound lists of questions, each shown by an earlier one or always. */
export const questionLists: fc.Arbitrary<Question[]> = fc
  .tuple(fc.uniqueArray(anyQuestion, { maxLength: 12, selector: ({ id }) => id }), fc.array(fc.nat(), { minLength: 24, maxLength: 24 }))
  .map(([questions, chances]) => questions.map((asked, index) => {
    const conditions = questions.slice(0, index).flatMap(({ id, kind, options }) => (kind === 'yes-no' ? ['yes', 'no'].map((is) => ({ questionId: id, is })) : options.map((option) => ({ questionId: id, is: option.id }))))
    const chance = chances[index] ?? 0
    return conditions.length > 0 && chance % 2 === 0 ? Object.assign({}, asked, { shownIf: conditions[(chances[index + 12] ?? 0) % conditions.length] ?? null }) : asked
  }))

