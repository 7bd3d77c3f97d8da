import type { Stage } from '#db/seed/demonstration/programmes.ts'
import { addDays, addMonths } from '#lib/domain/day.ts'
import { definitionOf } from '#lib/domain/metric-definition.ts'
import { enterMeasurement } from '#lib/server/measurement/enter-measurement.ts'
import { verifyMeasurement } from '#lib/server/measurement/verify-measurement.ts'
import { agreeMetric } from '#lib/server/programme-metric/agree-metric.ts'
import { amendMetric } from '#lib/server/programme-metric/amend-metric.ts'
import { shapeMetric } from '#lib/server/programme-metric/shape-metric.ts'

type ToldMetric = Stage['told']['metrics'][number]

/** Each claim's metric: shaped, agreed to by both, amended, measured. */
export async function playMetrics(stage: Stage): Promise<void> {
  for (const metric of stage.told.metrics) {
    await lock(stage, metric)
    await amend(stage, metric)
    await measure(stage, metric)
  }
}

const find = async ({ now }: Stage, { claim }: ToldMetric) => (await now()).metrics.find(({ claimPosition }) => claimPosition === claim)

async function lock(stage: Stage, metric: ToldMetric): Promise<void> {
  const { ownerId, managerId, at, dayOf } = stage
  const { claim: _claim, locked, amendment: _amendment, measured: _measured, ...shaped } = metric
  const its = await find(stage, metric)
  if (!its || its.lockedAt !== null) return
  const day = locked ?? 30
  if (its.numerator === null) await shapeMetric(at(ownerId, day - 3, '14:00'), { metricId: its.id, version: its.version, ...definitionOf(its), ...shaped, baselineOn: dayOf(0) })
  if (locked === undefined) return
  const version = (await find(stage, metric))?.version ?? 0
  if (its.laureateAgreedAt === null) await agreeMetric(at(ownerId, locked - 1, '11:00'), { metricId: its.id, version })
  await agreeMetric(at(managerId, locked, '11:00'), { metricId: its.id, version })
}

async function amend(stage: Stage, metric: ToldMetric): Promise<void> {
  const its = await find(stage, metric)
  if (!metric.amendment || !its || its.amendments > 0) return
  const { day, reason, target, population } = metric.amendment
  await amendMetric(stage.at(stage.managerId, day, '16:00'), { metricId: its.id, version: its.version, ...definitionOf(its), target, population, reason })
}

async function measure(stage: Stage, metric: ToldMetric): Promise<void> {
  const { told, ownerId, managerId, person, at, dayOf } = stage
  const verifier = (by: 'manager' | 'mentor') => (by === 'manager' ? managerId : person(told.mentors[0]?.partner ?? ''))
  for (const { from, to, numerator, denominator, day, verified, by, note } of metric.measured) {
    const its = await find(stage, metric)
    if (!its) continue
    const [periodStart, periodEnd] = [addMonths(dayOf(0), from), addDays(addMonths(dayOf(0), to), -1)]
    const known = its.measurements.find((each) => each.periodEnd === periodEnd && each.state !== 'draft')
    if (!known) await enterMeasurement(at(ownerId, day, '17:00'), { metricId: its.id, key: `demonstration-${to}`, periodStart, periodEnd, numerator, denominator, n: denominator, note: note ?? '', submit: true })
    const entered = (await find(stage, metric))?.measurements.find((each) => each.periodEnd === periodEnd && each.state === 'submitted')
    if (entered && verified !== undefined) await verifyMeasurement(at(verifier(by), verified, '10:30'), { measurementId: entered.id, version: entered.version })
  }
}
