import { eq } from 'drizzle-orm'
import { checkIn } from '#db/schema/check-in.ts'
import { editorOf, type Person } from '#lib/domain/access.ts'
import { checkInLimits } from '#lib/domain/check-in.ts'
import { draftProse, required } from '#lib/domain/form-text.ts'
import { isWritten, lockCheckIn } from '#lib/server/check-in/load-check-in.ts'
import { command } from '#lib/server/command.ts'
import { z } from 'zod'

/** Skips a month's check-in, with a reason that mentors and managers read. What was written of it stays with the laureate. Refused with `closed`. */
export const skipCheckIn = command({
  name: 'check-in.skip',
  input: z.object({ checkInId: z.uuid(), reason: draftProse.pipe(required(checkInLimits.skipReason)) }),
  subject: (read, { checkInId }, actor) => lockCheckIn(read, checkInId, actor),
  may: (actor, { programme }) => editorOf(actor, programme.organisationId),
  when: (subject, now) => isWritten(subject, now),
  run: async ({ tx, actor, subject, now, note }, { checkInId, reason }) => {
    await tx.update(checkIn).set({ skippedAt: now, skippedBy: (actor as Person).id, skipReason: reason }).where(eq(checkIn.id, checkInId))
    note({ subject: checkInId, detail: { month: subject.checkIn.month } })
    return { programmeId: subject.programme.id }
  },
})

/** Takes the skipping back: the check-in is written again where it was left. Refused with `closed` when it was not skipped. */
export const takeUpCheckIn = command({
  name: 'check-in.take-up',
  input: z.object({ checkInId: z.uuid() }),
  subject: (read, { checkInId }, actor) => lockCheckIn(read, checkInId, actor),
  may: (actor, { programme }) => editorOf(actor, programme.organisationId),
  when: ({ checkIn: its, isRunning }) => isRunning && its.skippedAt !== null,
  run: async ({ tx, subject, note }, { checkInId }) => {
    await tx.update(checkIn).set({ skippedAt: null, skippedBy: null, skipReason: null }).where(eq(checkIn.id, checkInId))
    note({ subject: checkInId, detail: { month: subject.checkIn.month } })
    return { programmeId: subject.programme.id, checkInId }
  },
})
