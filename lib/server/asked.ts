import { slug } from '#lib/domain/slug.ts'
import { z } from 'zod'

/** What an address names. Anything that cannot be a slug becomes '', which names nothing: not found, never invalid. */
export const askedSlug = z.object({ slug: slug.catch('') })
