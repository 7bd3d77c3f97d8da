import { askedLocale } from '#lib/server/asked.ts'
import { minutesDocument } from '#lib/server/deliberation/minutes-document.ts'
import { readMinutes } from '#lib/server/deliberation/read-minutes.ts'
import { renderPdf } from '#lib/server/document/render-pdf.ts'
import { endpoint } from '#lib/server/endpoint.ts'

/** The minutes of a jury's meeting, for managers; `?locale=en` for English. */
export const GET = endpoint({
  verb: readMinutes,
  swift: true,
  input: ({ params }) => ({ deliberationId: params.id }),
  answer: async (minutes, { request }) => {
    const file = await renderPdf(minutesDocument(minutes, askedLocale(request)))
    return new Response(new Uint8Array(file), { headers: { 'Content-Type': 'application/pdf', 'Content-Disposition': `attachment; filename="${minutes.call.slug}-minutes.pdf"` } })
  },
})
