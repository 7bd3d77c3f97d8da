import { bothLanguages, column, type Dataset } from '#lib/domain/dataset.ts'
import type { PublicCall } from '#lib/domain/public-call.ts'
import type { PublicLaureate } from '#lib/domain/public-laureate.ts'
import type { Metric } from '#lib/domain/metric.ts'
import type { PublicEstimate, PublicRupture } from '#lib/domain/public-rupture.ts'
import type { PublicSource } from '#lib/domain/public-source.ts'
import { headCount } from '#lib/domain/rupture.ts'
import { permalink } from '#lib/server/open-data/permalink.ts'

const people = (row: PublicRupture) => headCount(row.estimates)

export const rupturesDataset: Dataset<PublicRupture> = {
  name: 'ruptures',
  key: ['slug'],
  columns: [
    column('slug', 'string', ({ slug }) => slug),
    column('stage', 'string', ({ stage }) => stage),
    column('stage_is_proposal', 'boolean', ({ stageIsProposal }) => stageIsProposal),
    column('field', 'string', ({ field }) => field),
    ...bothLanguages<PublicRupture>('title', ({ title }) => title),
    ...bothLanguages<PublicRupture>('summary', ({ summary }) => summary),
    ...bothLanguages<PublicRupture>('population', ({ population }) => population),
    ...bothLanguages<PublicRupture>('indicator_definition', ({ indicatorDefinition }) => indicatorDefinition),
    column('quantified', 'boolean', ({ quantified }) => quantified),
    column('comparable', 'boolean', ({ comparable }) => comparable),
    column('people_low', 'number', (row) => people(row)?.low),
    column('people_central', 'number', (row) => people(row)?.central),
    column('people_high', 'number', (row) => people(row)?.high),
    ...bothLanguages<PublicRupture>('people_unit', (row) => people(row)?.unit),
    column('people_size_kind', 'string', (row) => people(row)?.sizeKind),
    column('people_year', 'year', (row) => people(row)?.year),
    column('people_source_id', 'string', (row) => people(row)?.sourceId),
    column('evidence', 'string', ({ evidence }) => evidence),
    column('data_source_types', 'list', ({ dataSourceTypes }) => dataSourceTypes),
    column('source_ids', 'list', ({ sourceIds }) => sourceIds),
    column('version', 'integer', ({ version }) => version),
    column('content_hash', 'string', ({ contentHash }) => contentHash),
    column('published_at', 'datetime', ({ publishedAt }) => publishedAt),
    column('permalink', 'string', ({ slug }) => permalink(`/ruptures/${slug}`)),
  ],
}

/** An estimate with the rupture it belongs to. */
export type RuptureEstimate = PublicEstimate & { rupture: string; ruptureVersion: number }

export const estimatesDataset: Dataset<RuptureEstimate> = {
  name: 'estimates',
  key: ['rupture', 'slug'],
  columns: [
    column('rupture', 'string', ({ rupture }) => rupture),
    column('rupture_version', 'integer', ({ ruptureVersion }) => ruptureVersion),
    column('slug', 'string', ({ slug }) => slug),
    column('kind', 'string', ({ kind }) => kind),
    ...bothLanguages<RuptureEstimate>('name', ({ name }) => name),
    column('quantified', 'boolean', ({ quantified }) => quantified),
    column('low', 'number', ({ low }) => low),
    column('central', 'number', ({ central }) => central),
    column('high', 'number', ({ high }) => high),
    column('range_kind', 'string', ({ rangeKind }) => rangeKind),
    column('range_source_id', 'string', ({ rangeSourceId }) => rangeSourceId),
    column('approximate', 'boolean', ({ approximate }) => approximate),
    column('computed', 'boolean', ({ computed }) => computed),
    ...bothLanguages<RuptureEstimate>('unit', ({ unit }) => unit),
    column('size_kind', 'string', ({ sizeKind }) => sizeKind),
    column('year', 'year', ({ year }) => year),
    ...bothLanguages<RuptureEstimate>('place', ({ place }) => place),
    column('evidence', 'string', ({ evidence }) => evidence),
    column('source_id', 'string', ({ sourceId }) => sourceId),
    column('conflict_group', 'string', ({ conflictGroup }) => conflictGroup),
    ...bothLanguages<RuptureEstimate>('note', ({ note }) => note),
    column('permalink', 'string', ({ rupture, slug }) => permalink(`/ruptures/${rupture}#${slug}`)),
  ],
}

