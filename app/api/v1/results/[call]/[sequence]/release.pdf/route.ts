import { askedLocale } from '#lib/server/asked.ts'
import { keptPdf } from '#lib/server/document/kept-pdf.ts'
import { respond } from '#lib/server/open-data/respond.ts'
import { visitor } from '#lib/server/opening.ts'
import { showDisclosure } from '#lib/server/result/list-results.ts'
import { releaseDocument } from '#lib/server/result/release-document.ts'

/** One release of a call's results on a page; `?locale=en` for English. */
export async function GET(request: Request, { params }: { params: Promise<{ call: string; sequence: string }> }): Promise<Response> {
  const { call, sequence } = await params
  const locale = askedLocale(request)
  return respond(request, async () => {
    const release = await showDisclosure(visitor, { slug: call, sequence })
    return { type: 'application/pdf', fileName: `${release.call.slug}-${release.sequence}-${locale}.pdf`, body: await keptPdf(releaseDocument(release, locale)) }
  })
}
