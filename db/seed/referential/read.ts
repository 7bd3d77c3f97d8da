/**
 * The référentiel as files, checked against the shapes of lib/domain. A wrong file stops the start with the path of
 * what is wrong in it. One figure is withheld: its own source says not to publish it unchecked.
 */
import { z } from 'zod'
import calls from '#db/seed/referential/calls.json' with { type: 'json' }
import context from '#db/seed/referential/context.json' with { type: 'json' }
import initiatives from '#db/seed/referential/initiatives.json' with { type: 'json' }
import metrics from '#db/seed/referential/metrics.json' with { type: 'json' }
import notFound from '#db/seed/referential/not-found.json' with { type: 'json' }
import organisations from '#db/seed/referential/organisations.json' with { type: 'json' }
import prioritisation from '#db/seed/referential/prioritisation.json' with { type: 'json' }
import programmeTemplate from '#db/seed/referential/programme-template.json' with { type: 'json' }
import rubric from '#db/seed/referential/rubric.json' with { type: 'json' }
import rules from '#db/seed/referential/rules.json' with { type: 'json' }
import ruptures from '#db/seed/referential/ruptures.json' with { type: 'json' }
import sources from '#db/seed/referential/sources.json' with { type: 'json' }
import stages from '#db/seed/referential/stages.json' with { type: 'json' }
import { call } from '#lib/domain/call.ts'
import { type Estimate, estimate } from '#lib/domain/estimate.ts'
import { initiative } from '#lib/domain/initiative.ts'
import { localized } from '#lib/domain/localized.ts'
import { metric } from '#lib/domain/metric.ts'
import { organisationKinds } from '#lib/domain/organisation.ts'
import { referentialDocuments } from '#lib/domain/referential.ts'
import { ruptureContent } from '#lib/domain/rupture.ts'
import { slug } from '#lib/domain/slug.ts'
import { source, sourceId } from '#lib/domain/source.ts'
import { stage } from '#lib/domain/stage.ts'

/** An estimate as filed: `withheld` says, in words for the reader, why its numbers stay in the file. */
const filedEstimate = estimate.extend({ withheld: localized.optional() })

const filed = z.object({
  sources: z.array(source),
  stages: z.array(stage),
  ruptures: z.array(ruptureContent.extend({ estimates: z.array(filedEstimate) })),
  initiatives: z.array(initiative),
  /** Partners and laureates; their kind is our reading. */
  organisations: z.array(z.object({ slug, name: z.string().min(1), kind: z.enum(organisationKinds), sourceId })),
  calls: z.array(call),
  metrics: z.array(metric),
  documents: z.object(referentialDocuments),
})
export type Referential = z.infer<typeof filed>

/** The files, whole. Throws `ZodError` when one is not in shape. */
export function readFiles(): Referential {
  const documents = { rules, prioritisation, 'programme-template': programmeTemplate, rubric, context, 'not-found': notFound }
  return filed.parse({ sources, stages, ruptures, initiatives, organisations, calls, metrics, documents })
}

/** The estimate as it may be shown: a withheld one has no number, only the reason. */
export function publishable({ withheld, ...it }: z.infer<typeof filedEstimate>): Estimate {
  if (withheld === undefined) return it
  return { ...it, low: null, central: null, high: null, rangeKind: null, approximate: false, evidence: null, sizeKind: null, note: withheld }
}
