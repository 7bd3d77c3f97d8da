import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Reader, Transaction } from '#db/client.ts'
import { application } from '#db/schema/application.ts'
import { screeningDeed } from '#db/schema/screening.ts'
import { manager } from '#lib/domain/access.ts'
import type { Eligibility } from '#lib/domain/application.ts'
import { chosenApplication, judgement, markOf, mostChosen, type ScreeningBatch } from '#lib/domain/screening.ts'
import { loadCall } from '#lib/server/call/load-call.ts'
import { command } from '#lib/server/command.ts'
import { requireUnreleased } from '#lib/server/decision/load-decisions.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { askedCall } from '#lib/server/screening/vocabulary.ts'
import { z } from 'zod'

/** Applications chosen in the table of a call, each with the mark of its row. */
export const chosen = askedCall.extend({ chosen: z.array(chosenApplication).min(1).max(mostChosen) })

/**
 * Judges the eligibility of one or many applications, all or none. Refused with `conflict` for `screening-changed` when one
 * was judged otherwise since it was read, with what stands now. What already is so is left as it is.
 * To be undone until decisions are released: refused with `closed` after that.
 */
export const judgeApplications = command({
  name: 'screening.judge',
  input: z.intersection(chosen, judgement),
  subject: (read, { slug }) => loadCall(read, slug),
  may: manager,
  run: async ({ tx, actor, subject: call, note }, { chosen: asked, eligibility, motive }) => {
    const standing = await lockApplications(tx, call.id, asked.map(({ id }) => id))
    const after = { eligibility, motive }
    const different = standing.filter((each) => each.eligibility !== eligibility || each.motive !== motive)
    const marks = new Map(asked.map(({ id, mark }) => [id, mark]))
    const surprises = different.filter(({ id, mark }) => marks.get(id) !== mark)
    if (surprises.length > 0) throw new Refusal('conflict', { reason: 'screening-changed', current: surprises.map(({ id, number, mark }) => ({ id, number, mark })) })
    const batchId = crypto.randomUUID()
    if (different.length > 0) {
      await requireUnreleased(tx, call.id)
      // The deeds come first: the guard asks them for the motive.
      await tx.insert(screeningDeed).values(different.map((each) => ({
        callId: call.id, applicationId: each.id, batchId, kind: 'eligibility' as const, before: { eligibility: each.eligibility, motive: each.motive }, after, doneBy: actor?.id ?? null,
      })))
      await tx.update(application).set({ eligibility }).where(inArray(application.id, different.map(({ id }) => id)))
    }
    note({ subject: call.id, detail: { batch: batchId, eligibility, applications: different.map(({ id }) => id) } })
    return { batchId, kind: 'eligibility', eligibility, count: different.length, undone: false } satisfies ScreeningBatch
  },
})

/** The chosen applications of a call with the judgement that stands, held until the deed is done; `not-found` when one is not there. */
export async function lockApplications(tx: Transaction, callId: string, ids: readonly string[]) {
  const unique = [...new Set(ids)]
  const rows = await tx
    .select({ id: application.id, number: application.number, eligibility: application.eligibility })
    .from(application)
    .where(and(eq(application.callId, callId), isNull(application.withdrawnAt), inArray(application.id, unique)))
    .orderBy(asc(application.id))
    .for('update')
  if (rows.length < unique.length) throw new Refusal('not-found')
  const judged = await standingJudgements(tx, unique)
  return rows.map((row) => {
    const deed = judged.get(row.id)
    return { id: row.id, number: row.number, eligibility: row.eligibility, motive: row.eligibility === 'ineligible' ? (deed?.motive ?? null) : null, mark: markOf(row.eligibility, deed?.id ?? null) }
  })
}

/** The last judgement of each application that was not undone. */
async function standingJudgements(read: Reader, ids: readonly string[]): Promise<Map<string, { id: string; eligibility: Eligibility; motive: string | null }>> {
  const found = await read
    .selectDistinctOn([screeningDeed.applicationId], { applicationId: screeningDeed.applicationId, id: screeningDeed.id, after: screeningDeed.after })
    .from(screeningDeed)
    .where(and(inArray(screeningDeed.applicationId, [...ids]), eq(screeningDeed.kind, 'eligibility'), isNull(screeningDeed.undoneAt)))
    .orderBy(screeningDeed.applicationId, sql`${screeningDeed.id} desc`)
  return new Map(found.map(({ applicationId, id, after }) => [applicationId, { id, eligibility: after.eligibility as Eligibility, motive: (after.motive as string | null | undefined) ?? null }]))
}
