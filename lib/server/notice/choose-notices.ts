import { sql } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { noticePreference } from '#db/schema/notice.ts'
import { signedIn, type Person } from '#lib/domain/access.ts'
import { type NoticePreference, noticePreferenceInput, usualPreference } from '#lib/domain/notice.ts'
import { command } from '#lib/server/command.ts'
import { query } from '#lib/server/query.ts'
import { z } from 'zod'

/** How the person who asks is told by mail; what holds for everybody where they chose nothing. */
export const showNoticeChoice = query({
  name: 'notice.show-choice',
  input: z.object({}),
  may: signedIn,
  read: ({ tx }) => readChoice(tx),
})

async function readChoice(read: Reader): Promise<NoticePreference> {
  const [row] = await read.select().from(noticePreference)
  if (!row) return usualPreference
  const { choices, quietFrom, quietUntil, digestDay, digestHour } = row
  return { choices, quiet: quietFrom === null || quietUntil === null ? null : { from: quietFrom, until: quietUntil }, digestDay, digestHour }
}

/** Chooses it. Kinds the form did not show stay as they were chosen. Codes: those of zod, at the field. */
export const chooseNotices = command({
  name: 'notice.choose',
  input: noticePreferenceInput,
  subject: async () => null,
  may: signedIn,
  run: async ({ tx, actor, note }, { choices, quiet, digestDay, digestHour }) => {
    const { id } = actor as Person
    const chosen = { quietFrom: quiet?.from ?? null, quietUntil: quiet?.until ?? null, digestDay, digestHour }
    await tx
      .insert(noticePreference)
      .values({ personId: id, choices, ...chosen })
      .onConflictDoUpdate({ target: noticePreference.personId, set: { ...chosen, choices: sql`${noticePreference.choices} || excluded.choices`, changedAt: sql`now()` } })
    note({ subject: id })
  },
})
