import { askedLocale } from '#lib/server/asked.ts'
import { renderPdf } from '#lib/server/document/render-pdf.ts'
import { endpoint } from '#lib/server/endpoint.ts'
import { portfolioDocument } from '#lib/server/programme/report/portfolio-document.ts'
import { showPortfolio } from '#lib/server/programme/report/show-portfolio.ts'

/** All laureates of a call, or those its board is narrowed to by `rupture`, `stage` and `partner`, for managers; `?locale=en` for English. */
export const GET = endpoint({
  verb: showPortfolio,
  swift: true,
  input: ({ params, search: { rupture = '', stage = '', partner = '' } }) => ({ slug: String(params.slug), rupture, stage, partner }),
  answer: async (portfolio, { request }) => {
    const file = await renderPdf(portfolioDocument(portfolio, askedLocale(request)))
    return new Response(new Uint8Array(file), { headers: { 'Content-Type': 'application/pdf', 'Content-Disposition': `attachment; filename="${portfolio.call.slug}-portfolio.pdf"` } })
  },
})
