import { createTranslator } from 'use-intl/core'
import type { Locale } from '#lib/i18n/locale.ts'
import { loadMessages } from '#lib/i18n/messages.ts'

/** The sentences of somebody's own agenda in one language, for files made outside of any page. */
export function calendarWords(locale: Locale) {
  return createTranslator({ locale, messages: { calendar: loadMessages(locale).calendar }, namespace: 'calendar' })
}
