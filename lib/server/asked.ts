import { slug } from '#lib/domain/slug.ts'
import { isLocale, type Locale } from '#lib/i18n/locale.ts'
import { z } from 'zod'

/** What an address names. Anything that cannot be a slug becomes '', which names nothing: not found, never invalid. */
export const askedSlug = z.object({ slug: slug.catch('') })

/** The language a file is asked for in, `?locale=en`; French unless it is one we have. */
export function askedLocale(request: Request): Locale {
  const asked = new URL(request.url).searchParams.get('locale') ?? ''
  return isLocale(asked) ? asked : 'fr'
}
