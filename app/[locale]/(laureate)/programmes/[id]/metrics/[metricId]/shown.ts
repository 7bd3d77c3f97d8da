import { getTranslations } from 'next-intl/server'
import type { Plotted } from '#components/chart/measurement-plot.tsx'
import { parisDate } from '#lib/domain/calendar.ts'
import { measuredSeries } from '#lib/domain/measured-series.ts'
import type { ShownMetric } from '#lib/server/programme-metric/show-metrics.ts'

/** What the plot of a metric is drawn from. */
export function plottedOf({ metric, measurements, amendments, programme: { startsOn, months } }: ShownMetric): Plotted {
  const { baseline, baselineOn, target, targetOn, unit } = metric
  return { points: measuredSeries(metric, measurements), baseline, baselineOn, target, targetOn, amendedOn: amendments.map(({ amendedAt }) => parisDate(amendedAt)), startsOn, months, percent: unit.startsWith('%') }
}

type Measurements = ShownMetric['measurements']

/** What the form is for, as the address asks: a draft to change, a verified measurement to correct, else a new one. */
export function writtenOf(measurements: Measurements, { write, correct }: Record<string, string | string[] | undefined>): { deed: 'enter' | 'change' | 'correct'; written: Measurements[number] | null } {
  const draft = measurements.find(({ id, state }) => id === write && state === 'draft')
  if (draft) return { deed: 'change', written: draft }
  const verified = measurements.find(({ id, state }) => id === correct && state === 'verified')
  return verified ? { deed: 'correct', written: verified } : { deed: 'enter', written: null }
}

const deeds = ['draft', 'submitted', 'verified', 'returned', 'discarded'] as const
const settled = ['saved', 'agreed', 'locked', 'amended'] as const

/** What was just done, as the address says, in words; null for anything else. */
export async function doneWords(done: string | string[] | undefined): Promise<string | null> {
  const deed = deeds.find((each) => each === done)
  if (deed) return (await getTranslations('measurement.done'))(deed)
  const word = settled.find((each) => each === done)
  return word ? (await getTranslations('programme-metric'))(word) : null
}
