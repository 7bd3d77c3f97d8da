import type { Locale } from '#lib/i18n/locale.ts'
import enSite from '#lib/i18n/messages/en/site.json' with { type: 'json' }
import frSite from '#lib/i18n/messages/fr/site.json' with { type: 'json' }

/** The sentences of the portal, one file per noun. French is the source: English must have the same shape. */
const fr = { site: frSite }
const en: typeof fr = { site: enSite }

export type Messages = typeof fr

/** All sentences of one language. */
export function loadMessages(locale: Locale): Messages {
  return { fr, en }[locale]
}
