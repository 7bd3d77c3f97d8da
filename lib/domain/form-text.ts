/**
 * Texts a form takes in. Paragraphs are kept; what no screen or database can keep is refused with a code, never dropped
 * in silence. Lengths are counted in characters as people see code points, not in bytes.
 */
import { keepLine, keepParagraphs, lengthOf } from '#lib/domain/plain-text.ts'
import { z } from 'zod'

/** What a draft keeps beyond the limit said in advance, so that a long paste is shortened by its author and not lost. */
const mostKept = 20_000

/** NUL and other control characters but tab and line feed; a database cannot hold the first and nobody means the others. */
const unkeepable = /[\0-\u0008\u000B-\u001F\u007F-\u009F]/u

const kept = z
  .string()
  .transform(keepParagraphs)
  .refine((text) => text.isWellFormed(), { params: { code: 'malformed-text' } })
  .refine((text) => !unkeepable.test(text), { params: { code: 'control-characters' } })

/** Several paragraphs, as a draft keeps them. Codes: `too-long`, `control-characters`, `malformed-text`. */
export const draftProse = kept.refine((text) => lengthOf(text) <= mostKept, { params: { code: 'too-long' } })

/** One line, as a draft keeps it: a pasted line end becomes a space. */
export const draftLine = kept.transform(keepLine).refine((text) => lengthOf(text) <= 2_000, { params: { code: 'too-long' } })

/** A text to submit. Codes: `missing`, `over-limit`. */
export function required(limit: number) {
  return z.string().trim().refine((text) => text !== '', { params: { code: 'missing' } }).refine((text) => lengthOf(text) <= limit, { params: { code: 'over-limit' } })
}

/** The same where nothing need be said. */
export function optional(limit: number) {
  return z.string().trim().refine((text) => lengthOf(text) <= limit, { params: { code: 'over-limit' } }).nullish().transform((text) => text || null)
}
