import { type Column, type Dataset, type DatasetName, datasetCsv, datasetRecords, tableSchema } from '#lib/domain/dataset.ts'
import { licence } from '#lib/domain/licence.ts'
import { listCalls } from '#lib/server/call/list-calls.ts'
import { listLaureates } from '#lib/server/laureate/list-laureates.ts'
import { listMetrics } from '#lib/server/metric/list-metrics.ts'
import * as datasets from '#lib/server/open-data/datasets.ts'
import { aidSchemesDataset, grantsDataset } from '#lib/server/open-data/french-datasets.ts'
import { listAidSchemes, listGrants } from '#lib/server/open-data/list-aid-schemes.ts'
import { listPublicEstimates } from '#lib/server/open-data/list-public-estimates.ts'
import { listPublicRuptures } from '#lib/server/open-data/list-public-ruptures.ts'
import { permalink } from '#lib/server/open-data/permalink.ts'
import type { Content } from '#lib/server/open-data/respond.ts'
import { type Caller, visitor } from '#lib/server/opening.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { operator } from '#lib/server/instance/operator.ts'
import { figuresOf, resultsDataset } from '#lib/server/open-data/result-dataset.ts'
import { listResults } from '#lib/server/result/list-results.ts'
import { listSources } from '#lib/server/source/list-sources.ts'

type Everything = Record<string, never>
type Offer = { name: DatasetName; conformsTo: string | undefined; columns: readonly Pick<Column<never>, 'name' | 'type'>[]; texts: Record<Format, () => Promise<Content>> }

export const formats = ['csv', 'json', 'schema.json'] as const
export type Format = (typeof formats)[number]

function offer<Row>(dataset: Dataset<Row>, list: (caller: Caller, input: Everything) => Promise<readonly Row[]>): Offer {
  const file = (format: Format) => `${dataset.name}.${format}`
  const json = (format: Format, value: unknown): Content => ({ type: 'application/json', body: `${JSON.stringify(value, null, 1)}\n`, fileName: file(format) })
  const rows = () => list(visitor, {})
  return {
    name: dataset.name,
    conformsTo: dataset.conformsTo,
    columns: dataset.columns,
    texts: {
      csv: async () => ({ type: 'text/csv; charset=utf-8', body: datasetCsv(dataset, await rows()), fileName: file('csv') }),
      json: async () =>
        json('json', { dataset: dataset.name, licence, permalink: permalink(`/data/${file('json')}`), schema: permalink(`/data/${file('schema.json')}`), records: datasetRecords(dataset, await rows()) }),
      'schema.json': async () => json('schema.json', tableSchema(dataset)),
    },
  }
}

/** What can be downloaded: nine datasets, each as CSV, JSON and a description of its columns. */
export const published: readonly Offer[] = [
  offer(datasets.rupturesDataset, listPublicRuptures),
  offer(datasets.estimatesDataset, listPublicEstimates),
  offer(datasets.sourcesDataset, listSources),
  offer(datasets.callsDataset, listCalls),
  offer(datasets.laureatesDataset, listLaureates),
  offer(datasets.metricsDataset, listMetrics),
  offer(resultsDataset, async (caller, asked) => (await listResults(caller, asked)).flatMap(figuresOf)),
  offer(aidSchemesDataset, listAidSchemes),
  offer(grantsDataset, async (caller, asked) => (operator().siret === null ? [] : listGrants(caller, asked))),
]

/** The text of a file such as "ruptures.csv". Throws `not-found`. */
export function publishDataset(file: string): Promise<Content> {
  const found = published.find(({ name }) => file.startsWith(`${name}.`))
  const format = formats.find((known) => file === `${found?.name}.${known}`)
  if (found === undefined || format === undefined) throw new Refusal('not-found')
  return found.texts[format]()
}
