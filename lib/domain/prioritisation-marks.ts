/**
 * The marks that facts alone can give, from 0 to 5. Scales: `prioritisation_method` of the referential, a proposal.
 * Severity, existing answers and innovation need two markers, one of them a service user: until then they are missing.
 */
import { type Estimate, interval } from '#lib/domain/estimate.ts'
import type { CriterionSlug } from '#lib/domain/prioritisation-method.ts'
import { type DataSourceType, headCount, type Rupture, sizeInPeople } from '#lib/domain/rupture.ts'

export const highestMark = 5

/** not-found: no figure; not-comparable: the figure counts visits, a total over years or part of France; not-marked: nobody did. */
const missingReasons = ['not-found', 'not-comparable', 'not-marked'] as const
export type MissingReason = (typeof missingReasons)[number]

/** A cell of the matrix. A range in the figure is a range in the mark. */
export type Cell = { state: 'marked'; low: number; central: number; high: number } | { state: 'missing'; reason: MissingReason }
export type Marks = Readonly<Record<CriterionSlug, Cell>>

/** Upper limits, not included, of marks 1 to 4, in people in France in a year. */
const patientLimits = [10_000, 50_000, 200_000, 1_000_000]
/** Upper limits, not included, of marks 1 to 4, in euros a year. */
const costLimits = [50e6, 250e6, 1e9, 5e9]

/** 1 under 10,000 people, 2 under 50,000, 3 under 200,000, 4 under a million, 5 from there. */
export function patientsMark(people: number): number {
  return 1 + patientLimits.filter((limit) => people >= limit).length
}

/** 1 under €50m a year, 2 under €250m, 3 under €1bn, 4 under €5bn, 5 from there. */
export function costMark(euros: number): number {
  return 1 + costLimits.filter((limit) => euros >= limit).length
}

/**
 * Data availability: 5 for a yearly national register or claims database, 3 for a survey or a study made once.
 * Which type is which is our proposal; a rupture takes the best of its types, and 0 when it has none.
 */
const dataMarks: Readonly<Record<DataSourceType, 3 | 5>> = {
  CRCDC: 5, 'CépiDc': 5, EGB: 5, IQSS: 5, OSCOUR: 5, 'OSCOUR/RPU': 5, PMSI: 5, 'RIM-P': 5, RPPS: 5, SAE: 5, SNDS: 5,
  enquete: 3, 'enquete-ARS': 3, 'enquete-DREES': 3, 'enquete-association': 3, etude: 3, litterature: 3, sondage: 3,
}

export function dataMark(types: readonly DataSourceType[]): number {
  return Math.max(0, ...types.map((type) => dataMarks[type]))
}

type Marked = Pick<Rupture, 'dataSourceTypes'> & { estimates: readonly Pick<Estimate, 'kind' | 'low' | 'central' | 'high' | 'sizeKind'>[] }

/** The row of a rupture in the matrix, as far as facts go. */
export function marksFromFacts({ dataSourceTypes, estimates }: Marked): Marks {
  const count = headCount(estimates)
  const cost = estimates.find(({ kind }) => kind === 'cost')
  const data = dataMark(dataSourceTypes)
  const missing = (reason: MissingReason): Cell => ({ state: 'missing', reason })
  const found = count !== null && interval(count).shape !== 'not-quantified'
  return {
    patients: !found ? missing('not-found') : sizeInPeople(estimates) === null ? missing('not-comparable') : cell(count, patientsMark),
    cost: cost === undefined ? missing('not-found') : cell(cost, costMark),
    severity: missing('not-marked'),
    need: missing('not-marked'),
    innovation: missing('not-marked'),
    data: { state: 'marked', low: data, central: data, high: data },
  }
}

function cell(figures: Pick<Estimate, 'low' | 'central' | 'high'>, mark: (value: number) => number): Cell {
  const range = interval(figures)
  switch (range.shape) {
    case 'not-quantified':
      return { state: 'missing', reason: 'not-found' }
    case 'point':
      return marked(mark(range.value), mark(range.value), mark(range.value))
    case 'range':
      return marked(mark(range.low), mark(range.central ?? (range.low + range.high) / 2), mark(range.high))
    case 'at-least':
      return marked(mark(range.low), mark(range.low), highestMark)
    case 'at-most':
      return marked(1, mark(range.high), mark(range.high))
  }
}

function marked(low: number, central: number, high: number): Cell {
  return { state: 'marked', low, central, high }
}
