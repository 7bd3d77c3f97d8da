import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Question, question, questionFaults } from '#lib/domain/question.ts'
import { conditionsBefore, conditionText, faultsAmong, movedTo, questionFrom, questionInput } from '#lib/domain/question-settings.ts'
import { questionLists } from '#tests/domain/questions.ts'

const id = '00000000-0000-4000-8000-000000000001'
const typed = { label: { fr: 'Combien ?', en: '' }, help: { fr: '', en: '' }, required: true, audience: 'jury', shownIf: '', options: [], unit: null, least: '', most: '', limit: '' }
const filled = (more: object) => questionInput.parse({ ...typed, ...more })

describe('a question as it is filled in', () => {
  test('keeps what belongs to its kind and nothing else', () => {
    const input = filled({ options: [{ id: null, label: { fr: 'Oui, déjà' } }, null, { id: '', label: { fr: 'Pas encore' } }], unit: { fr: 'jours' }, least: '0', most: '1 000', limit: '80' })
    const shared = { id, label: { fr: 'Combien ?' }, help: null, required: true, audience: 'jury', shownIf: null }
    const nothing = { options: [], unit: null, least: null, most: null, limit: null }
    expect(questionFrom(id, 'number', input)).toEqual({ ...shared, ...nothing, kind: 'number', unit: { fr: 'jours' }, least: 0, most: 1000 })
    expect(questionFrom(id, 'short-text', input)).toEqual({ ...shared, ...nothing, kind: 'short-text', limit: 80 })
    expect(questionFrom(id, 'choice', input)).toEqual({ ...shared, ...nothing, kind: 'choice', options: [{ id: 'oui-deja', label: { fr: 'Oui, déjà' } }, { id: 'pas-encore', label: { fr: 'Pas encore' } }] })
    expect(questionFrom(id, 'file', input)).toEqual({ ...shared, ...nothing, kind: 'file' })
  })

  test('an option keeps its identifier whatever its words become; one that is not ours is a new one', () => {
    const before = questionFrom(id, 'choice', filled({ options: [{ id: null, label: { fr: 'Rouge' } }, { id: null, label: { fr: 'Vert' } }] }))
    const after = questionFrom(id, 'choice', filled({ options: [{ id: 'vert', label: { fr: 'Émeraude' } }, { id: 'bleu', label: { fr: 'Rouge' } }, { id: null, label: { fr: '!!!' } }] }), before)
    expect(after.options.map((option) => option.id)).toEqual(['vert', 'rouge-2', 'option'])
  })

  test('any that is filled in is one the form can be published with', () => {
    fc.assert(fc.property(questionLists, (questions) => {
      for (const asked of questions) {
        const { id: same, kind, shownIf, ...parts } = asked
        const again = questionFrom(same, kind, questionInput.parse({ ...parts, shownIf: conditionText(shownIf) }), asked)
        expect(question.parse(again)).toEqual(question.parse(asked))
      }
    }))
  })

  test('names the field at fault, and says when the fault is another question’s', () => {
    const [first, second] = [questionFrom(id, 'yes-no', filled({})), questionFrom('00000000-0000-4000-8000-000000000002', 'long-text', filled({ shownIf: `${id}=yes`, limit: '2001' }))]
    expect(faultsAmong([first, second], second.id)).toEqual({ faults: [{ path: 'limit', code: 'limit-too-high' }], elsewhere: false })
    expect(faultsAmong([second, first], first.id)).toEqual({ faults: [], elsewhere: true })
    expect(faultsAmong([second], id)).toEqual({ faults: [], elsewhere: true })
    expect(faultsAmong([questionFrom(id, 'choice', filled({ options: [{ id: null, label: { fr: 'Seule' } }] }))], id).faults).toEqual([{ path: 'options.0.label.fr', code: 'options-missing' }])
    expect(faultsAmong([questionFrom(id, 'number', filled({ least: '5', most: '4' }))], id).faults).toEqual([{ path: 'most', code: 'range' }])
  })
})

describe('the order of questions', () => {
  test('moving one keeps the others as they stood', () => {
    fc.assert(fc.property(questionLists, fc.nat(12), fc.nat(14), (questions, which, to) => {
      const moved = questions[which % Math.max(1, questions.length)]
      const after = movedTo(questions, moved?.id ?? id, to)
      const without = (list: readonly Question[]) => list.filter((each) => each.id !== moved?.id)
      expect(without(after)).toEqual(without(questions))
      expect(moved ? after.indexOf(moved) : -1).toBe(moved ? Math.min(to, questions.length - 1) : -1)
    }))
  })

  test('every condition offered makes a sound form', () => {
    fc.assert(fc.property(questionLists, (questions) => {
      for (const asked of questions) {
        for (const on of conditionsBefore(questions, asked.id)) {
          const is = on.kind === 'yes-no' ? 'no' : (on.options[0]?.id ?? '')
          expect(questionFaults(questions.map((each) => (each.id === asked.id ? Object.assign({}, each, { shownIf: { questionId: on.id, is } }) : each)))).toEqual([])
        }
      }
    }))
  })
})
