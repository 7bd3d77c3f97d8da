import { z } from 'zod'

/** A text of the portal's data in its languages. French is always there; English may be missing and falls back to it. */
export const localized = z.object({ fr: z.string(), en: z.string().optional() }).meta({ id: 'Localized' })

export type Localized = z.infer<typeof localized>

/** The text in `locale`, or in French where no translation exists. */
export function inLocale(text: Localized, locale: 'fr' | 'en'): string {
  return text[locale] ?? text.fr
}
