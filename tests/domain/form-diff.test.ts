import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formDiff, isSameForm } from '#lib/domain/form-diff.ts'
import type { Question } from '#lib/domain/question.ts'
import { questionLists } from '#tests/domain/questions.ts'

const ids = (questions: readonly Question[]) => questions.map(({ id }) => id)

describe('what the next version of a form changes', () => {
  const asked = (name: string): Question => ({ id: `00000000-0000-4000-8000-00000000000${name}`, kind: 'short-text', label: { fr: name }, help: null, required: true, audience: 'scorers', shownIf: null, options: [], unit: null, least: null, most: null, limit: null })
  const [a, b, c, d] = [asked('a'), asked('b'), asked('c'), asked('d')]

  test('added, removed, changed and moved, each named once', () => {
    const diff = formDiff([a, b, c], [c, { ...a, label: { fr: 'autrement' }, required: false }, d])
    expect({ added: ids(diff.added), removed: ids(diff.removed), changed: diff.changed.map(({ question, parts }) => [question.id, parts]), moved: ids(diff.moved) }).toEqual({
      added: [d.id], removed: [b.id], changed: [[a.id, ['label', 'required']]], moved: [a.id],
    })
  })

  test('the same words in another order of keys change nothing', () => {
    expect(isSameForm(formDiff([{ ...a, label: { fr: 'x', en: 'y' } }], [{ ...a, label: { en: 'y', fr: 'x' } }]))).toBe(true)
  })

  test('nothing, against itself', () => {
    fc.assert(fc.property(questionLists, (questions) => {
      expect(isSameForm(formDiff(questions, questions))).toBe(true)
    }))
  })

  test('what it names is what there is: applied to the old list it gives the new one', () => {
    const pairs = questionLists.chain((before) => fc.tuple(fc.constant(before), fc.shuffledSubarray(before), questionLists))
    fc.assert(fc.property(pairs, ([before, kept, fresh]) => {
      const after = [...kept, ...fresh]
      const diff = formDiff(before, after)
      const gone = new Set(ids(diff.removed))
      const still = ids(before).filter((id) => !gone.has(id))
      expect([...still, ...ids(diff.added)].sort()).toEqual(ids(after).sort())
      const moved = new Set(ids(diff.moved))
      const calm = (list: readonly string[]) => list.filter((id) => !moved.has(id) && !diff.added.some((each) => each.id === id))
      expect(calm(still)).toEqual(calm(ids(after)))
      expect(isSameForm(diff)).toBe(JSON.stringify(before) === JSON.stringify(after))
    }))
  })
})
