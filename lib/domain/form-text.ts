/**
 * Texts as people type or paste them. Paragraphs are kept; what no screen or database can keep is refused with a code,
 * never dropped in silence. Lengths are counted in characters as people see code points, not in bytes.
 */
import { z } from 'zod'

/** What a draft keeps beyond the limit said in advance, so that a long paste is shortened by its author and not lost. */
const mostKept = 20_000

/** NUL and other control characters but tab and line feed; a database cannot hold the first and nobody means the others. */
const unkeepable = /[\0-\u0008\u000B-\u001F\u007F-\u009F]/u

/** Line ends as one sign: CRLF and CR, the vertical tab of Word, the separators of Google Docs. */
export function keepParagraphs(text: string): string {
  return text.replace(/\r\n?|[\u000B\u000C\u0085\u2028\u2029]/gu, '\n')
}

/** How long a text is for its limit: code points, so that an emoji of one sign counts once. */
export function lengthOf(text: string): number {
  let length = 0
  for (const _ of text) length += 1
  return length
}

/** Words as separated by white space; a hyphenated word is one. */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter((word) => word !== '').length
}

const kept = z
  .string()
  .transform(keepParagraphs)
  .refine((text) => text.isWellFormed(), { params: { code: 'malformed-text' } })
  .refine((text) => !unkeepable.test(text), { params: { code: 'control-characters' } })

/** Several paragraphs, as a draft keeps them. Codes: `too-long`, `control-characters`, `malformed-text`. */
export const draftProse = kept.refine((text) => lengthOf(text) <= mostKept, { params: { code: 'too-long' } })

/** One line, as a draft keeps it: a pasted line end becomes a space. */
export const draftLine = kept.transform((text) => text.replace(/[\n\t]+/gu, ' ')).refine((text) => lengthOf(text) <= 2_000, { params: { code: 'too-long' } })

/** A text to submit. Codes: `missing`, `over-limit`. */
export function required(limit: number) {
  return z.string().trim().refine((text) => text !== '', { params: { code: 'missing' } }).refine((text) => lengthOf(text) <= limit, { params: { code: 'over-limit' } })
}

/** The same where nothing need be said. */
export function optional(limit: number) {
  return z.string().trim().refine((text) => lengthOf(text) <= limit, { params: { code: 'over-limit' } }).nullish().transform((text) => text || null)
}
