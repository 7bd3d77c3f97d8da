import { asc, inArray } from 'drizzle-orm'
import { readLaureates } from '#db/read/laureate.ts'
import { readPublicRupture, readPublicRuptures } from '#db/read/open-data.ts'
import { stage } from '#db/schema/rupture.ts'
import { source } from '#db/schema/source.ts'
import { anyone } from '#lib/domain/access.ts'
import { askedSlug } from '#lib/server/asked.ts'
import { query } from '#lib/server/query.ts'
import { Refusal } from '#lib/server/refusal.ts'

/** One rupture with its sources, its laureates in full, and the pathway it stands in. Throws `not-found`. */
export const showRupture = query({
  name: 'rupture.show',
  input: askedSlug,
  may: anyone,
  read: async ({ tx }, { slug }) => {
    const rupture = await readPublicRupture(tx, slug)
    if (rupture === null) throw new Refusal('not-found')
    const [stages, all, sources, laureates] = await Promise.all([
      tx.select().from(stage).orderBy(asc(stage.position)),
      readPublicRuptures(tx),
      tx.select().from(source).where(inArray(source.id, sourcesOf(rupture))).orderBy(asc(source.position)),
      readLaureates(tx),
    ])
    return {
      rupture,
      stages,
      neighbours: all.filter(({ field }) => field === rupture.field),
      sources,
      laureates: laureates.filter(({ ruptures }) => ruptures.some((mended) => mended.slug === slug)),
      everyLaureate: laureates,
    }
  },
})

function sourcesOf({ sourceIds, estimates }: { sourceIds: string[]; estimates: { sourceId: string | null; rangeSourceId: string | null }[] }): string[] {
  const cited = estimates.flatMap(({ sourceId, rangeSourceId }) => [sourceId, rangeSourceId])
  return [...new Set([...sourceIds, ...cited.filter((id) => id !== null)])]
}
