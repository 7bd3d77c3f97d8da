type Line = { string: string; runs: { end: number; glyphs: unknown[]; positions: unknown[] }[] }
export type TextNode = { type: string; lines?: Line[]; children?: TextNode[]; value?: string }

/**
 * Takes away the hyphens that layout adds where it had to part what is longer than a line: an address or a fingerprint
 * with a hyphen in it is another one.
 */
export function withoutAddedHyphens(node: TextNode): void {
  if (node.type !== 'TEXT') return (node.children ?? []).forEach(withoutAddedHyphens)
  const whole = wholeText(node)
  const lines = node.lines ?? []
  let from = 0
  for (const [index, line] of lines.entries()) {
    const goesOn = lines[index + 1]?.string.slice(0, -1) ?? ''
    const kept = isNext(line.string, whole, from) && isNext(goesOn, whole, from + line.string.length)
    if (!kept && line.string.endsWith('-') && isNext(line.string.slice(0, -1), whole, from)) dropLast(line)
    from += line.string.length
  }
}

/** Whether a line is what the text goes on with; letters that read from right to left stand in another order there. */
function isNext(line: string, whole: string, from: number): boolean {
  const next = whole.slice(from, from + line.length)
  return next === line || Array.from(next).toSorted().join('') === Array.from(line).toSorted().join('')
}

function wholeText({ value, children }: TextNode): string {
  return value ?? (children ?? []).map(wholeText).join('')
}

function dropLast(line: Line): void {
  const run = line.runs.at(-1)
  line.string = line.string.slice(0, -1)
  if (!run) return
  run.end -= 1
  run.glyphs = run.glyphs.slice(0, -1)
  run.positions = run.positions.slice(0, -1)
}
