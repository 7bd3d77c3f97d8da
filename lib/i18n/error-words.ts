import type { Locale } from '#lib/i18n/locale.ts'
import en from '#lib/i18n/messages/en/error.json' with { type: 'json' }
import fr from '#lib/i18n/messages/fr/error.json' with { type: 'json' }

/** The few sentences of the error page, in a file of their own: they travel to every browser, so they must stay few. */
export const errorWords: Record<Locale, typeof fr> = { fr, en }
