import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { application } from '#db/schema/application.ts'
import { applicationTag, screeningDeed } from '#db/schema/screening.ts'
import { manager } from '#lib/domain/access.ts'
import { eligibilities, type Eligibility } from '#lib/domain/application.ts'
import { loadCall } from '#lib/server/call/load-call.ts'
import { command } from '#lib/server/command.ts'
import { requireUnreleased } from '#lib/server/decision/load-decisions.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { lockApplications } from '#lib/server/screening/judge-applications.ts'
import { batchOf } from '#lib/server/screening/read-batch.ts'
import { askedCall } from '#lib/server/screening/vocabulary.ts'
import { z } from 'zod'

type Deed = typeof screeningDeed.$inferSelect

/**
 * Undoes everything that was done at once, by whichever manager, all or nothing. Refused with `conflict` for
 * `screening-changed` when something of it was changed since, or undone already. Refused with `closed`
 * once decisions are released.
 */
export const undoScreening = command({
  name: 'screening.undo',
  input: askedCall.extend({ batchId: z.uuid() }),
  subject: (read, { slug }) => loadCall(read, slug),
  may: manager,
  run: async ({ tx, actor, subject: call, note }, { batchId }) => {
    await requireUnreleased(tx, call.id)
    const deeds = await tx.select().from(screeningDeed).where(and(eq(screeningDeed.batchId, batchId), eq(screeningDeed.callId, call.id))).orderBy(asc(screeningDeed.applicationId))
    if (deeds.length === 0) throw new Refusal('not-found')
    const ids = deeds.map(({ applicationId }) => applicationId)
    const standing = await lockApplications(tx, call.id, ids).catch(changedSince)
    const isLast = await lastOfTheirKind(tx, deeds)
    const undone = await tx.update(screeningDeed).set({ undoneAt: sql`now()`, undoneBy: actor?.id ?? null })
      .where(and(eq(screeningDeed.batchId, batchId), isNull(screeningDeed.undoneAt))).returning({ id: screeningDeed.id })
    if (!isLast || undone.length < deeds.length) throw changed()
    if (deeds[0]?.kind === 'eligibility') {
      const now = new Map(standing.map((each) => [each.id, each]))
      if (deeds.some(({ applicationId, after }) => now.get(applicationId)?.eligibility !== after.eligibility)) throw changed()
      for (const eligibility of eligibilities) await judgeAgain(tx, deeds, eligibility)
    } else {
      await turnTags(tx, deeds)
    }
    note({ subject: call.id, detail: { batch: batchId, applications: ids } })
    return batchOf(batchId, deeds, true)
  },
})

const changed = () => new Refusal('conflict', { reason: 'screening-changed' })
const changedSince = (): never => {
  throw changed()
}

/** True when no later deed that stands is about the same: the eligibility of an application, or one tag on it. */
async function lastOfTheirKind(tx: Transaction, deeds: readonly Deed[]): Promise<boolean> {
  const [later] = await tx.execute(sql`
    select 1 from screening_deed d join screening_deed l on l.application_id = d.application_id and l.id > d.id and l.undone_at is null
      and (l.kind = 'eligibility') = (d.kind = 'eligibility') and l.after->>'tagId' is not distinct from d.after->>'tagId'
    where d.batch_id = ${deeds[0]?.batchId} limit 1`)
  return later === undefined
}

async function judgeAgain(tx: Transaction, deeds: readonly Deed[], eligibility: Eligibility) {
  const back = deeds.filter(({ before }) => before.eligibility === eligibility).map(({ applicationId }) => applicationId)
  if (back.length > 0) await tx.update(application).set({ eligibility }).where(inArray(application.id, back))
}

/** Tags that were put on come off, those that were taken off come back. A tag removed since has nowhere to come back to. */
async function turnTags(tx: Transaction, deeds: readonly Deed[]) {
  const rows = deeds.map(({ applicationId, after }) => ({ applicationId, tagId: String(after.tagId) }))
  const [tagId, ids] = [rows[0]?.tagId ?? '', rows.map(({ applicationId }) => applicationId)]
  const turned = deeds[0]?.kind === 'tag'
    ? await tx.delete(applicationTag).where(and(eq(applicationTag.tagId, tagId), inArray(applicationTag.applicationId, ids))).returning({ id: applicationTag.applicationId })
    : await tx.execute<{ id: string }>(sql`
        insert into application_tag (application_id, tag_id) select id, ${tagId}::uuid from application where id in ${ids} and exists (select from tag where id = ${tagId}::uuid)
        on conflict do nothing returning application_id as id`)
  if (turned.length < deeds.length) throw changed()
}
