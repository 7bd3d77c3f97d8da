import { and, eq, sql } from 'drizzle-orm'
import { programme } from '#db/schema/programme.ts'
import { manager } from '#lib/domain/access.ts'
import { stopInput } from '#lib/domain/programme.ts'
import { command } from '#lib/server/command.ts'
import { askedProgramme, loadProgramme, stillRuns } from '#lib/server/programme/load-programme.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

/** Stops a laureate's programme for good, and says why: nothing is written to it any more, all of it stays to be read. */
export const stopProgramme = command({
  name: 'programme.stop',
  input: askedProgramme.extend(stopInput.shape).extend({ confirmed: z.literal('yes') }),
  subject: (read, { programmeId }) => loadProgramme(read, programmeId),
  may: manager,
  when: stillRuns,
  run: async ({ tx, subject, now, note }, { reason }) => {
    const [stopped] = await tx
      .update(programme)
      .set({ stoppedAt: now, stopReason: reason, version: sql`${programme.version} + 1` })
      .where(and(eq(programme.id, subject.id), sql`${programme.stoppedAt} is null`))
      .returning({ id: programme.id })
    if (!stopped) throw new Refusal('closed', { reason: 'programme.stop' })
    note({ subject: subject.id })
  },
})
