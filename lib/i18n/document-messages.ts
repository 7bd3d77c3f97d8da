import type { Locale } from '#lib/i18n/locale.ts'
import en from '#lib/i18n/messages/en/document.json' with { type: 'json' }
import fr from '#lib/i18n/messages/fr/document.json' with { type: 'json' }

/** The words of documents alone: the thread that makes files needs no other sentences. */
export function documentMessages(locale: Locale): typeof fr {
  return { fr, en }[locale]
}
