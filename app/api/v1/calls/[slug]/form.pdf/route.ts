import { askedLocale } from '#lib/server/asked.ts'
import { printedForm } from '#lib/server/call/printed-form.ts'
import { showCallForm } from '#lib/server/call/show-call-form.ts'
import { formDocument } from '#lib/server/document/form-document.ts'
import { keptPdf } from '#lib/server/document/kept-pdf.ts'
import { respond } from '#lib/server/open-data/respond.ts'
import { visitor } from '#lib/server/opening.ts'

/** The whole form of a call, to print; `?locale=en` for English. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const { slug } = await params
  const locale = askedLocale(request)
  return respond(request, async () => {
    const form = await showCallForm(visitor, { slug })
    return { type: 'application/pdf', fileName: `${form.call.slug}-${locale}.pdf`, body: await keptPdf(formDocument(printedForm(form, locale))) }
  })
}