export const sourcesDataset: Dataset<PublicSource> = {
  name: 'sources',
  key: ['id'],
  columns: [
    column('id', 'string', ({ id }) => id),
    column('title', 'string', ({ title }) => title),
    column('language', 'string', ({ language }) => language),
    ...bothLanguages<PublicSource>('publisher', ({ publisher }) => publisher),
    column('year', 'year', ({ year }) => year),
    column('kind', 'string', ({ kind }) => kind),
    column('url', 'string', ({ url }) => url),
    column('figures', 'integer', ({ figures }) => figures),
    ...bothLanguages<PublicSource>('note', ({ note }) => note),
    column('permalink', 'string', ({ id }) => permalink(`/sources/${id}`)),
  ],
}

export const callsDataset: Dataset<PublicCall> = {
  name: 'calls',
  key: ['slug'],
  columns: [
    column('slug', 'string', ({ slug }) => slug),
    column('initiative', 'string', ({ initiative }) => initiative.slug),
    column('edition', 'integer', ({ edition }) => edition),
    ...bothLanguages<PublicCall>('title', ({ title }) => title),
    column('external', 'boolean', ({ external }) => external),
    column('demonstration', 'boolean', ({ demonstration }) => demonstration),
    column('run_here', 'boolean', ({ runHere }) => runHere),
    column('opens_on', 'date', ({ opensOn }) => opensOn),
    column('closes_on', 'date', ({ closesOn }) => closesOn),
    column('opens_at', 'datetime', ({ opensAt }) => opensAt),
    column('closes_at', 'datetime', ({ closesAt }) => closesAt),
    column('deadline_changes', 'integer', ({ deadlineChanges }) => deadlineChanges.length),
    column('answer_on', 'date', ({ answerOn }) => answerOn),
    ...bothLanguages<PublicCall>('opens_on_note', ({ opensOnNote }) => opensOnNote),
    ...bothLanguages<PublicCall>('target', ({ target }) => target.text),
    column('quantified', 'boolean', ({ applications }) => applications.received !== null),
    column('applications_received', 'integer', ({ applications }) => applications.received),
    column('applications_approximate', 'boolean', ({ applications }) => applications.approximate),
    column('applications_source_id', 'string', ({ applications }) => applications.sourceId),
    column('challenges', 'list', ({ challenges }) => challenges.map(({ slug }) => slug)),
    column('partners', 'list', ({ partners }) => partners.map(({ name }) => name)),
    column('laureates', 'list', ({ laureates }) => laureates.map(({ slug }) => slug)),
    column('laureates_complete', 'boolean', ({ laureatesComplete }) => laureatesComplete),
    column('budget_euros', 'integer', ({ budget }) => budget?.euros),
    column('source_ids', 'list', ({ sourceIds }) => sourceIds),
    column('permalink', 'string', ({ slug }) => permalink(`/calls/${slug}`)),
  ],
}

export const laureatesDataset: Dataset<PublicLaureate> = {
  name: 'laureates',
  key: ['slug'],
  columns: [
    column('slug', 'string', ({ slug }) => slug),
    column('name', 'string', ({ name }) => name),
    column('call', 'string', ({ call }) => call.slug),
    column('call_is_inferred', 'boolean', ({ callIsInferred }) => callIsInferred),
    column('demonstration', 'boolean', ({ demonstration }) => demonstration),
    ...bothLanguages<PublicLaureate>('solution', ({ solution }) => solution),
    column('ruptures', 'list', (row) => row.ruptures.map(({ slug }) => slug)),
    column('ruptures_are_proposal', 'boolean', (row) => row.ruptures.some(({ isProposal }) => isProposal)),
    ...bothLanguages<PublicLaureate>('ruptures_note', ({ rupturesNote }) => rupturesNote),
    ...bothLanguages<PublicLaureate>('note', ({ note }) => note),
    column('source_id', 'string', ({ sourceId }) => sourceId),
    column('permalink', 'string', ({ slug }) => permalink(`/laureates/${slug}`)),
  ],
}

export const metricsDataset: Dataset<Metric> = {
  name: 'metrics',
  key: ['slug'],
  columns: [
    column('slug', 'string', ({ slug }) => slug),
    column('family', 'string', ({ family }) => family),
    ...bothLanguages<Metric>('name', ({ name }) => name),
    ...bothLanguages<Metric>('unit', ({ unit }) => unit),
    column('direction', 'string', ({ direction }) => direction),
    ...bothLanguages<Metric>('method', ({ method }) => method),
    column('is_proposal', 'boolean', ({ isProposal }) => isProposal),
    column('source_id', 'string', ({ sourceId }) => sourceId),
    ...bothLanguages<Metric>('note', ({ note }) => note),
    column('permalink', 'string', ({ slug }) => permalink(`/metrics#${slug}`)),
  ],
}
