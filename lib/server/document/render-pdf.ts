import type { PortalDocument } from '#lib/server/document/portal-document.ts'
import { inThread } from '#lib/server/document/thread.ts'

/**
 * A PDF of A4 pages (PDF 1.7, tagged for readers who listen, with title, language and date), the same bytes for the same
 * document. A sign no face can draw is replaced with □, and the last page says how many. Refusal `busy`.
 */
export async function renderPdf(document: PortalDocument): Promise<Uint8Array> {
  return inThread({ make: 'pdf', input: document })
}
