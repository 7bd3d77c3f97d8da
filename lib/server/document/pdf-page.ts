import type { DocumentProps } from '@react-pdf/renderer'
import { createElement, type ReactElement } from 'react'
import { documentWords } from '#lib/server/document/document-words.ts'
import { pageHeight } from '#lib/server/document/one-page.ts'
import { blockElement } from '#lib/server/document/pdf-block.ts'
import { box, many, text, type Render } from '#lib/server/document/pdf-element.ts'
import { logo, look } from '#lib/server/document/pdf-look.ts'
import { onePageElement } from '#lib/server/document/pdf-one-page.ts'
import { pageLook } from '#lib/server/document/pdf-one-page-look.ts'
import type { Block, PortalDocument } from '#lib/server/document/portal-document.ts'

/**
 * The whole document on A4 pages: head with the portal's logo, banner of a demonstration, content, foot with number and page.
 * What flows comes first; pages of their own follow, each in the list of contents, laid out apart so that many cost no more each.
 */
export function documentElement(document: PortalDocument, missing: string | null): ReactElement<DocumentProps> {
  const { blocks, pages, demonstration } = document
  const flows = pages === undefined || blocks.length > 0
  const last = (pages ?? []).length - 1
  const parts = pages === undefined ? [blocks] : apart(blocks)
  return createElement<DocumentProps>('DOCUMENT', {},
    ...(flows ? parts.map((part, index) => flowing(document, part, index === 0, pages === undefined ? missing : null)) : []),
    ...(pages ?? []).map((page, index) => createElement('PAGE', { size: 'A4', bookmark: page.title, style: [look.page, pageLook.page] } as object,
      ...frame(document, true, index === last ? missing : null),
      onePageElement(page, flows ? 'H2' : 'H1', demonstration ? pageHeight.bannered : pageHeight.plain))))
}

/** Layout takes the square of a page's length: what begins on a page of its own is laid out by itself. */
function apart(blocks: readonly Block[]): Block[][] {
  const parts: Block[][] = [[]]
  for (const block of blocks) {
    if (block.block === 'heading' && block.newPage) parts.push([{ block: 'heading', text: block.text }])
    else parts.at(-1)?.push(block)
  }
  return parts
}

function flowing(document: PortalDocument, blocks: readonly Block[], opens: boolean, missing: string | null): ReactElement {
  const { title, lead, pages } = document
  const wide = pages !== undefined
  const [first] = blocks
  const bookmark = opens || first?.block !== 'heading' ? title : first.text
  return createElement('PAGE', { size: 'A4', ...(wide && { bookmark }), style: wide ? [look.page, pageLook.wide] : look.page } as object,
    ...frame(document, wide, null),
    opens ? text('H1', look.title, title) : null,
    opens && lead ? text('P', look.lead, lead) : null,
    ...blocks.map((block, index) => (wide && !opens && index === 0 && block.block === 'heading' ? text('H2', [look.headingText, pageLook.first], block.text) : blockElement(block))),
    missing ? blockElement({ block: 'text', text: missing, tone: 'soft' }) : null)
}

/** What repeats on each page. */
function frame(document: PortalDocument, wide: boolean, missing: string | null): (ReactElement | null)[] {
  const { demonstration } = document
  return [
    head(document, wide),
    demonstration ? box('Artifact', wide ? [look.banner, pageLook.banner] : look.banner, text(null, {}, demonstration), { fixed: true }) : null,
    foot(document, wide, missing),
  ]
}

function head({ kind }: PortalDocument, wide: boolean): ReactElement {
  const drawing = createElement('SVG', { viewBox: '0 0 46 18', width: 46, height: 18 } as object,
    createElement('PATH', { d: 'M1 14h13M32 14h13', stroke: logo.line, strokeWidth: 4, fill: 'none' } as object),
    createElement('PATH', { d: 'M10 12.5C14 4.5 17.5 2 23 2s9 2.5 13 10.5', stroke: logo.bridge, strokeWidth: 2.5, strokeLinecap: 'round', fill: 'none' } as object))
  return box('Artifact', wide ? [look.head, pageLook.head] : look.head, many([drawing, text(null, look.headName, 'Passerelle'), text(null, look.headKind, kind)]), { fixed: true })
}

function foot({ locale, number, sha256 }: PortalDocument, wide: boolean, missing: string | null): ReactElement {
  const t = documentWords(locale)
  const page: Render = ({ pageNumber, totalPages }) => t('page', { page: pageNumber, pages: totalPages })
  return box('Artifact', wide ? [look.foot, pageLook.foot] : look.foot, many([
    box(null, {}, many([
      number === null ? null : text(null, look.footText, t('number', { number })),
      sha256 === null ? null : text(null, look.footExact, `SHA-256 ${sha256}`),
      missing === null ? null : text(null, [look.footText, pageLook.missing], missing),
    ])),
    text(null, look.footText, '', { render: page }),
  ]), { fixed: true })
}
