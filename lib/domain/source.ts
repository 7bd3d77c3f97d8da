/**
 * A source is the publication behind a figure. Primary: official statistics or a peer-reviewed text;
 * secondary: press or trade page reporting one. Only the opening of most was read, so notes matter.
 */
import { z } from 'zod'
import { localized } from '#lib/domain/localized.ts'
import { slug } from '#lib/domain/slug.ts'

export const sourceKinds = ['primary', 'secondary'] as const
export type SourceKind = (typeof sourceKinds)[number]

/** Language of the publication, for the `lang` attribute of its title. */
export const sourceLanguages = ['fr', 'en', 'de'] as const

export const sourceId = slug

export const source = z.object({
  id: sourceId,
  title: z.string().min(1),
  language: z.enum(sourceLanguages),
  publisher: localized,
  year: z.int().min(1900).max(2100).nullable(),
  url: z.url({ protocol: /^https?$/ }).nullable(),
  kind: z.enum(sourceKinds),
  note: localized.nullable(),
})
export type Source = z.infer<typeof source>
