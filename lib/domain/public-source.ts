/** What anyone may read of a source: the publication, and the figures that rest on it. */
import { z } from 'zod'
import { localized } from '#lib/domain/localized.ts'
import { slug } from '#lib/domain/slug.ts'
import { source } from '#lib/domain/source.ts'

/** A figure that rests on the source, named so that a reader can go and see it. */
const citedFigure = z.object({ rupture: slug, ruptureTitle: localized, estimate: slug, name: localized, quantified: z.boolean() })
export type CitedFigure = z.infer<typeof citedFigure>

export const publicSource = source.extend({ figures: z.int().nonnegative() })
export type PublicSource = z.infer<typeof publicSource>

const titled = z.object({ slug, title: localized })

export const publicSourceDetail = publicSource
  .extend({
    citedBy: z.object({
      figures: z.array(citedFigure),
      ruptures: z.array(titled),
      calls: z.array(titled),
      laureates: z.array(z.object({ slug, name: z.string() })),
      metrics: z.array(z.object({ slug, name: localized })),
      /** Documents of the référentiel that name it: rules, method, rubric, programme, context. */
      documents: z.array(slug),
    }),
  })
export type PublicSourceDetail = z.infer<typeof publicSourceDetail>
