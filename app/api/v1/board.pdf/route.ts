import { renderPdf } from '#lib/server/document/render-pdf.ts'
import { endpoint } from '#lib/server/endpoint.ts'
import { boardAsked, boardFile } from '#lib/server/programme/board-file.ts'
import { portfolioDocument } from '#lib/server/programme-report/portfolio-document.ts'
import { showPortfolio } from '#lib/server/programme-report/show-portfolio.ts'

/** The laureates of a view of the board for a steering committee: figures, coverage and results, then each on a page. */
export const GET = endpoint({
  verb: showPortfolio,
  swift: true,
  input: boardAsked,
  answer: async (portfolio) => boardFile(portfolio, 'pdf', new Uint8Array(await renderPdf(portfolioDocument(portfolio)))),
})
