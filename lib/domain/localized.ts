/** Text kept in both languages of the portal. French is the reference, English is complete. */
import { z } from 'zod'

export const locales = ['fr', 'en'] as const
export type Locale = (typeof locales)[number]

export const localized = z.object({ fr: z.string().min(1), en: z.string().min(1) })
export type Localized = z.infer<typeof localized>

/** The same text with its English still to come: what an author may leave behind while writing. */
export const localizedDraft = z.object({ fr: z.string().min(1), en: z.string().min(1).optional() })
export type LocalizedDraft = z.infer<typeof localizedDraft>

/**
 * The text in a locale, and the language it is really in, so that the page can mark it with `lang`.
 * English that is missing falls back on French.
 */
export function inLocale(text: LocalizedDraft, locale: Locale): { text: string; lang: Locale } {
  const english = text.en
  if (locale === 'en' && english !== undefined) return { text: english, lang: 'en' }
  return { text: text.fr, lang: 'fr' }
}
