import { createTranslator } from 'use-intl/core'
import type { Locale } from '#lib/i18n/locale.ts'
import en from '#lib/i18n/messages/en/session.json' with { type: 'json' }
import fr from '#lib/i18n/messages/fr/session.json' with { type: 'json' }

/** The sentences about sessions in one language, for files made outside of any page. */
export function sessionWords(locale: Locale) {
  return createTranslator({ locale, messages: { session: { fr, en }[locale] }, namespace: 'session' })
}
