import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import en from '#lib/i18n/messages/en/application.json' with { type: 'json' }
import fr from '#lib/i18n/messages/fr/application.json' with { type: 'json' }
import { gapsOf } from '#lib/domain/draft.ts'
import { answersOf } from '#lib/domain/field-name.ts'
import { shownQuestions } from '#lib/domain/shown-question.ts'
import { sampleContent, sampleFiles } from '#lib/domain/sample-content.ts'
import { questionLists } from '#tests/domain/questions.ts'

const ids = { challengeId: '00000000-0000-4000-8000-000000000001', ruptureVersionId: '00000000-0000-4000-8000-000000000002' }

test.each([['fr', fr.sample], ['en', en.sample]])('the sample in %s lacks nothing, whatever the questions', (_locale, words) => {
  fc.assert(fc.property(questionLists, (questions) => {
    expect(gapsOf(sampleContent(questions, words, ids), questions, sampleFiles(questions))).toEqual([])
  }))
})

test('of the questions that wait for the answer to one that is shown, some are shown', () => {
  fc.assert(fc.property(questionLists, (questions) => {
    const shown = new Set(shownQuestions(questions, answersOf(sampleContent(questions, fr.sample, ids))).map(({ id }) => id))
    for (const { id } of questions.filter((each) => shown.has(each.id))) {
      const waiting = questions.filter(({ shownIf }) => shownIf?.questionId === id)
      expect(waiting.length === 0 || waiting.some((each) => shown.has(each.id))).toBe(true)
    }
  }))
})
