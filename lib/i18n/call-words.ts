import { createTranslator } from 'use-intl/core'
import { formatParisDay, formatParisHour } from '#lib/i18n/format.ts'
import type { Locale } from '#lib/i18n/locale.ts'
import { loadMessages } from '#lib/i18n/messages.ts'

/** The sentences about calls in one language, for files made outside of any page. */
export function callWords(locale: Locale) {
  return createTranslator({ locale, messages: { call: loadMessages(locale).call }, namespace: 'call' })
}

/** "mardi 12 mai 2026, 17 h, heure de Paris", as pages say it. */
export function instantInWords(at: Date, locale: Locale): string {
  const t = createTranslator({ locale, messages: { site: loadMessages(locale).site }, namespace: 'site.time' })
  return t('instant', { day: formatParisDay(at, locale), hour: formatParisHour(at, locale) })
}
