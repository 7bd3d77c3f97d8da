import { asc, getTableColumns } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { metric } from '#db/schema/rupture.ts'
import type { Metric } from '#lib/domain/metric.ts'

/** All metrics in the order of the référentiel. */
export function readMetrics(read: Reader): Promise<Metric[]> {
  const { position, ...shown } = getTableColumns(metric)
  return read.select(shown).from(metric).orderBy(asc(position))
}
