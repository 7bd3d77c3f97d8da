import { disarmed } from '#lib/domain/csv.ts'

/** The most characters a cell holds, in UTF-16 units as spreadsheets count them. */
const cellLimit = 32_767

/**
 * A text as a cell of a spreadsheet can hold it: never a formula, whole up to the limit, then cut with `note` (given the
 * number of characters of the whole), controls drawn as pictures (␀), other characters that XML has no place for as ␦.
 */
export function cellText(text: string, note: (count: number) => string): string {
  const drawn = disarmed(text.replace(/\r\n?/g, '\n').replace(controls, picture).replace(nowhere, '␦'))
  return encoded(drawn.length <= cellLimit ? drawn : cut(drawn, note(text.length)))
}

/** Tab and line feed have their place in a cell. */
const controls = /[\0-\x08\v\f\x0E-\x1F\x7F]/g
/** Lone halves of characters, C1 controls, what is no character (U+FFFE…), and U+FFFD, which writers drop without a word. */
const nowhere = /[\x80-\x9F\p{Cs}\p{Noncharacter_Code_Point}\uFFFD]/gu

function picture(control: string): string {
  return control === '\x7F' ? '␡' : String.fromCharCode(0x2400 + control.charCodeAt(0))
}

function cut(text: string, note: string): string {
  const kept = text.slice(0, cellLimit - note.length - 1)
  return `${kept.isWellFormed() ? kept : kept.slice(0, -1)} ${note}`
}

/**
 * Readers turn `_x0041_` in a text back into a character (ECMA-376, ST_Xstring): what is typed so is escaped. The same
 * escape writes words that are properties of any object ("constructor"), which the writer would take for known strings.
 */
function encoded(text: string): string {
  if (text in Object.prototype) return `_x${text.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_${text.slice(1)}`
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
}
