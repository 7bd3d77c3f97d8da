import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { criterionOf, evaluationContent, evaluationGaps, evaluationLimits, fieldsSent, isExtreme, markIn, markName, scoresIn } from '#lib/domain/evaluation-marks.ts'
import { anyComment, anyGrid, anyScores } from '#tests/domain/marks.ts'

test('marks survive being written flat and read back; nothing blank is written', () => {
  fc.assert(fc.property(anyScores, anyComment, anyComment, (scores, commentToApplicant, commentToJury) => {
    const content = evaluationContent({ scores, commentToApplicant, commentToJury })
    expect(scoresIn(content)).toEqual(scores)
    for (const [id, mark] of Object.entries(scores)) expect(markIn(content, id)).toBe(mark)
    for (const [name, text] of Object.entries({ commentToApplicant, commentToJury })) expect(content[name]).toBe(text || undefined)
    expect(Object.keys(content).flatMap((field) => criterionOf(field) ?? []).sort()).toEqual(Object.keys(scores).sort())
  }))
})

test('what a form sends, as text, says what the page keeps', () => {
  fc.assert(fc.property(anyScores, anyComment, (scores, comment) => {
    const content = evaluationContent({ scores, commentToJury: comment })
    const sent = Object.fromEntries(Object.entries(content).map(([field, value]) => [field, String(value)]))
    expect(scoresIn(fieldsSent(sent))).toEqual(scores)
    expect(fieldsSent({ ...sent, version: '3', intent: 'submit' })).toEqual(fieldsSent(sent))
  }))
})

test('nothing is missing but unmarked criteria, a reason for a 1 or a 5, and room', () => {
  fc.assert(fc.property(anyGrid, anyScores, anyComment, (criteria, scores, comment) => {
    const content = evaluationContent({ scores, commentToJury: comment })
    const gaps = evaluationGaps(content, criteria)
    expect(gaps.filter(({ code }) => code === 'missing').map(({ field }) => field)).toEqual(criteria.filter(({ id }) => !(id in scores)).map(({ id }) => markName(id)))
    const extreme = criteria.some(({ id }) => scores[id] === 1 || scores[id] === 5)
    expect(isExtreme(content, criteria)).toBe(extreme)
    expect(gaps.some(({ code }) => code === 'extreme')).toBe(extreme && (comment ?? '').trim() === '')
    expect(gaps.some(({ code }) => code === 'over-limit')).toBe(false)
  }))
})

test('a comment is too long from one sign more than its limit on, an emoji being one', () => {
  const long = (length: number) => evaluationGaps({ commentToApplicant: '🙂'.repeat(length) }, []).map(({ code }) => code)
  expect(long(evaluationLimits.commentToApplicant)).toEqual([])
  expect(long(evaluationLimits.commentToApplicant + 1)).toEqual(['over-limit'])
})
