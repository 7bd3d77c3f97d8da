import { receiptPdf } from '#lib/server/application/receipt-pdf.ts'
import { showReceipt } from '#lib/server/application/show-receipt.ts'
import { endpoint } from '#lib/server/endpoint.ts'

/** The frozen text to the letter, so that anybody can compute its SHA-256 again; with `.pdf`, the receipt itself. */
export const GET = endpoint({
  verb: showReceipt,
  input: ({ params }) => ({ draftId: params.id, sequence: params.sequence?.replace(/\.pdf$/, '') }),
  answer: async (shown, { params, search }) => {
    const isPdf = params.sequence?.endsWith('.pdf')
    const headers = { 'Content-Disposition': `attachment; filename="${shown.number}-${shown.sequence}.${isPdf ? 'pdf' : 'json'}"` }
    if (isPdf) return new Response(new Uint8Array(await receiptPdf(shown, search.lang === 'en' ? 'en' : 'fr')), { headers: { ...headers, 'Content-Type': 'application/pdf' } })
    return new Response(shown.content, { headers: { ...headers, 'Content-Type': 'application/json; charset=utf-8', ETag: `"${shown.sha256}"` } })
  },
})
