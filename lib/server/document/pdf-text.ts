import type { Locale } from '#lib/i18n/locale.ts'

/** What stands for a character that no face of the document can draw. */
const missingMark = '□'

export type Ink = { write(text: string): string; missing(): number }

/**
 * Makes texts drawable with the faces at hand: accents composed, controls and direction overrides dropped (they could
 * make a text read other than it is), spaces that must not break made so in French, thin ones and hyphens the faces' own,
 * and one □ for each sign that `draws` does not know; `missing` counts those.
 */
export function ink(draws: (codePoint: number) => boolean, locale: Locale): Ink {
  let missing = 0
  const mark = (sign: string): string => {
    if (Array.from(sign).every((character) => character === '\n' || draws(character.codePointAt(0) ?? 0))) return sign
    missing += 1
    return missingMark
  }
  const write = (text: string) => {
    const spaced = locale === 'fr' ? text.replace(/ (?=[;:!?»%€])|(?<=«) /g, '\u00A0') : text
    const plain = spaced.normalize('NFC').toWellFormed().replace(/\r\n?|[\u2028\u2029]/g, '\n').replaceAll('\t', ' ').replace(unseen, '').replaceAll('\u202F', '\u2009').replace(/[\u2010\u2011]/g, '-')
    return /^[\n\u0020-\u017F\u2010-\u2026]*$/.test(plain) ? plain : Array.from(signs.segment(plain), ({ segment }) => mark(segment)).join('')
  }
  return { write, missing: () => missing }
}

/** A sign as people count them: a letter with its accents, an emoji with its parts. */
const signs = new Intl.Segmenter('fr', { granularity: 'grapheme' })
const unseen = /[^\P{Cc}\n]|[\u00AD\u200B\u202A-\u202E\u2060-\u206F\uFEFF\uFFFC]|\p{Noncharacter_Code_Point}/gu

const leftward = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/** Whether some of a text reads from right to left. */
export function turnsLeftward(text: string): boolean {
  return leftward.test(text)
}

/** Whether a paragraph reads from right to left: so does its first letter (Unicode UAX #9, P2 and P3). */
export function readsLeftward(text: string): boolean {
  return leftward.test(/\p{L}/u.exec(text)?.[0] ?? '')
}
