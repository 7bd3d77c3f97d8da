/** Does the shortlist hang on one partner, on one weight, on the choice between mean and median? Exact, like the ranking itself. */
import { type Places, shortlisted } from '#lib/domain/official-ranking.ts'
import { officialScore } from '#lib/domain/official-score.ts'
import type { RankingRules } from '#lib/domain/ranking.ts'
import type { Aggregate } from '#lib/domain/round.ts'
import type { ScoreTable } from '#lib/domain/score-table.ts'
import { type ShortlistChange, shortlistChange } from '#lib/domain/shortlist-change.ts'

/** Per cent by which each weight is moved, the others staying as they are. */
const weightSwing = 20

export type Scenario =
  | { kind: 'without-organisation'; organisationId: string }
  | { kind: 'weight'; criterionId: string; percent: number }
  | { kind: 'aggregate'; aggregate: Aggregate }

export type Sensitivity = ShortlistChange & {
  scenario: Scenario
  /** On the shortlist, and without any evaluation in this scenario: they leave because nobody is left to speak of them. */
  unscored: string[]
}

/** Every scenario, also those that change nothing: each organisation that evaluated, each weight down and up, the other aggregate. */
export function sensitivities(table: ScoreTable, official: Places, rules: RankingRules): Sensitivity[] {
  const before = shortlisted(table, rules, official.scores)
  const organisations = [...new Set(Array.from(table.scorer, (index) => organisationOf(table, index)))].toSorted((a, b) => (a < b ? -1 : 1))
  const other: Aggregate = rules.aggregate === 'mean' ? 'median' : 'mean'
  const named = (indices: readonly number[]) => indices.map((index) => table.applications[index] as string)
  const tried = (scenario: Scenario, changed: ScoreTable, under: RankingRules, scores: Places['scores']): Sensitivity => ({
    scenario,
    ...shortlistChange(named(before), named(shortlisted(changed, under, scores))),
    unscored: named(before.filter((index) => scores[index] === null)),
  })
  const again = (changed: ScoreTable, under: RankingRules) => changed.rows.map((rows) => officialScore(changed, under, rows))
  return [
    ...organisations.map((organisationId) => {
      const rows = without(table, organisationId)
      const scores = rows.map((own, index) => (own === table.rows[index] ? official.scores[index] ?? null : officialScore(table, rules, own)))
      return tried({ kind: 'without-organisation', organisationId }, { ...table, rows }, rules, scores)
    }),
    ...table.criteria.flatMap((criterionId, column) => [-weightSwing, weightSwing].map((percent) => {
      const changed = { ...table, weights: table.weights.map((weight, index) => weight * (index === column ? 100 + percent : 100)) }
      return tried({ kind: 'weight', criterionId, percent }, changed, rules, again(changed, rules))
    })),
    tried({ kind: 'aggregate', aggregate: other }, table, { ...rules, aggregate: other }, again(table, { ...rules, aggregate: other })),
  ]
}

/** The rows of each application without those of one organisation; the same array where it had none. */
function without({ rows, scorer, scorers }: ScoreTable, organisationId: string): ScoreTable['rows'] {
  const theirs = scorers.map((it) => it.organisationId === organisationId)
  const isTheirs = (row: number) => theirs[scorer[row] as number] as boolean
  return rows.map((own) => (own.some(isTheirs) ? own.filter((row) => !isTheirs(row)) : own))
}

function organisationOf({ scorers }: ScoreTable, index: number): string {
  return scorers[index]?.organisationId as string
}
