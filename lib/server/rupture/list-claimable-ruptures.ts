import { asc, eq, inArray, or, type SQL } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { currentRupture, estimate, rupture, ruptureVersion } from '#db/schema/rupture.ts'
import { source } from '#db/schema/source.ts'
import { anyone } from '#lib/domain/access.ts'
import { headCount } from '#lib/domain/rupture.ts'
import { query } from '#lib/server/query.ts'
import { z } from 'zod'

/** What the card of a version of a rupture is made of, beside its figures and sources. */
export const cardColumns = {
  versionId: ruptureVersion.id, version: ruptureVersion.version, slug: rupture.slug, stage: ruptureVersion.stage, title: ruptureVersion.title, summary: ruptureVersion.summary,
  population: ruptureVersion.population, evidence: ruptureVersion.evidence, sourceIds: ruptureVersion.sourceIds, current: currentRupture.ruptureVersionId,
}

/** The cards of the versions of ruptures that `where` picks, `isCurrent` telling the current ones. Three statements. */
export async function readRuptureCards(read: Reader, where: SQL | undefined) {
  const rows = await read
    .select(cardColumns)
    .from(ruptureVersion)
    .innerJoin(rupture, eq(rupture.id, ruptureVersion.ruptureId))
    .leftJoin(currentRupture, eq(currentRupture.ruptureVersionId, ruptureVersion.id))
    .where(where)
    .orderBy(asc(rupture.position), asc(ruptureVersion.version))
  const [estimates, sources] = await Promise.all([
    read.select().from(estimate).where(inArray(estimate.ruptureVersionId, rows.map(({ versionId }) => versionId))).orderBy(asc(estimate.position)),
    read.select({ id: source.id, title: source.title, year: source.year }).from(source).where(inArray(source.id, rows.map(({ sourceIds }) => sourceIds[0] ?? ''))),
  ])
  return cardsOf(rows, estimates, sources)
}

type CardRow = Pick<typeof ruptureVersion.$inferSelect, 'version' | 'stage' | 'title' | 'summary' | 'population' | 'evidence' | 'sourceIds'> & { versionId: string; slug: string; current: string | null }

/** The same from what was read already; the figures in their order. */
export function cardsOf(rows: readonly CardRow[], estimates: readonly (typeof estimate.$inferSelect)[], sources: readonly Pick<typeof source.$inferSelect, 'id' | 'title' | 'year'>[]) {
  const byVersion = Map.groupBy(estimates, ({ ruptureVersionId }) => ruptureVersionId)
  return rows.map(({ sourceIds, current, ...row }) => {
    const own = byVersion.get(row.versionId) ?? []
    return Object.assign(row, {
      isCurrent: current !== null,
      people: headCount(own),
      cost: own.find(({ kind }) => kind === 'cost') ?? null,
      indicators: own.filter(({ kind, low, central, high }) => kind === 'indicator' && (central ?? low ?? high) !== null),
      source: sources.find(({ id }) => id === sourceIds[0]) ?? null,
    })
  })
}
export type RuptureCards = Awaited<ReturnType<typeof readRuptureCards>>

/** The versions of ruptures a claim can be made on: each one's current version, and those a draft has pinned already. */
export const listClaimableRuptures = query({
  name: 'rupture.list-claimable',
  input: z.object({ pinned: z.array(z.uuid()).max(3) }),
  may: anyone,
  read: ({ tx }, { pinned }) => readRuptureCards(tx, or(eq(currentRupture.ruptureVersionId, ruptureVersion.id), pinned.length > 0 ? inArray(ruptureVersion.id, pinned) : undefined)),
})
