import * as fc from 'fast-check'
import { notApplicable } from '#lib/domain/evaluation-marks.ts'

/** The criteria of a small grid, some of which may be "not applicable". */
export const anyGrid = fc.uniqueArray(fc.record({ id: fc.stringMatching(/^[a-e]{1,2}$/), weight: fc.integer({ min: 1, max: 100 }), mayBeNotApplicable: fc.boolean() }), { selector: ({ id }) => id, minLength: 1, maxLength: 5 })
/** Marks as kept, by criteria of such a grid and others. */
export const anyScores = fc.dictionary(fc.stringMatching(/^[a-e]{1,2}$/), fc.option(fc.integer({ min: 1, max: 5 })), { maxKeys: 6, noNullPrototype: true })
export const anyComment = fc.option(fc.oneof(fc.constantFrom('', ' ', '\n'), fc.string({ maxLength: 20 })))
/** What one save might carry for a mark, right or wrong. */
export const anyWritten = fc.oneof(fc.integer({ min: -1, max: 7 }), fc.constantFrom(notApplicable, null, 2.5, '3', true))
