import type { DocumentProps } from '@react-pdf/renderer'
import { createElement, type ReactElement } from 'react'
import { documentWords } from '#lib/server/document/document-words.ts'
import { blockElement } from '#lib/server/document/pdf-block.ts'
import { box, many, text, type Render } from '#lib/server/document/pdf-element.ts'
import { logo, look } from '#lib/server/document/pdf-look.ts'
import type { PortalDocument } from '#lib/server/document/portal-document.ts'

/** The whole document on A4 pages: head with the portal's logo, banner of a demonstration, content, foot with number and page. */
export function documentElement(document: PortalDocument, missing: string | null): ReactElement<DocumentProps> {
  const { title, lead, demonstration, blocks } = document
  return createElement<DocumentProps>('DOCUMENT', {},
    createElement('PAGE', { size: 'A4', style: look.page } as object,
      head(document),
      demonstration ? box('Artifact', look.banner, text(null, {}, demonstration), { fixed: true }) : null,
      foot(document),
      text('H1', look.title, title),
      lead ? text('P', look.lead, lead) : null,
      ...blocks.map(blockElement),
      missing ? blockElement({ block: 'text', text: missing, tone: 'soft' }) : null))
}

function head({ kind }: PortalDocument): ReactElement {
  const drawing = createElement('SVG', { viewBox: '0 0 46 18', width: 46, height: 18 } as object,
    createElement('PATH', { d: 'M1 14h13M32 14h13', stroke: logo.line, strokeWidth: 4, fill: 'none' } as object),
    createElement('PATH', { d: 'M10 12.5C14 4.5 17.5 2 23 2s9 2.5 13 10.5', stroke: logo.bridge, strokeWidth: 2.5, strokeLinecap: 'round', fill: 'none' } as object))
  return box('Artifact', look.head, many([drawing, text(null, look.headName, 'Passerelle'), text(null, look.headKind, kind)]), { fixed: true })
}

function foot({ locale, number, sha256 }: PortalDocument): ReactElement {
  const t = documentWords(locale)
  const page: Render = ({ pageNumber, totalPages }) => t('page', { page: pageNumber, pages: totalPages })
  return box('Artifact', look.foot, many([
    box(null, {}, many([
      number === null ? null : text(null, look.footText, t('number', { number })),
      sha256 === null ? null : text(null, look.footExact, `SHA-256 ${sha256}`),
    ])),
    text(null, look.footText, '', { render: page }),
  ]), { fixed: true })
}
