import { createHash } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import type { Transaction } from '#db/client.ts'
import { currentRupture, estimate, metric, referentialDocument, rupture, ruptureVersion, stage } from '#db/schema/rupture.ts'
import { source } from '#db/schema/source.ts'
import { loadCalls } from '#db/seed/referential-calls.ts'
import { publishable, readFiles, type Referential } from '#db/seed/referential/read.ts'
import { upsert } from '#db/seed/upsert.ts'

/** Any number will do, as long as it is not the migrations' own. */
const lockNumber = 7_160_542

/**
 * Brings the référentiel of the files into the database, all or nothing, as `portal_owner`. Safe to run at each start
 * and from several processes: what is already there is left alone, and a rupture gets a new version only when what is
 * known of it changed. Resolves to the number of rows inserted or changed. Throws `ZodError` on a file out of shape.
 */
export async function loadReferential(adminUrl: string): Promise<{ changed: number }> {
  const files = readFiles()
  const connection = postgres(adminUrl, { max: 1, onnotice: () => {} })
  try {
    const changed = await drizzle(connection, { casing: 'snake_case' }).transaction(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(${lockNumber})`)
      await tx.execute(sql`set local role portal_owner`)
      return (await loadPathway(tx, files)) + (await loadRuptures(tx, files)) + (await loadCalls(tx, files))
    })
    return { changed }
  } finally {
    await connection.end()
  }
}

async function loadPathway(tx: Transaction, { sources, stages, metrics, documents }: Referential): Promise<number> {
  const counts = [
    await upsert(tx, source, [source.id], sources.map((it, position) => ({ ...it, position }))),
    await upsert(tx, stage, [stage.slug], stages.map(({ order, ...it }) => ({ ...it, position: order }))),
    await upsert(tx, metric, [metric.slug], metrics.map((it, position) => ({ ...it, position }))),
    await upsert(tx, referentialDocument, [referentialDocument.slug], Object.entries(documents).map(([slug, content]) => ({ slug, content }))),
  ]
  return counts.reduce((sum, count) => sum + count, 0)
}

/**
 * Versions are never updated: a rupture whose content differs from its current version gets the next one.
 * Ruptures that are not in the files are somebody's own, and stay.
 */
async function loadRuptures(tx: Transaction, { ruptures }: Referential): Promise<number> {
  let changed = await upsert(tx, rupture, [rupture.slug], ruptures.map(({ slug }, position) => ({ slug, position })))
  const known = await tx
    .select({ id: rupture.id, slug: rupture.slug, version: ruptureVersion.version, contentHash: ruptureVersion.contentHash })
    .from(rupture)
    .leftJoin(currentRupture, eq(currentRupture.ruptureId, rupture.id))
    .leftJoin(ruptureVersion, eq(ruptureVersion.id, currentRupture.ruptureVersionId))
  for (const { slug, estimates, ...content } of ruptures) {
    const figures = estimates.map(publishable)
    const contentHash = hashOf({ slug, ...content, estimates: figures })
    const current = known.find((it) => it.slug === slug)
    if (current === undefined || current.contentHash === contentHash) continue
    const [added] = await tx
      .insert(ruptureVersion)
      .values({ ...content, ruptureId: current.id, version: (current.version ?? 0) + 1, contentHash })
      .returning({ id: ruptureVersion.id })
    if (added === undefined) throw new Error(`No version was written for the rupture ${slug}.`)
    await tx.insert(estimate).values(figures.map((figure, position) => Object.assign(figure, { position, ruptureVersionId: added.id })))
    await upsert(tx, currentRupture, [currentRupture.ruptureId], [{ ruptureId: current.id, ruptureVersionId: added.id }])
    changed += 1
  }
  return changed
}

/** SHA-256 of the content with its keys in alphabetical order, so that moving a key in a file is no change. */
function hashOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content, sortKeys)).digest('hex')
}

function sortKeys(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
}
