import { askedLocale } from '#lib/server/asked.ts'
import { renderPdf } from '#lib/server/document/render-pdf.ts'
import { endpoint } from '#lib/server/endpoint.ts'
import { reportDocument } from '#lib/server/programme-report/report-document.ts'
import { showReport } from '#lib/server/programme-report/show-report.ts'

/** One laureate on one page, for its people, its mentors and its managers; `?locale=en` for English. */
export const GET = endpoint({
  verb: showReport,
  swift: true,
  input: ({ params }) => ({ programmeId: String(params.id) }),
  answer: async (report, { request }) => {
    const file = await renderPdf(reportDocument(report, askedLocale(request)))
    return new Response(new Uint8Array(file), { headers: { 'Content-Type': 'application/pdf', 'Content-Disposition': `attachment; filename="${report.laureate.number}.pdf"` } })
  },
})
