import { and, eq, isNull, sql } from 'drizzle-orm'
import { notice } from '#db/schema/notice.ts'
import { signedIn, type Person } from '#lib/domain/access.ts'
import { command } from '#lib/server/command.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

/** Marks one of one's own notices as seen, or all of them; seen once, it stays so. It waits on all the same. */
export const seeNotices = command({
  name: 'notice.see',
  unrecorded: true,
  input: z.object({ noticeId: z.uuid().nullable() }),
  subject: async (read, { noticeId }) => {
    if (noticeId === null) return null
    const [found] = await read.select({ id: notice.id }).from(notice).where(eq(notice.id, noticeId))
    if (!found) throw new Refusal('not-found')
    return found
  },
  may: signedIn,
  run: async ({ tx, actor, subject }) => {
    const own = and(eq(notice.personId, (actor as Person).id), isNull(notice.seenAt))
    await tx.update(notice).set({ seenAt: sql`now()` }).where(subject === null ? own : and(own, eq(notice.id, subject.id)))
  },
})
