/** Where a page of the table begins: the place of one row in its order, so that rows arriving meanwhile shift nothing. */
import { z } from 'zod'

/** What the table can be ordered by, and how the values of each compare. Missing values come last either way. */
export const sortKinds = {
  number: 'text', solution: 'text', organisation: 'text', submittedAt: 'instant',
  challenge: 'rank', rupture: 'rank', maturity: 'rank', regulatoryState: 'rank', eligibility: 'rank', budget: 'rank',
} as const
export type SortKey = keyof typeof sortKinds
export const sortKeys = Object.keys(sortKinds) as SortKey[]
export type Sort = { key: SortKey; descending: boolean }

/** Newest first. */
export const defaultSort: Sort = { key: 'submittedAt', descending: true }

/** The place of a row: its value in the order, as text, and its identifier. An instant has microseconds, as the database has. */
export type Place = { value: string | null; id: string }

const values = {
  text: z.string().max(2_000).refine((text) => text.isWellFormed() && !text.includes('\0')),
  instant: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/).refine((text) => !Number.isNaN(Date.parse(text))),
  rank: z.string().regex(/^-?\d{1,15}$/),
} as const satisfies Record<(typeof sortKinds)[SortKey], z.ZodType<string>>

/** A place as an address carries it: base64url of `["value","id"]`. */
export function printPlace({ value, id }: Place): string {
  const bytes = new TextEncoder().encode(JSON.stringify([value, id]))
  return btoa(String.fromCodePoint(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** The place a text names in an order of this kind; null when it names none. Never throws. */
export function readPlace(text: string, key: SortKey): Place | null {
  if (!/^[\w-]{1,6000}$/.test(text)) return null
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.codePointAt(0) ?? 0)
    const [value, id] = z.tuple([values[sortKinds[key]].nullable(), z.uuid()]).parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
    return { value, id }
  } catch {
    return null
  }
}
