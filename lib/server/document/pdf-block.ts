import type { ReactElement } from 'react'
import { drawingElement } from '#lib/server/document/pdf-drawing.ts'
import { box, many, text } from '#lib/server/document/pdf-element.ts'
import { look, type Look } from '#lib/server/document/pdf-look.ts'
import type { Block, Column, Fact, Piece, Question, Row } from '#lib/server/document/portal-document.ts'

/** What follows a heading on its page, at least (points). */
const company = 60

/** How each kind of block is set. Rows, facts and questions are cut by a page's end only when they are very long. */
export function blockElement(block: Block): ReactElement {
  switch (block.block) {
    case 'heading':
      return box(null, look.heading, text('H2', look.headingText, block.text), { minPresenceAhead: company, wrap: false, ...(block.newPage && { break: true }) })
    case 'subheading':
      return box(null, look.subheading, many([text('H3', look.subheadingText, block.text), block.aside ? text('P', look.aside, block.aside) : null]), { minPresenceAhead: company, wrap: false })
    case 'text':
      return many(paragraphs(block.text, block.tone === 'soft' ? [look.paragraph, look.soft] : [look.paragraph]))
    case 'facts':
      return box('Table', look.block, many(block.facts.map(factElement)))
    case 'list':
      return box('L', look.block, many(block.items.map((item) => itemElement(item, block.boxes ?? false))))
    case 'table':
      return box('Table', look.block, many([headRow(block.columns), ...block.rows.map((row) => rowElement(block.columns, row))]))
    case 'note':
      return box('Note', block.tone === 'uncertain' ? [look.note, look.uncertain] : [look.note], many([text('P', look.noteTitle, block.title), ...paragraphs(block.text, [look.noteText])]), { wrap: false })
    case 'question':
      return questionElement(block.question)
    case 'counts':
      return box('Table', look.figures, many(block.counts.map(({ count, of }) => box('TR', look.counted, many([text('TD', look.count, count), text('RowHeader', look.countOf, of)])))), { wrap: false })
    case 'pictures':
      return box('Table', look.block, many([headRow(block.columns, true), ...block.rows.map((cells) => picturedRow(block.columns, cells))]))
  }
}

/** A paragraph of several lines is a box of texts: the faces have no line break. */
function paragraphs(whole: string, style: Look[]): ReactElement[] {
  const parted = whole.split(/\n[ ]*\n\s*/).map((paragraph) => paragraph.split('\n').filter((line) => line.trim() !== ''))
  return parted.filter((lines) => lines.length > 0).map((lines) => {
    const [only = ''] = lines
    if (lines.length === 1) return text('P', style, only)
    return box('P', look.lines, many(lines.map((line) => text('Span', [...style, look.line], line))))
  })
}

/** The same where a cell or an item has room for one text only. */
function flowing(whole: string): string {
  return whole.replaceAll('\n', ' ')
}

function factElement({ term, value, exact }: Fact): ReactElement {
  return box('TR', look.fact, many([text('RowHeader', look.term, flowing(term)), text('TD', exact ? [look.value, look.exact] : [look.value], flowing(value))]), { wrap: value.length > 600 })
}

function itemElement(item: string, boxes: boolean): ReactElement {
  const mark = boxes ? box('Artifact', look.box, null) : text('Artifact', look.bullet, '•')
  return box('LI', look.item, many([mark, text('LBody', look.itemText, flowing(item))]), { wrap: item.length > 600 })
}

/** `again`: on top of each page the table reaches. */
function headRow(columns: readonly Column[], again = false): ReactElement {
  const cells = columns.map((column) => text('ColumnHeader', [look.headCell, ...place(column)], column.title))
  return box('TR', look.headRow, many(cells), again ? { wrap: false, fixed: true } : { wrap: false, minPresenceAhead: company })
}

function rowElement(columns: readonly Column[], { cells, under }: Row): ReactElement {
  const line = columns.map((column, index) => text('TD', [look.cell, ...place(column)], flowing(cells[index] ?? '')))
  return box('TR', look.row, many([box(null, look.cells, many(line)), under ? text('TD', look.under, under) : null]), { wrap: cells.join('').length > 1500 })
}

function place({ share, end }: Column): Look[] {
  return [{ flexGrow: share, flexBasis: 0 }, end ? look.end : {}]
}

function questionElement({ label, marks, condition, help, choices }: Question): ReactElement {
  return box(null, look.question, many([
    text('H3', look.label, flowing(label)),
    marks.length > 0 ? text('P', look.marks, marks.join(' · ')) : null,
    condition ? text('P', look.condition, flowing(condition)) : null,
    ...paragraphs(help ?? '', [look.help]),
    choices.length > 0 ? box('L', look.choices, many(choices.map((choice) => itemElement(choice, true)))) : null,
  ]), { wrap: choices.length > 15 || (help ?? '').length > 1500 })
}

function picturedRow(columns: readonly Column[], cells: readonly (readonly Piece[])[]): ReactElement {
  const line = columns.map((column, index) => box('TD', [look.pieces, ...place(column)], many((cells[index] ?? []).map(pieceElement))))
  return box('TR', look.row, box(null, look.cells, many(line)), { wrap: false })
}

function pieceElement(piece: Piece): ReactElement {
  if ('drawing' in piece) {
    const picture = drawingElement(piece.drawing, look.picture)
    return piece.beside === undefined ? picture : box(null, look.beside, many([picture, text('P', [look.small, look.besideText, { maxLines: 2, textOverflow: 'ellipsis' }], flowing(piece.beside))]))
  }
  const { text: said, tone, lines } = piece
  return text('P', [look.piece, tone === undefined ? {} : look[tone], lines === undefined ? {} : { maxLines: lines, textOverflow: 'ellipsis' }], flowing(said))
}
