/** The part of pdfkit that tagged documents need; it publishes no types of its own. */
declare module 'pdfkit' {
  import type { Readable } from 'node:stream'

  export type StructureContent = object
  export type StructureElement = { add(child: StructureElement | StructureContent): StructureElement; dictionary: { data: Record<string, unknown> } }

  export class PDFDocument extends Readable {
    constructor(options: Record<string, unknown>)
    struct(type: string, options?: { scope?: 'Column' | 'Row'; actual?: string; alt?: string }): StructureElement
    addStructure(element: StructureElement): this
    markStructureContent(tag: string): StructureContent
    markContent(tag: string, options?: Record<string, unknown>): this
    endMarkedContent(): this
  }
}
