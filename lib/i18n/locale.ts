/** The languages of the portal, the first being the one shown when nothing else is asked for. */
export const locales = ['fr', 'en'] as const

export type Locale = (typeof locales)[number]

export const defaultLocale: Locale = 'fr'

/** True when `value` is one of the portal's languages. */
export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value)
}

/**
 * The language to send a visitor to who asked for none: the first of `acceptLanguage`
 * (RFC 9110 §12.5.4, by quality) that the portal speaks, else French.
 */
export function preferredLocale(acceptLanguage: string | undefined): Locale {
  const asked = (acceptLanguage ?? '').slice(0, 500).split(',').map((part) => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
    const quality = parameters.map((text) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(text)?.[1]).find(Boolean)
    return { language: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality) }
  })
  const best = asked.filter(({ quality }) => quality > 0).sort((a, b) => b.quality - a.quality)
  return best.map(({ language }) => language).find(isLocale) ?? defaultLocale
}
