import { asc, eq, inArray, or } from 'drizzle-orm'
import { currentRupture, rupture, ruptureVersion } from '#db/schema/rupture.ts'
import { anyone } from '#lib/domain/access.ts'
import { query } from '#lib/server/query.ts'
import { z } from 'zod'

/** The versions of ruptures a claim can be made on: each one's current version, and those a draft has pinned already. */
export const listClaimableRuptures = query({
  name: 'rupture.list-claimable',
  input: z.object({ pinned: z.array(z.uuid()).max(3) }),
  may: anyone,
  read: ({ tx }, { pinned }) =>
    tx
      .select({ versionId: ruptureVersion.id, version: ruptureVersion.version, slug: rupture.slug, stage: ruptureVersion.stage, title: ruptureVersion.title })
      .from(ruptureVersion)
      .innerJoin(rupture, eq(rupture.id, ruptureVersion.ruptureId))
      .leftJoin(currentRupture, eq(currentRupture.ruptureVersionId, ruptureVersion.id))
      .where(or(eq(currentRupture.ruptureVersionId, ruptureVersion.id), pinned.length > 0 ? inArray(ruptureVersion.id, pinned) : undefined))
      .orderBy(asc(rupture.position), asc(ruptureVersion.version)),
})
