import { licence } from '#lib/domain/licence.ts'
import { metric } from '#lib/domain/metric.ts'
import { publicCall } from '#lib/domain/public-call.ts'
import { publicInitiative } from '#lib/domain/public-initiative.ts'
import { publicLaureate } from '#lib/domain/public-laureate.ts'
import { publicEstimate, publicRupture, publicRuptureDetail } from '#lib/domain/public-rupture.ts'
import { publishedResult } from '#lib/domain/result.ts'
import { publicSource, publicSourceDetail } from '#lib/domain/public-source.ts'
import { slug } from '#lib/domain/slug.ts'
import { listCalls } from '#lib/server/call/list-calls.ts'
import { showCall } from '#lib/server/call/show-call.ts'
import { listInitiatives } from '#lib/server/initiative/list-initiatives.ts'
import { showInitiative } from '#lib/server/initiative/show-initiative.ts'
import { listLaureates } from '#lib/server/laureate/list-laureates.ts'
import { showLaureate } from '#lib/server/laureate/show-laureate.ts'
import { listMetrics } from '#lib/server/metric/list-metrics.ts'
import { listPublicEstimates } from '#lib/server/open-data/list-public-estimates.ts'
import { listPublicRuptures } from '#lib/server/open-data/list-public-ruptures.ts'
import { permalink } from '#lib/server/open-data/permalink.ts'
import { showPublicRupture } from '#lib/server/open-data/show-public-rupture.ts'
import { type Caller, visitor } from '#lib/server/opening.ts'
import { listResults } from '#lib/server/result/list-results.ts'
import { listSources } from '#lib/server/source/list-sources.ts'
import { showSource } from '#lib/server/source/show-source.ts'
import { z } from 'zod'

/** A public address of the interface: what it gives, in which shape, and how it is read. */
export type Resource = { summary: string; output: z.ZodType; read: (slug: string) => Promise<unknown> }

const lasting = { permalink: z.url().meta({ description: 'Lasting address of the page, without language.' }) }
const licenceShape = z.object({ id: z.literal(licence.id), title: z.string(), url: z.url() }).meta({ id: 'Licence' })

const rupture = (it: { slug: string }) => `/ruptures/${it.slug}`
const estimate = (it: { slug: string; rupture: string }) => `/ruptures/${it.rupture}#${it.slug}`
const call = (it: { slug: string }) => `/calls/${it.slug}`
const laureate = (it: { slug: string }) => `/laureates/${it.slug}`
const initiative = (it: { slug: string }) => `/initiatives/${it.slug}`
const source = (it: { id: string }) => `/sources/${it.id}`
const result = (it: { call: string; sequence: number; metricId: string }) => `/results/${it.call}/${it.sequence}#m-${it.metricId}`
const itsMetric = (it: { slug: string }) => `/metrics#${it.slug}`

/** All of a kind: few enough to be given whole, so there is no paging. */
function list<Item>(summary: string, shape: z.ZodObject, name: string, path: (it: Item) => string, read: (caller: Caller, input: Record<string, never>) => Promise<readonly Item[]>): Resource {
  const items = z.array(shape.extend(lasting).meta({ id: name }))
  return {
    summary,
    output: z.object({ licence: licenceShape, items }),
    read: async () => ({ licence, items: (await read(visitor, {})).map((it) => Object.assign(it as object, { permalink: permalink(path(it)) })) }),
  }
}

function one<Item>(summary: string, shape: z.ZodObject, name: string, path: (it: Item) => string, read: (caller: Caller, input: { slug: string }) => Promise<Item>): Resource {
  return {
    summary,
    output: shape.extend({ ...lasting, licence: licenceShape }).meta({ id: name }),
    read: async (asked) => {
      const it = await read(visitor, { slug: asked })
      return { ...it, licence, permalink: permalink(path(it)) }
    },
  }
}

/** The table of public addresses: routes answer from it and the OpenAPI document is written from it. */
export const resources = {
  '/api/v1/ruptures': list('Every documented rupture as it stands, with its estimates', publicRupture, 'Rupture', rupture, listPublicRuptures),
  '/api/v1/ruptures/{slug}': one('One rupture, with its versions and the laureates held to mend it', publicRuptureDetail, 'RuptureDetail', rupture, showPublicRupture),
  '/api/v1/estimates': list('Every figure of every rupture, found or not', publicEstimate.extend({ rupture: slug, ruptureVersion: z.int() }), 'RuptureEstimate', estimate, listPublicEstimates),
  '/api/v1/calls': list('Published calls for projects, with phases, challenges, partners and laureates', publicCall, 'Call', call, listCalls),
  '/api/v1/calls/{slug}': one('One call for projects', publicCall, 'CallDetail', call, showCall),
  '/api/v1/laureates': list('Laureates of published calls', publicLaureate, 'Laureate', laureate, listLaureates),
  '/api/v1/laureates/{slug}': one('One laureate', publicLaureate, 'LaureateDetail', laureate, showLaureate),
  '/api/v1/sources': list('Publications behind the figures', publicSource, 'Source', source, listSources),
  '/api/v1/sources/{slug}': one('One source, with everything that rests on it', publicSourceDetail, 'SourceDetail', source, showSource),
  '/api/v1/initiatives': list('Series of calls', publicInitiative, 'Initiative', initiative, listInitiatives),
  '/api/v1/initiatives/{slug}': one('One series of calls', publicInitiative, 'InitiativeDetail', initiative, showInitiative),
  '/api/v1/results': list('What laureates measured, as last released: baseline, target, values with n and interval, amendments; null where hidden', publishedResult.extend({ call: slug, sequence: z.int(), releasedAt: z.string(), demonstration: z.boolean() }), 'ReleasedResult', result, listResults),
  '/api/v1/metrics': list('Measures outcomes can be followed with', metric, 'Metric', itsMetric, listMetrics),
} satisfies Record<string, Resource>

export type ResourcePath = keyof typeof resources
