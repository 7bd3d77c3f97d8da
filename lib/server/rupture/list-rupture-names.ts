import { asc, eq } from 'drizzle-orm'
import { currentRupture, rupture, ruptureVersion } from '#db/schema/rupture.ts'
import { anyone } from '#lib/domain/access.ts'
import { query } from '#lib/server/query.ts'
import { z } from 'zod'

/** Every rupture in the order of the pathway as others point at it: lasting identifier, identifier of its current version, names. */
export const listRuptureNames = query({
  name: 'rupture.names',
  input: z.object({}),
  may: anyone,
  read: ({ tx }) =>
    tx
      .select({ id: rupture.id, versionId: ruptureVersion.id, slug: rupture.slug, stage: ruptureVersion.stage, title: ruptureVersion.title })
      .from(currentRupture)
      .innerJoin(rupture, eq(rupture.id, currentRupture.ruptureId))
      .innerJoin(ruptureVersion, eq(ruptureVersion.id, currentRupture.ruptureVersionId))
      .orderBy(asc(rupture.position)),
})
