import type { Locale } from '#lib/i18n/locale.ts'
import enHome from '#lib/i18n/messages/en/home.json' with { type: 'json' }
import enRupture from '#lib/i18n/messages/en/rupture.json' with { type: 'json' }
import enSite from '#lib/i18n/messages/en/site.json' with { type: 'json' }
import frHome from '#lib/i18n/messages/fr/home.json' with { type: 'json' }
import frRupture from '#lib/i18n/messages/fr/rupture.json' with { type: 'json' }
import frSite from '#lib/i18n/messages/fr/site.json' with { type: 'json' }

/** The sentences of the portal, one file per noun. French is the source: English must have the same shape. */
const fr = { rupture: frRupture, home: frHome, site: frSite }
const en: typeof fr = { rupture: enRupture, home: enHome, site: enSite }

export type Messages = typeof fr

/** All sentences of one language. */
export function loadMessages(locale: Locale): Messages {
  return { fr, en }[locale]
}
