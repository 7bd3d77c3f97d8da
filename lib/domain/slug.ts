/** Slugs are the names things carry in addresses: lower-case ASCII words joined by hyphens. */
import { z } from 'zod'
import { fold } from '#lib/domain/search.ts'

export const slug = z.string().max(120).regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
export type Slug = z.infer<typeof slug>

/** "Délai moyen (borne basse)" → "delai-moyen-borne-basse"; '' when no letter or digit remains. */
export function toSlug(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 120)
    .replace(/^-+|-+$/g, '')
}
