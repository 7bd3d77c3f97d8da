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

/** Like `toSlug`, within `most` characters, and different from those taken: "mesure", "mesure-2". `otherwise` when nothing remains. */
export function freshSlug(text: string, taken: ReadonlySet<string>, otherwise: string, most = 60): string {
  const base = toSlug(text).slice(0, most).replace(/-+$/, '') || otherwise
  if (!taken.has(base)) return base
  for (let count = 2; ; count += 1) if (!taken.has(`${base}-${count}`)) return `${base}-${count}`
}
