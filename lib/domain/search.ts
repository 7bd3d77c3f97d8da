/**
 * Text search that ignores case, accents, ligatures and the kind of apostrophe or hyphen,
 * so that "oedeme" finds "Œdème" and "l'hopital" finds "l’hôpital".
 */
const ligatures: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ı: 'i' }

/** Canonical form of a text for comparison: lower case, unaccented, plain apostrophes, hyphens and spaces. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[œæßøłđı]/gu, (letter) => ligatures[letter] ?? letter)
    .replace(/[\u2018\u2019\u02BC\u2032`´]/gu, "'")
    .replace(/[\u2010-\u2015\u2212]/gu, '-')
    .replace(/\p{Cf}+/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
}

/** The words of a query, folded; hyphens and apostrophes separate words as spaces do. */
export function searchWords(query: string): string[] {
  return fold(query).split(/[\s'-]+/u).filter((word) => word !== '')
}

/** True when every word of the query lies somewhere in the text; an empty query matches everything. */
export function matches(text: string, query: string): boolean {
  const folded = fold(text)
  return searchWords(query).every((word) => folded.includes(word))
}
