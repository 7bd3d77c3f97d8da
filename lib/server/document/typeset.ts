import { Font, pdf } from '@react-pdf/renderer'
import layout from '@react-pdf/layout'
import render from '@react-pdf/render'
import { PDFDocument } from 'pdfkit'
import { buffer } from 'node:stream/consumers'
import { documentWords } from '#lib/server/document/document-words.ts'
import { loadFonts } from '#lib/server/document/pdf-fonts.ts'
import { documentElement } from '#lib/server/document/pdf-page.ts'
import { withoutAddedHyphens, type TextNode } from '#lib/server/document/pdf-lines.ts'
import { structure, type LaidOut } from '#lib/server/document/pdf-structure.ts'
import { ink } from '#lib/server/document/pdf-text.ts'
import type { PortalDocument } from '#lib/server/document/portal-document.ts'

/** The renderer lays out and draws in one go; between the two, the document is given its structure. */
const layOut = layout as unknown as (root: unknown, fonts: typeof Font) => Promise<LaidOut & TextNode>
const draw = render as unknown as (pdf: PDFDocument, laidOut: LaidOut) => PDFDocument

/** The bytes of a document, see `renderPdf`. Blocks while it draws. */
export async function typeset(document: PortalDocument): Promise<Uint8Array<ArrayBuffer>> {
  const face = await loadFonts()
  const { write, missing } = ink((codePoint) => face.hasGlyphForCodePoint(codePoint), document.locale)
  const written = inEveryText(document, write)
  const t = documentWords(document.locale)
  const note = missing() > 0 ? t('missing', { count: missing() }) : null
  const laidOut = await layOut(pdf(documentElement(written, note)).container.document, Font)
  withoutAddedHyphens(laidOut)
  const file = new PDFDocument({
    autoFirstPage: false,
    pdfVersion: '1.7',
    tagged: true,
    lang: document.locale === 'fr' ? 'fr-FR' : 'en-GB',
    displayTitle: true,
    info: { Title: written.title, Subject: written.kind, Author: 'Passerelle', Creator: 'Passerelle', Producer: 'Passerelle', CreationDate: document.dated, ModDate: document.dated },
  })
  structure(file, laidOut)
  return new Uint8Array(await buffer(draw(file, laidOut)))
}

/** The same data with every text rewritten. */
function inEveryText<T>(value: T, write: (text: string) => string): T {
  if (typeof value === 'string') return write(value) as T
  if (Array.isArray(value)) return value.map((item) => inEveryText(item, write)) as T
  if (value instanceof Date || typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inEveryText(inner, write)])) as T
}
