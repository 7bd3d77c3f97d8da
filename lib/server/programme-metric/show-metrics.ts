import { and, asc, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { file } from '#db/schema/file.ts'
import { programmeDocument } from '#db/schema/programme.ts'
import { amendment, measurement } from '#db/schema/programme-metric.ts'
import { currentRupture, estimate, rupture, ruptureVersion } from '#db/schema/rupture.ts'
import { source } from '#db/schema/source.ts'
import { type Actor, editorOf, manager, signedIn } from '#lib/domain/access.ts'
import { definitionGaps, definitionOf } from '#lib/domain/metric-definition.ts'
import { askedMetric, loadMetric, loadMeasuredProgramme, type MetricRow, type MeasuredProgramme, readMetrics } from '#lib/server/programme-metric/load-metric.ts'
import { askedProgramme, stillRuns } from '#lib/server/programme/load-programme.ts'
import { query } from '#lib/server/query.ts'

const measurementColumns = {
  id: measurement.id, metricId: measurement.metricId, periodStart: measurement.periodStart, periodEnd: measurement.periodEnd, value: measurement.value, numerator: measurement.numerator,
  denominator: measurement.denominator, sd: measurement.sd, n: measurement.n, method: measurement.method, note: measurement.note, state: measurement.state, surpriseReason: measurement.surpriseReason,
  correctsId: measurement.correctsId, correctionReason: measurement.correctionReason, returnedReason: measurement.returnedReason, recordedAt: measurement.recordedAt, submittedAt: measurement.submittedAt,
  verifiedAt: measurement.verifiedAt, version: measurement.version, submittedBy: measurement.submittedBy,
}

/** What the person may do here, so that screens offer it; each verb asks again. */
function rightsOf(actor: Actor, programme: MeasuredProgramme) {
  const laureate = editorOf(actor, programme.organisationId)
  const open = stillRuns(programme)
  return { side: laureate ? ('laureate' as const) : manager(actor) ? ('manager' as const) : null, shapes: open && (laureate || manager(actor)), amends: open && manager(actor), measures: open && laureate, verifies: open && (manager(actor) || programme.mentored), imports: open && (laureate || manager(actor)) }
}
export type MetricRights = ReturnType<typeof rightsOf>

/** What every page about a laureate's metrics says of the programme. */
function headOf({ id, organisationName, number, solution, startsOn, months, followUps, stoppedAt, callSlug, callTitle, demonstration }: MeasuredProgramme) {
  return { id, organisationName, number, solution, startsOn, months, followUps, stopped: stoppedAt !== null, call: { slug: callSlug, title: callTitle, demonstration } }
}
export type MetricProgramme = ReturnType<typeof headOf>

/** The metrics of a programme with what was measured, and the ruptures a new one may be about. */
export const listMetrics = query({
  name: 'programme-metric.list',
  input: askedProgramme,
  may: signedIn,
  read: async ({ tx, actor }, { programmeId }) => {
    const its = await loadMeasuredProgramme(tx, programmeId)
    const rights = rightsOf(actor, its)
    const [metrics, measurements, ruptures] = await Promise.all([
      readMetrics(tx, programmeId),
      tx.select(measurementColumns).from(measurement).where(eq(measurement.programmeId, programmeId)),
      rights.shapes ? readRuptures(tx) : [],
    ])
    return {
      programme: headOf(its), rights, ruptures,
      metrics: metrics.map((each) => listed(each, measurements.filter(({ metricId }) => metricId === each.id))),
    }
  },
})
function listed<M>(row: Awaited<ReturnType<typeof readMetrics>>[number], measurements: M[]) {
  const { id, claimPosition, amendments, lockedAt, laureateAgreedAt, managerAgreedAt } = row
  return { ...definitionOf(row), id, claimPosition, amendments, locked: lockedAt !== null, gaps: definitionGaps(row).length, agreed: { laureate: laureateAgreedAt !== null, manager: managerAgreedAt !== null }, measurements }
}
export type ListedMetric = Awaited<ReturnType<typeof listMetrics>>['metrics'][number]

/** A metric whole: definition, agreement, amendments, national context, measurements with what they replaced, and files that may show them. */
export const showMetric = query({
  name: 'programme-metric.show',
  input: askedMetric,
  may: signedIn,
  read: async ({ tx, actor }, { metricId }) => {
    const its = await loadMetric(tx, metricId)
    const rights = rightsOf(actor, its.programme)
    const [amendments, measurements, [about], national, choices, documents] = await Promise.all([
      tx.select({ sequence: amendment.sequence, changes: amendment.changes, reason: amendment.reason, amendedAt: amendment.amendedAt }).from(amendment).where(eq(amendment.metricId, metricId)).orderBy(asc(amendment.sequence)),
      tx.select({ ...measurementColumns, own: sql<boolean>`${measurement.submittedBy} is not distinct from portal.actor()`, file: { id: file.id, name: file.name } }).from(measurement).leftJoin(file, eq(file.id, measurement.fileId))
        .where(eq(measurement.metricId, metricId)).orderBy(desc(measurement.periodEnd), desc(measurement.recordedAt)),
      readRuptures(tx, its.ruptureId),
      readNational(tx, its),
      rights.shapes ? readChoices(tx, its) : [],
      rights.measures ? tx.select({ id: file.id, name: file.name }).from(programmeDocument).innerJoin(file, eq(file.id, programmeDocument.fileId)).where(and(eq(programmeDocument.programmeId, its.programmeId), isNull(file.removedAt))).orderBy(asc(file.name)) : [],
    ])
    return {
      programme: headOf(its.programme), rights, amendments, national, choices, documents, rupture: about ?? null,
      metric: { id: its.id, version: its.version, claimPosition: its.claimPosition, ruptureId: its.ruptureId, laureateAgreedAt: its.laureateAgreedAt, managerAgreedAt: its.managerAgreedAt, lockedAt: its.lockedAt, ...definitionOf(its) },
      gaps: definitionGaps(its),
      measurements: measurements.map(({ submittedBy: _who, ...each }) => each),
    }
  },
})
export type ShownMetric = Awaited<ReturnType<typeof showMetric>>

function readRuptures(read: Reader, id?: string) {
  return read.select({ id: rupture.id, slug: rupture.slug, title: ruptureVersion.title }).from(currentRupture).innerJoin(rupture, eq(rupture.id, currentRupture.ruptureId)).innerJoin(ruptureVersion, eq(ruptureVersion.id, currentRupture.ruptureVersionId))
    .where(id === undefined ? undefined : eq(rupture.id, id)).orderBy(asc(rupture.position))
}

/** The country's figure the metric is seen against, with its sources; null where none was chosen. */
async function readNational(read: Reader, { nationalEstimateId }: MetricRow) {
  if (nationalEstimateId === null) return null
  const [found] = await read.select().from(estimate).where(eq(estimate.id, nationalEstimateId))
  if (!found) return null
  const { id: _id, ruptureVersionId: _version, position: _position, ...figure } = found
  const cited = [found.sourceId, found.rangeSourceId].filter((id) => id !== null)
  return { estimate: figure, sources: cited.length === 0 ? [] : await read.select({ id: source.id, title: source.title, language: source.language, publisher: source.publisher, year: source.year }).from(source).where(inArray(source.id, cited)) }
}

/** Figures of the rupture that may be the context: those of today's version, and the one chosen before. */
function readChoices(read: Reader, { ruptureId, nationalEstimateId }: MetricRow) {
  return read
    .select({ id: estimate.id, name: estimate.name, low: estimate.low, central: estimate.central, high: estimate.high, unit: estimate.unit, approximate: estimate.approximate, year: estimate.year })
    .from(estimate)
    .leftJoin(currentRupture, eq(currentRupture.ruptureVersionId, estimate.ruptureVersionId))
    .where(and(or(eq(currentRupture.ruptureId, ruptureId), nationalEstimateId === null ? undefined : eq(estimate.id, nationalEstimateId)), sql`coalesce(${estimate.central}, ${estimate.low}, ${estimate.high}) is not null`))
    .orderBy(asc(estimate.position))
}
