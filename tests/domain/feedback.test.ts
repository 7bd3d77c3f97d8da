import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bins, feedbackOf, type JudgedRound, leastFiles } from '#lib/domain/feedback.ts'

const name = { fr: 'x' }
const round = (marks: Readonly<Record<string, readonly (number | null)[]>>): JudgedRound => ({
  name, criteria: [{ id: 'a', name }],
  evaluations: Object.entries(marks).flatMap(([applicationId, given]) => given.map((mark, index) => ({ applicationId, scores: { a: mark }, commentToApplicant: `${index}` }))),
})
const profile = (applicationId: string, judged: JudgedRound) => feedbackOf([applicationId], [judged]).get(applicationId)?.rounds[0]?.criteria[0]

describe('what an applicant is told of their marks', () => {
  it('is the mean of three scorers or more, to a tenth; "not applicable" is no mark', () => {
    expect(profile('f', round({ f: [2, 3, 5] }))?.mean).toBe(3.3)
    expect(profile('f', round({ f: [2, 3, null] }))?.mean).toBeNull()
    expect(profile('f', round({ f: [2, 3] }))?.mean).toBeNull()
  })

  it('stands beside all files once there are five', () => {
    const files = Object.fromEntries([1, 2, 3, 4, 5].map((mark) => [`f${mark}`, [mark, mark, mark]]))
    expect(profile('f1', round(files))?.distribution).toEqual([1, 0, 1, 0, 1, 0, 1, 1])
    const four = Object.fromEntries(Object.entries(files).slice(0, 4))
    expect(profile('f1', round(four))?.distribution).toBeNull()
  })

  it('says nothing of a round that did not judge the file', () => {
    expect(feedbackOf(['other'], [round({ f: [1, 2, 3] })]).get('other')).toEqual({ rounds: [], comments: [] })
  })

  it('gives comments in an order that says nothing of who wrote them, blank ones left out', () => {
    const comments = ['b', ' ', 'a', null].map((commentToApplicant) => ({ applicationId: 'f', scores: {}, commentToApplicant }))
    expect(feedbackOf(['f'], [{ name, criteria: [], evaluations: comments }]).get('f')?.comments).toEqual(['a', 'b'])
  })

  it('counts every file with a mean once, and none other', () => {
    const marks = fc.dictionary(fc.stringMatching(/^[a-z]{1,3}$/), fc.array(fc.option(fc.integer({ min: 1, max: 5 })), { maxLength: 6 }), { maxKeys: 12, noNullPrototype: true })
    fc.assert(fc.property(marks, (given) => {
      const told = feedbackOf(Object.keys(given), [round(given)])
      const means = [...told.values()].flatMap(({ rounds }) => rounds.flatMap(({ criteria }) => criteria.flatMap(({ mean }) => (mean === null ? [] : [mean]))))
      expect(means).toHaveLength(Object.values(given).filter((each) => each.filter((mark) => mark !== null).length >= 3).length)
      for (const { rounds } of told.values()) {
        const distribution = rounds[0]?.criteria[0]?.distribution ?? null
        const isTold = rounds.length > 0 && means.length >= leastFiles
        expect(distribution && [distribution.length, distribution.reduce((sum, count) => sum + count, 0)]).toEqual(isTold ? [bins, means.length] : null)
      }
    }))
  })
})
