import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { judgePatch } from '#lib/domain/evaluation-fields.ts'
import { markName, notApplicable } from '#lib/domain/evaluation-marks.ts'
import { anyGrid, anyWritten } from '#tests/domain/marks.ts'

const codesOf = (fields: Record<string, unknown>, mayBeNotApplicable = false) => judgePatch(fields, [{ id: 'a', mayBeNotApplicable }]).faults

test('each fault names its field, and what is right beside it is kept', () => {
  expect(codesOf({})).toEqual([{ path: '', code: 'empty' }])
  expect(codesOf({ 'scores.b': 3 })).toEqual([{ path: 'scores.b', code: 'unrecognized_keys' }])
  expect(codesOf({ submittedAt: 'now' })).toEqual([{ path: 'submittedAt', code: 'unrecognized_keys' }])
  for (const value of [0, 6, 2.5, '3', true, undefined]) expect(codesOf({ 'scores.a': value })).toEqual([{ path: 'scores.a', code: 'unfit-mark' }])
  expect(codesOf({ 'scores.a': notApplicable })).toEqual([{ path: 'scores.a', code: 'not-allowed' }])
  expect(codesOf({ 'scores.a': notApplicable }, true)).toEqual([])
  expect(judgePatch({ 'scores.a': 9, commentToJury: 'Bien' }, [{ id: 'a', mayBeNotApplicable: false }])).toEqual({
    patch: { marks: {}, unmarked: [], comments: { commentToJury: 'Bien' } }, kept: { commentToJury: 'Bien' }, faults: [{ path: 'scores.a', code: 'unfit-mark' }],
  })
  expect(judgePatch({ commentToApplicant: '' }, []).patch.comments).toEqual({ commentToApplicant: null })
})

test('whatever is sent, a mark kept is one that may be given, and each field is either kept or faulted', () => {
  fc.assert(fc.property(anyGrid, fc.dictionary(fc.stringMatching(/^[a-e]{1,2}$/), anyWritten, { minKeys: 1, maxKeys: 6, noNullPrototype: true }), (criteria, written) => {
    const fields = Object.fromEntries(Object.entries(written).map(([id, value]) => [markName(id), value]))
    const { patch, kept, faults } = judgePatch(fields, criteria)
    expect([...Object.keys(kept), ...faults.map(({ path }) => path)].sort()).toEqual(Object.keys(fields).sort())
    for (const [id, mark] of Object.entries(patch.marks)) {
      const criterion = criteria.find((each) => each.id === id)
      expect(mark === null ? criterion?.mayBeNotApplicable : criterion && [1, 2, 3, 4, 5].includes(mark)).toBeTruthy()
    }
    for (const id of patch.unmarked) expect(written[id]).toBeNull()
    expect(Object.keys(patch.marks).length + patch.unmarked.length).toBe(Object.keys(kept).length)
  }))
})
