import { scaleLinear } from 'd3-scale'

export type Axis = { max: number; at: (value: number) => number; ticks: number[] }

/** An axis from zero to a round number that holds all values, `width` long. Percentages always end at 100. */
export function axisFrom(values: readonly number[], width: number, percent: boolean): Axis {
  const scale = percent && Math.max(...values) <= 100 ? scaleLinear([0, 100], [0, width]) : scaleLinear([0, Math.max(1e-9, ...values)], [0, width]).nice(4)
  return { max: scale.domain()[1] ?? 1, at: (value) => Math.round(scale(value) * 10) / 10, ticks: scale.ticks(4) }
}
