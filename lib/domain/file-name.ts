import { fileLimits } from '#lib/domain/file.ts'

/**
 * Signs that hide what a name is: control characters (line breaks and NUL among them), lone surrogates, and the marks
 * that turn the direction of a text round, so that "fdp.exe" reads "exe.pdf" (UAX #9 §2; CVE-2021-42574).
 */
const deceiving = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u
const visible = /[^\s.\p{Cf}\p{M}]/u
/** A path of any system; beyond that somebody is trying something. */
const longestTyped = 4_096
const graphemes = new Intl.Segmenter('fr', { granularity: 'grapheme' })

/**
 * A file name as it is kept and shown: composed (NFC), without the folders some browsers send, of at most
 * `fileLimits.nameLength` UTF-16 units; a longer one loses the end of its middle, marked "…", never its extension.
 * Undefined when it deceives or says nothing: it is refused, not repaired.
 */
export function cleanFileName(typed: string): string | undefined {
  if (typed.length > longestTyped || deceiving.test(typed)) return undefined
  const name = typed.normalize('NFC').split(/[/\\]/u).at(-1)?.trim() ?? ''
  const dot = name.lastIndexOf('.')
  const [base, extension] = dot < 0 ? [name, ''] : [name.slice(0, dot).trimEnd(), name.slice(dot).trimEnd()]
  const short = shortened(base, fileLimits.nameLength - extension.length)
  return short !== undefined && visible.test(short) ? short + extension : undefined
}

/** Cut between graphemes, so that an accent or a family of emoji stays whole. */
function shortened(base: string, most: number): string | undefined {
  if (base.length <= most) return base
  let kept = ''
  for (const { segment } of graphemes.segment(base.slice(0, most + 64))) {
    if (kept.length + segment.length > most - 1) break
    kept += segment
  }
  return kept.trimEnd() === '' ? undefined : `${kept.trimEnd()}…`
}
