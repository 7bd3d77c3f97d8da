import { inLocale } from '#lib/domain/localized.ts'
import type { Locale } from '#lib/i18n/locale.ts'
import type { PortalDocument } from '#lib/server/document/portal-document.ts'
import { reportPage } from '#lib/server/programme-report/report-page.ts'
import { reportWords } from '#lib/server/programme-report/report-words.ts'
import type { Report } from '#lib/server/programme-report/show-report.ts'

/** One laureate on one page. */
export function reportDocument({ now, today, side, call, laureate }: Report, locale: Locale): PortalDocument {
  const words = reportWords(locale)
  const { t } = words
  return {
    locale,
    kind: t('report.kind'),
    title: t('report.title', { solution: laureate.solution }),
    number: laureate.number,
    sha256: null,
    dated: now,
    demonstration: call.demonstration ? t('demonstration') : null,
    lead: null,
    blocks: [],
    pages: [reportPage(laureate, { call: inLocale(call.title, locale), side, now, today, words })],
  }
}
