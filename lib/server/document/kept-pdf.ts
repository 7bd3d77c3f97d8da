import { createHash } from 'node:crypto'
import type { PortalDocument } from '#lib/server/document/portal-document.ts'
import { renderPdf } from '#lib/server/document/render-pdf.ts'

const most = 40
const kept = new Map<string, Promise<Uint8Array<ArrayBuffer>>>()

/** The same as `renderPdf`, for documents everybody may ask for: drawn once, kept in memory as long as it says the same. */
export function keptPdf(document: PortalDocument): Promise<Uint8Array<ArrayBuffer>> {
  const key = createHash('sha256').update(JSON.stringify(document)).digest('base64')
  const known = kept.get(key)
  if (known) return known
  const drawing = renderPdf(document).then((file) => Uint8Array.from(file))
  kept.set(key, drawing)
  if (kept.size > most) kept.delete(kept.keys().next().value as string)
  drawing.catch(() => kept.delete(key))
  return drawing
}
