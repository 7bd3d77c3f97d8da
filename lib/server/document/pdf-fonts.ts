import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Font } from '@react-pdf/renderer'
import { unpackWoff } from '#lib/server/document/woff.ts'

const packages = createRequire(import.meta.url)

/** The portal's type, then a face that knows most alphabets but no emoji of after 2016, no Chinese, Japanese or Korean. */
const faces = [
  ['title', 500, '@fontsource/spectral', 'spectral-latin-500'],
  ['title-extended', 500, '@fontsource/spectral', 'spectral-latin-ext-500'],
  ['text', 400, '@fontsource/atkinson-hyperlegible-next', 'atkinson-hyperlegible-next-latin-400'],
  ['text', 600, '@fontsource/atkinson-hyperlegible-next', 'atkinson-hyperlegible-next-latin-600'],
  ['text-extended', 400, '@fontsource/atkinson-hyperlegible-next', 'atkinson-hyperlegible-next-latin-ext-400'],
  ['text-extended', 600, '@fontsource/atkinson-hyperlegible-next', 'atkinson-hyperlegible-next-latin-ext-600'],
  ['exact', 400, '@fontsource/atkinson-hyperlegible-mono', 'atkinson-hyperlegible-mono-latin-400'],
  ['world', 400, '@fontsource/dejavu-sans', 'dejavu-sans-latin-400'],
  ['world', 600, '@fontsource/dejavu-sans', 'dejavu-sans-latin-700'],
] as const

/** Families in the order in which a character is looked up. */
export const stacks = {
  title: ['title', 'title-extended', 'world'],
  text: ['text', 'text-extended', 'world'],
  exact: ['exact', 'text', 'text-extended', 'world'],
  world: ['world', 'text', 'text-extended'],
}

type Face = { hasGlyphForCodePoint(codePoint: number): boolean }
let sources: readonly string[] | undefined

/**
 * Loads every face anew for one document: a face remembers which letters it drew and would let earlier documents change
 * later ones. Gives the last resort: a character it lacks cannot be drawn.
 */
export async function loadFonts(): Promise<Face> {
  sources ??= faces.map(([, , name, file]) => {
    const font = unpackWoff(readFileSync(packages.resolve(`${name}/files/${file}-normal.woff`)))
    return `data:font/ttf;base64,${font.toString('base64')}`
  })
  const families = Font.getRegisteredFonts()
  for (const [family] of faces) delete families[family]
  for (const [index, [family, fontWeight]] of faces.entries()) Font.register({ family, fontWeight, src: sources[index] ?? '' })
  Font.registerHyphenationCallback(wholeWords)
  await Promise.all(faces.map(([fontFamily, fontWeight]) => Font.load({ fontFamily, fontWeight })))
  const world = families['world']?.resolve({ fontFamily: 'world', fontWeight: 400 }).data
  if (!world) throw new Error('The fonts of documents are missing.')
  return world as unknown as Face
}

/** Longer than any word of either language: an address, a fingerprint. */
export function isLong(word: string): boolean {
  return word.length > 28
}

/** Words stay whole, as French asks; only what is longer than any word is parted where it must. */
function wholeWords(word: string): string[] {
  return isLong(word) ? Array.from(signs.segment(word), ({ segment }) => segment) : [word]
}

const signs = new Intl.Segmenter('fr', { granularity: 'grapheme' })
