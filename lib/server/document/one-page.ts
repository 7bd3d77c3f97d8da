import type { Drawing } from '#lib/server/document/drawing.ts'
import type { Fact } from '#lib/server/document/portal-document.ts'

/**
 * A page that never becomes two: each text has its number of lines, each list its number of entries, and what is left out is
 * counted in words by whoever makes it (`more`). Cards stand in one column up to four, in two above.
 */
export type OnePage = {
  over: string
  title: string
  lead: string
  facts: readonly Fact[]
  strip: { drawing: Drawing; caption: string } | null
  cards: { title: string; caption: string; items: readonly Card[]; none: string; more: string | null }
  panels: readonly Panel[]
  notes: readonly string[]
}

/** A figure: its picture, what it says first, and the rest. */
export type Card = { title: string; aside: string | null; drawing: Drawing; figure: string; lines: readonly string[] }
/** `alarm`: its entries call for somebody. */
export type Panel = { title: string; alarm?: true; items: readonly { head: string; text: string }[]; none: string; more: string | null }

export const onePageLimits = { cards: 8, oneColumn: 4 } as const

/** The page's width and what its cards take of it, in points: pictures are drawn to measure. */
export const pageWidth = 507
export const columnGap = 15

/** What a page has between its margins, without its head and foot, whether or not a banner stands on it. */
export const pageHeight = { plain: 744, bannered: 718 } as const

/** How the cards of a page stand: in how many columns, how tall each is under its title, how wide its picture, how long its title and the page's own texts. */
export function cardRoom(count: number) {
  const columns = count > onePageLimits.oneColumn ? 2 : 1
  const rows = Math.max(1, Math.ceil(count / columns))
  const full = columns === 2 && rows === 4
  return { columns, height: columns === 2 ? 66 : ([170, 126, 78, 54][rows - 1] ?? 54), picture: columns === 2 ? 100 : 232, title: columns, full, pageTitle: full ? 1 : 2, lead: full ? 2 : 3 }
}

/** How many entries each panel has room for, and how many lines each. */
export function panelRoom(count: number): { entries: number; lines: number } {
  return cardRoom(count).full ? { entries: 3, lines: 1 } : { entries: 4, lines: 2 }
}
