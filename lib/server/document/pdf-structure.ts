import type { PDFDocument, StructureElement } from 'pdfkit'
import type { Tag } from '#lib/server/document/pdf-element.ts'

/** What layout makes of an element: its props, the same object on every page it reaches, and its parts. */
export type LaidOut = { type: string; props?: { tag?: Tag | null; paint?: () => void }; children?: LaidOut[]; box?: object; style?: object }

/**
 * Makes a laid-out document one that can be listened to (tagged PDF, ISO 32000-1, 14.8): before and after each text or figure
 * it sets marks that say which heading, paragraph or cell is drawn; what repeats on pages is marked as decoration.
 */
export function structure(pdf: PDFDocument, root: LaidOut): void {
  const top = pdf.struct('Document')
  pdf.addStructure(top)
  const elements = new Map<Tag, StructureElement>()
  const elementOf = (tag: Tag, parent: StructureElement): StructureElement => {
    const known = elements.get(tag)
    if (known) return known
    const element = pdf.struct(typeOf(tag), { ...scopes[tag.role], ...(tag.actual ? { actual: tag.actual } : {}), ...(tag.alt ? { alt: tag.alt } : {}) })
    parent.add(element)
    elements.set(tag, element)
    return element
  }
  const mark = (paint: () => void): LaidOut => ({ type: 'CANVAS', box: { top: 0, left: 0, width: 1, height: 1 }, style: {}, props: { paint } })
  const marked = (node: LaidOut, begin: () => void): LaidOut[] => [mark(begin), node, mark(() => pdf.endMarkedContent())]
  const walk = (node: LaidOut, parent: StructureElement): LaidOut[] => {
    const tag = node.props?.tag
    if (tag?.role === 'Artifact') return marked(node, () => pdf.markContent('Artifact', { type: 'Pagination' }))
    const element = tag ? elementOf(tag, parent) : parent
    if (tag && (node.type === 'TEXT' || tag.role === 'Figure')) return marked(node, () => element.add(pdf.markStructureContent(typeOf(tag))))
    if (node.children && node.type !== 'TEXT') node.children = node.children.flatMap((child) => walk(child, element))
    return [node]
  }
  walk(root, top)
}

const scopes: Partial<Record<Tag['role'], { scope: 'Row' | 'Column' }>> = { RowHeader: { scope: 'Row' }, ColumnHeader: { scope: 'Column' } }

function typeOf({ role }: Tag): string {
  return role === 'RowHeader' || role === 'ColumnHeader' ? 'TH' : role
}
