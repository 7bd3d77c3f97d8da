import { eq, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { programmeReminder } from '#db/schema/reminder.ts'
import { manager, type Person } from '#lib/domain/access.ts'
import { parisDate } from '#lib/domain/calendar.ts'
import { attemptKey } from '#lib/domain/entered-measurement.ts'
import { command } from '#lib/server/command.ts'
import { writeLetters } from '#lib/server/mail/write-mail.ts'
import { markOf, remindersOf } from '#lib/server/programme/reminder-letter.ts'
import { readBoard } from '#lib/server/programme/show-board.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

const everything = { call: '', rupture: '', stage: '', partner: '', flag: '' }

/**
 * Reminds the people of the laureates chosen of what waits for them, each by the mail its manager read: `mark` says which.
 * Every mail goes out or none. The same `key` again sends nothing and is answered the same; `conflict` for `key-reused` with
 * other laureates, for `reminder-changed` where a mail would no longer be the one that was read.
 */
export const remindLaureates = command({
  name: 'programme.remind',
  input: z.object({ key: attemptKey, chosen: z.array(z.object({ id: z.uuid(), mark: z.string().max(40) })).min(1).max(1_000) }),
  subject: async () => null,
  may: manager,
  run: async ({ tx, actor, now, note }, { key, chosen }) => {
    const { id: sentBy } = actor as Person
    // One at a time under a key: a second click waits for the first, and finds what it sent.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('programme-reminder'), hashtext(${key}))`)
    const sent = await tx.select().from(programmeReminder).where(eq(programmeReminder.idempotencyKey, key))
    if (sent.length > 0) return answeredBefore(sent, chosen, sentBy)
    const today = parisDate(now)
    const { laureates, calls } = await readBoard(tx, everything, today)
    const wanted = new Map(chosen.map(({ id, mark }) => [id, mark]))
    if (chosen.some(({ id }) => !laureates.some((each) => each.id === id))) throw new Refusal('not-found')
    const reminders = await remindersOf(tx, laureates.filter(({ id }) => wanted.has(id)), calls, today)
    if (reminders.length < wanted.size || reminders.some((each) => each.to.length === 0 || markOf(each) !== wanted.get(each.laureate.id))) throw new Refusal('conflict', { reason: 'reminder-changed' })
    await send(tx, { key, sentBy, now }, reminders)
    const people = reminders.reduce((sum, { to }) => sum + to.length, 0)
    note({ detail: { key, programmes: reminders.map(({ laureate: { id } }) => id), people } })
    return { told: people }
  },
})

async function send(tx: Transaction, { key, sentBy, now }: { key: string; sentBy: string; now: Date }, reminders: Awaited<ReturnType<typeof remindersOf>>): Promise<void> {
  await tx.insert(programmeReminder).values(reminders.map(({ laureate, to }) => ({ idempotencyKey: key, programmeId: laureate.id, people: to.length, sentBy, sentAt: now })))
  await writeLetters(tx, reminders.flatMap(({ to: people, letter }) => people.map((to) => ({ to, letter: letter(to.locale) }))), sentBy)
}

function answeredBefore(sent: readonly (typeof programmeReminder.$inferSelect)[], chosen: readonly { id: string }[], sentBy: string) {
  const same = sent.every((each) => each.sentBy === sentBy && chosen.some(({ id }) => id === each.programmeId)) && sent.length === new Set(chosen.map(({ id }) => id)).size
  if (!same) throw new Refusal('conflict', { reason: 'key-reused' })
  return { told: sent.reduce((sum, { people }) => sum + people, 0) }
}
