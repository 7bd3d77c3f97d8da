import { createElement, Fragment, type ReactElement, type ReactNode } from 'react'
import { isLong, stacks } from '#lib/server/document/pdf-fonts.ts'
import type { Look } from '#lib/server/document/pdf-look.ts'
import { readsLeftward, turnsLeftward } from '#lib/server/document/pdf-text.ts'

/**
 * What an element is to a reader who listens: a structure type of PDF 1.7 (ISO 32000-1, 14.8.4), or decoration. The
 * object travels with the element through layout: the parts of a text cut by a page's end carry the same one.
 */
export type Tag = {
  role: 'H1' | 'H2' | 'H3' | 'P' | 'Span' | 'L' | 'LI' | 'LBody' | 'Table' | 'TR' | 'RowHeader' | 'ColumnHeader' | 'TD' | 'Note' | 'Figure' | 'Artifact'
  /** The text in the order of reading, where the order of drawing is another. */
  actual?: string
  /** What a figure shows. */
  alt?: string
}
type Role = Tag['role']

/** Text that depends on the page it is on. */
export type Render = (at: { pageNumber: number; totalPages: number }) => string
type Properties = { fixed?: boolean; wrap?: boolean; break?: boolean; minPresenceAhead?: number; bookmark?: string; render?: Render }

/** A box of other elements; with a role, they belong to it. */
export function box(role: Role | null, style: Look | Look[], children: ReactNode, properties: Properties = {}): ReactElement {
  return createElement('VIEW', { ...properties, style, tag: role && { role } } as object, children)
}

/** Layout may part words of several faces where these meet: never, or else only in texts where something must be parted. */
const [never, atWorst] = [10_000, 9_000]

/** A text of one line or of several that flow; an Arabic or Hebrew one is set from the right, in one face. */
export function text(role: Role | null, style: Look | Look[], content: string, properties: Properties = {}): ReactElement {
  const tag: Tag | null = role && { role, ...(turnsLeftward(content) ? { actual: content } : {}) }
  const one: Look = turnsLeftward(content) ? { fontFamily: stacks.world } : {}
  const sides: Look = readsLeftward(content) ? { direction: 'rtl', textAlign: 'right' } : {}
  const hyphenationPenalty = content.split(' ').some(isLong) ? atWorst : never
  return createElement('TEXT', { hyphenationPenalty, ...properties, style: [style, one, sides].flat(), tag } as object, content)
}

/** Several elements in order; what is null is left out. */
export function many(elements: readonly (ReactElement | null)[]): ReactElement {
  return createElement(Fragment, null, ...elements)
}
