import { createTranslator } from 'use-intl/core'
import type { Locale } from '#lib/i18n/locale.ts'
import en from '#lib/i18n/messages/en/notice.json' with { type: 'json' }
import fr from '#lib/i18n/messages/fr/notice.json' with { type: 'json' }

/** The sentences of notices in one language, for mails made outside of any page. */
export function noticeWords(locale: Locale) {
  return createTranslator({ locale, messages: { notice: { fr, en }[locale] }, namespace: 'notice' })
}
