import { interval } from '#lib/domain/estimate.ts'
import type { PublicEstimate } from '#lib/domain/public-rupture.ts'
import { conflicts, headCount } from '#lib/domain/rupture.ts'

export type UnitGroup = { unit: string; percent: boolean; estimates: PublicEstimate[] }

/** The figures of a rupture as its page tells them: the two it is sized by, those that disagree, the rest, and the gaps. */
export function tellApart(estimates: readonly PublicEstimate[]): {
  people: PublicEstimate | null
  costs: PublicEstimate[]
  disagreements: PublicEstimate[][]
  groups: UnitGroup[]
  missing: PublicEstimate[]
} {
  const people = headCount(estimates)
  const costs = estimates.filter(({ kind }) => kind === 'cost')
  const disagreements = conflicts(estimates)
  const told = new Set<PublicEstimate>([...(people ? [people] : []), ...costs, ...disagreements.flat()])
  const rest = estimates.filter((it) => !told.has(it))
  const byUnit = Map.groupBy(rest.filter(({ quantified }) => quantified), ({ unit }) => unit?.fr ?? '')
  return {
    people,
    costs,
    disagreements,
    groups: [...byUnit].map(([unit, own]) => ({ unit, percent: unit.startsWith('%'), estimates: own })),
    missing: rest.filter(({ quantified }) => !quantified),
  }
}

/** Every number of a figure, for the axis it shares with others of its unit. */
export function numbersOf(estimate: PublicEstimate): number[] {
  const shape = interval(estimate)
  switch (shape.shape) {
    case 'not-quantified':
      return []
    case 'point':
      return [shape.value]
    case 'range':
      return [shape.low, shape.high]
    case 'at-least':
      // Room on the right, where the figure may still be.
      return [shape.low * 1.4]
    case 'at-most':
      return [shape.high]
  }
}
