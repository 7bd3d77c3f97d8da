import { coreFields } from '#lib/domain/application.ts'
import { isPast } from '#lib/domain/calendar.ts'
import { answerName } from '#lib/domain/field-name.ts'
import { inLocale } from '#lib/domain/localized.ts'
import { env } from '#lib/env.ts'
import { formatList } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locale.ts'
import { loadMessages } from '#lib/i18n/messages.ts'
import type { ShownReceipt } from '#lib/server/application/show-receipt.ts'
import { receiptDocument } from '#lib/server/document/receipt-document.ts'
import { renderPdf } from '#lib/server/document/render-pdf.ts'

/** A receipt to print and keep, in one language: an A4 PDF. Refusal `busy`. */
export function receiptPdf(shown: ShownReceipt, locale: Locale): Promise<Uint8Array> {
  const { id, number, sequence, submittedAt, submitterName, sha256, files, replaces, deposit, call } = shown
  return renderPdf(receiptDocument({
    locale,
    number,
    callTitle: inLocale(call.title, locale),
    organisation: deposit.organisation,
    solution: String(deposit.fields.solution ?? ''),
    depositedAt: submittedAt,
    depositedBy: submitterName,
    sha256,
    contentUrl: `${env().PORTAL_URL}/api/v1/applications/${id}/receipts/${sequence}`,
    sequence: { position: sequence, replaces },
    files,
    mayChange: changeable(shown, locale),
    answerOn: call.answerOn,
    demonstration: call.demonstration,
  }))
}

/** What the call still lets its applicants change, in words; a permit or a correction is told in the file itself. */
function changeable({ now, call, deposit }: ShownReceipt, locale: Locale): { what: string; until: Date }[] {
  const { application, document } = loadMessages(locale)
  const named = (field: string) => {
    const core = coreFields.find((each) => each === field)
    const own = deposit.answers.find(({ question }) => answerName(question) === field)
    return core ? application.fields[core].label : own ? inLocale(own.label, locale) : field
  }
  const whole = isPast(call.closesAt, now) ? [] : [{ what: document.receipt.everything, until: call.closesAt }]
  const rest = call.staysOpenUntil === null || call.staysOpen.length === 0 || isPast(call.staysOpenUntil, now) ? [] : [{ what: formatList(call.staysOpen.map(named), locale), until: call.staysOpenUntil }]
  return [...whole, ...rest]
}
