import type { ResultRow } from '#db/read/result.ts'
import { column, type Dataset } from '#lib/domain/dataset.ts'
import { openDataWords } from '#lib/i18n/open-data-words.ts'
import { permalink } from '#lib/server/open-data/permalink.ts'

const t = openDataWords('fr')

/** One figure of a result: what was promised (`est_cible`), or what was measured over a period. */
export type ResultFigure = { result: ResultRow; estCible: boolean; date: string | null; from: string | null; value: number | null; low: number | null; high: number | null; n: number | null; hidden: boolean }

/** A result's figures: its baseline as the first measured one, its target, and each verified value. */
export function figuresOf(result: ResultRow): ResultFigure[] {
  const none = { low: null, high: null, from: null, hidden: false }
  return [
    { ...none, result, estCible: false, date: result.baselineOn, value: result.baseline, n: result.baselineN, hidden: result.baselineHidden },
    { ...none, result, estCible: true, date: result.targetOn, value: result.target, n: null },
    ...result.points.map(({ from, on, value, low, high, n, hidden }) => ({ result, estCible: false, date: on, from, value, low, high, n, hidden })),
  ]
}

/** Names of impact-service-public-numerique 0.5.0 where it has them, and ours: what is hidden is said, never left to look like zero. */
export const resultsDataset: Dataset<ResultFigure> = {
  name: 'results',
  key: ['metric_id', 'est_cible', 'date'],
  columns: [
    column('metric_id', 'string', ({ result }) => result.metricId),
    column('indicateur', 'string', ({ result }) => result.name),
    column('valeur', 'number', ({ value }) => value),
    column('unite_mesure', 'string', ({ result }) => result.unit),
    column('est_cible', 'boolean', ({ estCible }) => estCible),
    column('type_indicateur', 'string', () => t('results.kind')),
    column('date', 'date', ({ date }) => date),
    column('est_periode', 'boolean', ({ from }) => from !== null),
    column('date_debut', 'date', ({ from }) => from),
    column('est_automatise', 'boolean', () => false),
    column('source_collecte', 'string', ({ result }) => result.dataSource),
    column('effectif', 'integer', ({ n }) => n),
    column('borne_basse', 'number', ({ low }) => low),
    column('borne_haute', 'number', ({ high }) => high),
    column('masque', 'boolean', ({ hidden }) => hidden),
    column('methode', 'string', ({ result }) => result.method),
    column('comparateur', 'string', ({ result }) => result.comparator),
    column('avenants', 'integer', ({ result }) => result.amendments.length),
    column('laureat', 'string', ({ result }) => result.laureate),
    column('rupture', 'string', ({ result }) => result.rupture),
    column('appel', 'string', ({ result }) => result.call),
    column('publication', 'integer', ({ result }) => result.sequence),
    column('demonstration', 'boolean', ({ result }) => result.demonstration),
    column('permalink', 'string', ({ result }) => permalink(`/results/${result.call}/${result.sequence}#m-${result.metricId}`)),
  ],
}
