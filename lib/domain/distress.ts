/**
 * Whether a text touches suicide or distress: the page then shows the French prevention number, 3114 (product rule).
 * Words are looked for folded, so that accents and case do not matter; a false alarm costs little, silence may not.
 */
import { fold } from '#lib/domain/search.ts'

const words = ['suicid', 'auto-inflig', 'self-harm', 'automutil', 'detresse', 'distress']

/** The number to call in France, free of charge, day and night. */
export const preventionNumber = '3114'

/** True when any of the texts mentions suicide, self-harm or distress, in French or English. */
export function touchesDistress(texts: readonly string[]): boolean {
  const folded = fold(texts.join(' '))
  return words.some((word) => folded.includes(word))
}
