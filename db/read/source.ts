import { and, arrayContains, asc, eq, isNotNull, or, sql, type SQL } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { call, laureate } from '#db/schema/call.ts'
import { organisation } from '#db/schema/organisation.ts'
import { currentRupture, estimate, metric, referentialDocument, rupture, ruptureVersion } from '#db/schema/rupture.ts'
import { source } from '#db/schema/source.ts'
import type { PublicSource, PublicSourceDetail } from '#lib/domain/public-source.ts'

const currentFigures = sql<number>`(select count(*)::int from ${estimate} e join ${currentRupture} c using (rupture_version_id)
  where source.id in (e.source_id, e.range_source_id))`

function readRows(read: Reader, where?: SQL): Promise<PublicSource[]> {
  return read
    .select({
      id: source.id,
      title: source.title,
      language: source.language,
      publisher: source.publisher,
      year: source.year,
      url: source.url,
      kind: source.kind,
      note: source.note,
      figures: currentFigures,
    })
    .from(source)
    .where(where)
    .orderBy(asc(source.position))
}

/** Every source, with the number of current figures that rest on it; one statement. */
export function readSources(read: Reader): Promise<PublicSource[]> {
  return readRows(read)
}

/** One source and what rests on it, or null; seven statements. */
export async function readSource(read: Reader, id: string): Promise<PublicSourceDetail | null> {
  const [[found], figures, ruptures, calls, laureates, metrics, documents] = await Promise.all([
    readRows(read, eq(source.id, id)),
    read
      .select({ rupture: rupture.slug, ruptureTitle: ruptureVersion.title, estimate: estimate.slug, name: estimate.name, quantified: sql<boolean>`coalesce(${estimate.central}, ${estimate.low}, ${estimate.high}) is not null` })
      .from(estimate)
      .innerJoin(currentRupture, eq(currentRupture.ruptureVersionId, estimate.ruptureVersionId))
      .innerJoin(ruptureVersion, eq(ruptureVersion.id, estimate.ruptureVersionId))
      .innerJoin(rupture, eq(rupture.id, ruptureVersion.ruptureId))
      .where(or(eq(estimate.sourceId, id), eq(estimate.rangeSourceId, id)))
      .orderBy(asc(rupture.position), asc(estimate.position)),
    read
      .select({ slug: rupture.slug, title: ruptureVersion.title })
      .from(currentRupture)
      .innerJoin(rupture, eq(rupture.id, currentRupture.ruptureId))
      .innerJoin(ruptureVersion, eq(ruptureVersion.id, currentRupture.ruptureVersionId))
      .where(arrayContains(ruptureVersion.sourceIds, [id]))
      .orderBy(asc(rupture.position)),
    read.select({ slug: call.slug, title: call.title }).from(call).where(and(isNotNull(call.publishedAt), arrayContains(call.sourceIds, [id]))).orderBy(asc(call.opensOn)),
    read
      .select({ slug: laureate.slug, name: organisation.name })
      .from(laureate)
      .innerJoin(organisation, eq(organisation.id, laureate.organisationId))
      .where(or(eq(laureate.sourceId, id), sql`${laureate.laterFacts} @> ${JSON.stringify([{ sourceId: id }])}::jsonb`))
      .orderBy(asc(laureate.position)),
    read.select({ slug: metric.slug, name: metric.name }).from(metric).where(eq(metric.sourceId, id)).orderBy(asc(metric.position)),
    read
      .select({ slug: referentialDocument.slug })
      .from(referentialDocument)
      .where(and(sql`jsonb_path_exists(${referentialDocument.content}, '$.** ? (@ == $id)', jsonb_build_object('id', ${id}::text))`))
      .orderBy(asc(referentialDocument.slug)),
  ])
  if (found === undefined) return null
  return {
    ...found,
    citedBy: {
      figures: figures,
      ruptures,
      calls,
      laureates,
      metrics,
      documents: documents.map(({ slug }) => slug),
    },
  }
}

/** What is needed to name each source; one statement. */
export function readSourceNames(read: Reader): Promise<Pick<PublicSource, 'id' | 'title' | 'language' | 'publisher' | 'year'>[]> {
  return read
    .select({ id: source.id, title: source.title, language: source.language, publisher: source.publisher, year: source.year })
    .from(source)
    .orderBy(asc(source.position))
}
