import { showReceipt } from '#lib/server/application/show-receipt.ts'
import { endpoint } from '#lib/server/endpoint.ts'

/** The frozen text to the letter, so that anybody can compute its SHA-256 again. */
export const GET = endpoint({
  verb: showReceipt,
  input: ({ params }) => ({ draftId: params.id, sequence: params.sequence }),
  answer: ({ content, sha256, number, sequence }) => new Response(content, {
    headers: { 'Content-Type': 'application/json; charset=utf-8', ETag: `"${sha256}"`, 'Content-Disposition': `attachment; filename="${number}-${sequence}.json"` },
  }),
})
