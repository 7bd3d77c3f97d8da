import { and, asc, eq, inArray, type SQL } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { call, laureate, laureateRupture } from '#db/schema/call.ts'
import { organisation } from '#db/schema/organisation.ts'
import { currentRupture, rupture, ruptureVersion } from '#db/schema/rupture.ts'
import type { PublicLaureate } from '#lib/domain/public-laureate.ts'
import type { StageSlug } from '#lib/domain/stage.ts'

/** Laureates of published calls with the ruptures they are held to mend, newest call first; two statements. */
export async function readLaureates(read: Reader, only: { slug?: string; call?: string } = {}): Promise<PublicLaureate[]> {
  const wanted: (SQL | undefined)[] = [
    only.slug === undefined ? undefined : eq(laureate.slug, only.slug),
    only.call === undefined ? undefined : eq(call.slug, only.call),
  ]
  const [laureates, mended] = await Promise.all([
    read
      .select({ laureate, name: organisation.name, call: { slug: call.slug, title: call.title, edition: call.edition, runHere: call.runHere } })
      .from(laureate)
      .innerJoin(call, eq(call.id, laureate.callId))
      .innerJoin(organisation, eq(organisation.id, laureate.organisationId))
      .where(and(...wanted))
      .orderBy(asc(call.opensOn), asc(call.slug), asc(laureate.position)),
    read
      .select({ link: laureateRupture, slug: rupture.slug, title: ruptureVersion.title, stage: ruptureVersion.stage })
      .from(laureateRupture)
      .innerJoin(rupture, eq(rupture.id, laureateRupture.ruptureId))
      .innerJoin(currentRupture, eq(currentRupture.ruptureId, rupture.id))
      .innerJoin(ruptureVersion, eq(ruptureVersion.id, currentRupture.ruptureVersionId))
      .where(
        inArray(
          laureateRupture.laureateId,
          read.select({ id: laureate.id }).from(laureate).innerJoin(call, eq(call.id, laureate.callId)).where(and(...wanted)),
        ),
      )
      .orderBy(asc(laureateRupture.position)),
  ])
  const byLaureate = Map.groupBy(mended, ({ link }) => link.laureateId)
  return laureates.map(({ laureate: row, name, call: itsCall }) => ({
    slug: row.slug,
    name,
    call: itsCall,
    callIsInferred: row.callIsInferred,
    solution: row.solution,
    solutionSourceId: row.solutionSourceId ?? row.sourceId,
    sourceId: row.sourceId,
    ruptures: (byLaureate.get(row.id) ?? []).map(({ link, slug, title, stage }) => ({
      slug,
      title,
      stage: stage as StageSlug,
      isProposal: link.isProposal,
      note: link.note,
    })),
    rupturesNote: row.rupturesNote,
    laterFacts: row.laterFacts,
    note: row.note,
    demonstration: row.demonstration,
  }))
}
