/** Who comes and who goes between two shortlists, each in its own order. */
export type ShortlistChange = { enters: string[]; leaves: string[] }

export function shortlistChange(before: readonly string[], after: readonly string[]): ShortlistChange {
  const [old, next] = [new Set(before), new Set(after)]
  return { enters: after.filter((id) => !old.has(id)), leaves: before.filter((id) => !next.has(id)) }
}
