import { askedLocale } from '#lib/server/asked.ts'
import { exportAssignments } from '#lib/server/assignment/export-assignments.ts'
import { packDocument } from '#lib/server/assignment/pack-document.ts'
import { renderPdf } from '#lib/server/document/render-pdf.ts'
import { endpoint } from '#lib/server/endpoint.ts'

/** All one was given in a round, to read on paper; `?locale=en` for English. */
export const GET = endpoint({
  verb: exportAssignments,
  swift: true,
  input: ({ params }) => ({ roundId: params.id }),
  answer: async (exported, { request }) => {
    const file = await renderPdf(packDocument(exported, askedLocale(request)))
    return new Response(new Uint8Array(file), { headers: { 'Content-Type': 'application/pdf', 'Content-Disposition': `attachment; filename="${exported.call.slug}.pdf"` } })
  },
})
