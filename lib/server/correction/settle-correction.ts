import { eq } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { correction } from '#db/schema/application.ts'
import { manager, ownerOf, type Person } from '#lib/domain/access.ts'
import { isPast } from '#lib/domain/calendar.ts'
import { answeredBefore, deposit } from '#lib/server/application/deposit.ts'
import { lockDraft } from '#lib/server/application/lock-draft.ts'
import { loadApplication } from '#lib/server/application/open-application.ts'
import { command } from '#lib/server/command.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

async function loadCorrection(read: Reader, correctionId: string) {
  const [found] = await read.select().from(correction).where(eq(correction.id, correctionId))
  if (!found) throw new Refusal('not-found')
  return found
}

/**
 * Says that what was asked is done: deposits the fields that were reopened, as the owner saw them at `version`, and
 * nothing else, under a receipt of its own. The same `key` again is answered the same. Refused with `closed` after its
 * end, `conflict` for `settled` when it was done or called off, and as `application.submit` is.
 */
export const finishCorrection = command({
  name: 'correction.finish',
  input: z.object({ correctionId: z.uuid(), version: z.coerce.number().int().min(0).max(2_147_483_647), key: z.string().min(8).max(100) }),
  subject: async (read, { correctionId, key }, actor) => {
    const { applicationId } = await loadCorrection(read, correctionId)
    const locked = await lockDraft(read, applicationId, actor, key)
    // Read again under the lock: a colleague may have been faster.
    return { locked, asked: await loadCorrection(read, correctionId) }
  },
  may: (actor, { locked }) => ownerOf(actor, locked.organisation.id),
  when: ({ locked, asked }, now) => locked.answered !== null || (locked.window.isSubmitted && !isPast(asked.until, now)),
  run: async ({ tx, actor, subject: { locked, asked }, now, note }, { version, key }) => {
    const before = answeredBefore(locked, version)
    if (before === null && (asked.doneAt !== null || asked.cancelledAt !== null)) throw new Refusal('conflict', { reason: 'settled' })
    const answer = before ?? (await deposit({ tx, actor: actor as Person, locked, now, version, key, fields: asked.fields }))
    if (before === null) await tx.update(correction).set({ doneAt: now, doneBy: (actor as Person).id }).where(eq(correction.id, asked.id))
    note({ subject: asked.applicationId, detail: { correctionId: asked.id, sequence: answer.sequence, sha256: answer.sha256, ...(before && { again: true }) } })
    return answer
  },
})

/** Calls off what was asked: its fields are shut again. Refused with `conflict` for `settled` when it was done or called off. */
export const cancelCorrection = command({
  name: 'correction.cancel',
  input: z.object({ correctionId: z.uuid() }),
  subject: async (read, { correctionId }) => {
    const asked = await loadCorrection(read, correctionId)
    return { asked, ...(await loadApplication(read, asked.applicationId)) }
  },
  may: manager,
  run: async ({ tx, subject: { asked }, now, note }) => {
    if (asked.doneAt !== null || asked.cancelledAt !== null) throw new Refusal('conflict', { reason: 'settled' })
    await tx.update(correction).set({ cancelledAt: now }).where(eq(correction.id, asked.id))
    note({ subject: asked.applicationId, detail: { correctionId: asked.id } })
    return { draftId: asked.applicationId }
  },
})
