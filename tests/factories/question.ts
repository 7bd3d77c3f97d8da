import * as fc from 'fast-check'
import { audiences, type Question, questionKinds } from '#lib/domain/question.ts'

/** A question as a manager could have written it, with nothing special. */
export function makeQuestion(own: Partial<Question> & { id: string }): Question {
  return { kind: 'short-text', label: { fr: 'Une question' }, help: null, required: false, audience: 'scorers', shownIf: null, options: [], unit: null, least: null, most: null, limit: null, ...own }
}

const options = [{ id: 'one', label: { fr: 'Un' } }, { id: 'two', label: { fr: 'Deux' } }, { id: 'three', label: { fr: 'Trois' } }]

/** Lists of up to eight fit questions of every kind, some shown only if an earlier one is answered so. */
export const questions: fc.Arbitrary<Question[]> = fc
  .array(fc.record({ kind: fc.constantFrom(...questionKinds), required: fc.boolean(), audience: fc.constantFrom(...audiences), on: fc.nat(7), is: fc.constantFrom('yes', 'no', 'one', 'two'), conditional: fc.boolean() }), { maxLength: 8 })
  .map((drawn) => drawn.map(({ kind, required, audience, on, is, conditional }, index) => {
    const earlier = drawn[on]
    const fits = on < index && earlier !== undefined && (earlier.kind === 'yes-no' ? is === 'yes' || is === 'no' : (earlier.kind === 'choice' || earlier.kind === 'choices') && (is === 'one' || is === 'two'))
    return makeQuestion({
      id: questionId(index), kind, required, audience, options: kind === 'choice' || kind === 'choices' ? options : [],
      shownIf: conditional && fits ? { questionId: questionId(on), is } : null,
    })
  }))

/** `0` → a UUID ending in 0. */
export function questionId(index: number): string {
  return `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`
}
