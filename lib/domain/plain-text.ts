/** Texts as people type or paste them, and how they are counted; nothing here judges them. */

/** Line ends as one sign: CRLF and CR, the vertical tab of Word, the separators of Google Docs. */
export function keepParagraphs(text: string): string {
  return text.replace(/\r\n?|[\u000B\u000C\u0085\u2028\u2029]/gu, '\n')
}

/** A text for one line: a pasted line end or tab becomes a space. */
export function keepLine(text: string): string {
  return keepParagraphs(text).replace(/[\n\t]+/gu, ' ')
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
