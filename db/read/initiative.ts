import { and, asc, eq, isNotNull, sql } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { call, initiative, laureate } from '#db/schema/call.ts'
import { stateOf } from '#db/read/call.ts'
import type { PublicInitiative } from '#lib/domain/public-initiative.ts'

/** Initiatives with their published calls in order of opening, those run elsewhere after ours and invented ones last; two statements. */
export async function readInitiatives(read: Reader, now: Date, slug?: string): Promise<PublicInitiative[]> {
  const only = slug === undefined ? undefined : eq(initiative.slug, slug)
  const [initiatives, calls] = await Promise.all([
    read.select().from(initiative).where(only).orderBy(asc(initiative.demonstration), asc(initiative.external), asc(initiative.slug)),
    read
      .select({ call, laureates: sql<number>`(select count(*)::int from ${laureate} where ${laureate.callId} = ${call.id})` })
      .from(call)
      .innerJoin(initiative, eq(initiative.id, call.initiativeId))
      .where(and(isNotNull(call.publishedAt), only))
      .orderBy(asc(call.opensOn), asc(call.slug)),
  ])
  const byInitiative = Map.groupBy(calls, ({ call: { initiativeId } }) => initiativeId)
  return initiatives.map((row) => ({
    slug: row.slug,
    title: row.title,
    summary: row.summary,
    field: row.field,
    external: row.external,
    demonstration: row.demonstration,
    sourceIds: row.sourceIds,
    calls: (byInitiative.get(row.id) ?? []).map(({ call: it, laureates }) => ({
      slug: it.slug,
      title: it.title,
      edition: it.edition,
      state: stateOf(it, now),
      opensOn: it.opensOn,
      closesOn: it.closesOn,
      laureates,
    })),
  }))
}
