/**
 * A laureate's metric: what is counted, over whom and how, from which baseline to which target. Locked by laureate and
 * manager together; what changes later is a dated amendment.
 */
export const metricMeasures = ['proportion', 'mean', 'duration', 'count', 'rate'] as const
export type MetricMeasure = (typeof metricMeasures)[number]

export const comparators = ['none', 'before-after', 'controlled'] as const
export type Comparator = (typeof comparators)[number]

/** Draft is its writer's organisation's, submitted awaits somebody else's check, verified stands and only a correction replaces it. */
export const measurementStates = ['draft', 'submitted', 'verified'] as const
export type MeasurementState = (typeof measurementStates)[number]
