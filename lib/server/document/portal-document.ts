import type { Locale } from '#lib/i18n/locale.ts'
import type { Drawing } from '#lib/server/document/drawing.ts'
import type { OnePage } from '#lib/server/document/one-page.ts'

/**
 * A document of the portal as plain data, in the reader's language: what it says, in order. How it looks is decided in
 * one place, `pdf-page.ts`. The same document always gives the same file.
 */
export type PortalDocument = {
  locale: Locale
  /** What it is, in the head of every page: "Récépissé de dépôt". */
  kind: string
  title: string
  /** In the foot of every page; null when it has none. */
  number: string | null
  sha256: string | null
  /** When what it says was true: the date the file carries. */
  dated: Date
  /** The sentence on top of every page that the document is invented; null for a real one. */
  demonstration: string | null
  lead: string | null
  blocks: readonly Block[]
  /** Pages of their own after what flows; where nothing flows, the document is these alone. */
  pages?: readonly OnePage[]
}

/** `newPage`: begins on a page of its own, laid out apart from what was before where the document has `pages`. In a text, an empty line parts paragraphs and a line break is kept. */
export type Block =
  | { block: 'heading'; text: string; newPage?: true }
  | { block: 'subheading'; text: string; aside?: string }
  | { block: 'text'; text: string; tone?: 'soft' }
  | { block: 'facts'; facts: readonly Fact[] }
  | { block: 'list'; items: readonly string[]; boxes?: boolean }
  | { block: 'table'; columns: readonly Column[]; rows: readonly Row[] }
  | { block: 'note'; title: string; text: string; tone: 'plain' | 'uncertain' }
  | { block: 'question'; question: Question }
  | { block: 'counts'; counts: readonly { count: string; of: string }[] }
  | { block: 'pictures'; columns: readonly Column[]; rows: readonly (readonly (readonly Piece[])[])[] }

export type Fact = { term: string; value: string; exact?: boolean }
/** `share`: width against the other columns; `end`: figures, aligned to the right. */
export type Column = { title: string; share: number; end?: boolean }
/** `under`: a line across the row, in exact type, such as a SHA-256. */
export type Row = { cells: readonly string[]; under?: string }
/** A part of a cell: words in one of four looks, or a picture beside or above words that say the same. */
export type Piece = { text: string; tone?: 'strong' | 'small' | 'alarm'; lines?: number } | { drawing: Drawing; beside?: string }
export type Question = { label: string; marks: readonly string[]; condition: string | null; help: string | null; choices: readonly string[] }
