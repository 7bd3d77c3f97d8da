import { asc, eq, getTableColumns, sql } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { call, laureate, laureateRupture } from '#db/schema/call.ts'
import { organisation } from '#db/schema/organisation.ts'
import { currentRupture, estimate, rupture, ruptureVersion } from '#db/schema/rupture.ts'
import type { DatasetName } from '#lib/domain/dataset.ts'
import { isFound } from '#lib/domain/estimate.ts'
import type { PublicRupture, PublicRuptureDetail } from '#lib/domain/public-rupture.ts'
import { isQuantified, isSized, type DataSourceType, type RuptureField } from '#lib/domain/rupture.ts'
import type { StageSlug } from '#lib/domain/stage.ts'

const { ruptureId: _rupture, changeNote: _change, ...shownVersion } = getTableColumns(ruptureVersion)
const { id: _id, position: _position, ...shownEstimate } = getTableColumns(estimate)

/** Current ruptures with all their estimates, in the order of the pathway; two statements. */
export async function readPublicRuptures(read: Reader, slug?: string): Promise<PublicRupture[]> {
  const only = slug === undefined ? undefined : eq(rupture.slug, slug)
  const [ruptures, estimates] = await Promise.all([
    read
      .select({ slug: rupture.slug, ...shownVersion })
      .from(currentRupture)
      .innerJoin(rupture, eq(rupture.id, currentRupture.ruptureId))
      .innerJoin(ruptureVersion, eq(ruptureVersion.id, currentRupture.ruptureVersionId))
      .where(only)
      .orderBy(asc(rupture.position)),
    read
      .select(shownEstimate)
      .from(estimate)
      .innerJoin(currentRupture, eq(currentRupture.ruptureVersionId, estimate.ruptureVersionId))
      .innerJoin(rupture, eq(rupture.id, currentRupture.ruptureId))
      .where(only)
      .orderBy(asc(estimate.position)),
  ])
  const byVersion = Map.groupBy(estimates, ({ ruptureVersionId }) => ruptureVersionId)
  return ruptures.map(({ slug, id, publishedAt, ...content }) => {
    const figures = (byVersion.get(id) ?? []).map(({ ruptureVersionId: _version, ...it }) => Object.assign(it, { quantified: isFound(it) }))
    return Object.assign(content, {
      slug,
      stage: content.stage as StageSlug,
      field: content.field as RuptureField,
      dataSourceTypes: content.dataSourceTypes as DataSourceType[],
      publishedAt: publishedAt.toISOString(),
      quantified: isQuantified(figures),
      comparable: isSized(figures),
      estimates: figures,
    })
  })
}

/** One rupture with its versions, newest first, and the laureates held to mend it, or null; four statements. */
export async function readPublicRupture(read: Reader, slug: string): Promise<PublicRuptureDetail | null> {
  const [[found], versions, laureates] = await Promise.all([
    readPublicRuptures(read, slug),
    read.select({ version: ruptureVersion }).from(ruptureVersion).innerJoin(rupture, eq(rupture.id, ruptureVersion.ruptureId)).where(eq(rupture.slug, slug)).orderBy(asc(ruptureVersion.version)),
    read
      .select({ slug: laureate.slug, name: organisation.name, call: call.slug, isProposal: laureateRupture.isProposal })
      .from(laureateRupture)
      .innerJoin(rupture, eq(rupture.id, laureateRupture.ruptureId))
      .innerJoin(laureate, eq(laureate.id, laureateRupture.laureateId))
      .innerJoin(call, eq(call.id, laureate.callId))
      .innerJoin(organisation, eq(organisation.id, laureate.organisationId))
      .where(eq(rupture.slug, slug))
      .orderBy(asc(call.opensOn), asc(laureate.position)),
  ])
  if (found === undefined) return null
  return {
    ...found,
    versions: versions.reverse().map(({ version: { version, publishedAt, contentHash, changeNote } }) => ({ version, publishedAt: publishedAt.toISOString(), contentHash, changeNote })),
    laureates,
  }
}

/** Rows of each public table; one statement. */
export async function countPublicRows(read: Reader): Promise<Record<DatasetName, number>> {
  const [counts] = await read.execute<Record<DatasetName, number>>(sql`
    select (select count(*)::int from current_rupture) as ruptures,
      (select count(*)::int from estimate join current_rupture using (rupture_version_id)) as estimates,
      (select count(*)::int from source) as sources, (select count(*)::int from call) as calls,
      (select count(*)::int from laureate) as laureates, (select count(*)::int from metric) as metrics,
      (select coalesce(sum(2 + jsonb_array_length(each.content->'points')), 0)::int from disclosed_result each join disclosure d on d.id = each.disclosure_id
        where d.released_at is not null and d.sequence = (select max(n.sequence) from disclosure n where n.call_id = d.call_id and n.released_at is not null)) as results,
      (select count(*)::int from call where run_here and published_at is not null) as "dispositifs-aide", (select count(*)::int from portal.begun_programmes()) as subventions`)
  if (counts === undefined) throw new Error('Counting returned nothing.')
  return counts
}
