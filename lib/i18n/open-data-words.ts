import { createTranslator } from 'use-intl/core'
import type { Locale } from '#lib/i18n/locale.ts'
import { loadMessages } from '#lib/i18n/messages.ts'

/** The sentences about open data in one language, for files made outside of any page. */
export function openDataWords(locale: Locale) {
  return createTranslator({ locale, messages: { 'open-data': loadMessages(locale)['open-data'] }, namespace: 'open-data' })
}
