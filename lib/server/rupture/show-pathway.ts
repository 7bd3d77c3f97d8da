import { asc } from 'drizzle-orm'
import { readCalls } from '#db/read/call.ts'
import { readPublicRuptures } from '#db/read/open-data.ts'
import { readResults } from '#db/read/result.ts'
import { stage } from '#db/schema/rupture.ts'
import { source } from '#db/schema/source.ts'
import { anyone } from '#lib/domain/access.ts'
import { isMeasured } from '#lib/domain/roll-up.ts'
import { ruptureFields } from '#lib/domain/rupture.ts'
import { query } from '#lib/server/query.ts'
import { z } from 'zod'

/** A field's pathway: its stages and ruptures in order, the calls that set out to mend them, and who won. */
export const showPathway = query({
  name: 'pathway.show',
  input: z.object({ field: z.enum(ruptureFields) }),
  may: anyone,
  read: async ({ tx, now }, { field }) => {
    const [stages, all, calls, sources, results] = await Promise.all([
      tx.select().from(stage).orderBy(asc(stage.position)),
      readPublicRuptures(tx),
      readCalls(tx, now),
      tx.$count(source),
      readResults(tx),
    ])
    const ruptures = all.filter((rupture) => rupture.field === field)
    return { now, stages, ruptures, elsewhere: all.length - ruptures.length, calls, laureates: calls.flatMap((call) => call.laureates), sources, results: results.filter(({ points }) => points.length > 0).length, measured: results.flatMap(({ laureate, rupture, outcome }) => (isMeasured(outcome) ? [`${laureate} ${rupture}`] : [])) }
  },
})
