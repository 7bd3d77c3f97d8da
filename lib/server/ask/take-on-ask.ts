import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { commitment } from '#db/schema/commitment.ts'
import { editorOf, type Person } from '#lib/domain/access.ts'
import { commitmentInput } from '#lib/domain/commitment.ts'
import { inLocale } from '#lib/domain/localized.ts'
import { type AskRow, readAsks } from '#lib/server/ask/list-asks.ts'
import { command } from '#lib/server/command.ts'
import { type Addressee, pageAddress, writeMails } from '#lib/server/mail/write-mail.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

/** Tells one side by mail that its ask is taken on; what was asked and promised is read on the page. */
async function tell(tx: Transaction, { checkInId, laureateName, call }: AskRow, side: 'laureate' | 'manager', senderId: string, page: string): Promise<void> {
  const to = await tx.execute<Addressee>(sql`select person_id as "personId", email, locale from portal.ask_addressees(${checkInId}::uuid, ${side})`)
  await writeMails(tx, Array.from(to), senderId, (locale) => ({ kind: 'askTaken', values: { laureate: laureateName, call: inLocale(call.title, locale), link: pageAddress(locale, page) } }))
}

/**
 * Takes on what a laureate asked of one's organisation: a commitment to that laureate, which the managers see among the others and may
 * change or withdraw. The laureate and the managers are told by mail. Once for each ask: `conflict` for `ask-taken`.
 */
export const takeOnAsk = command({
  name: 'ask.take-on',
  input: z.object({ checkInId: z.uuid() }).extend(commitmentInput.omit({ programmeId: true }).shape),
  subject: async (read, { checkInId }) => {
    const found = (await readAsks(read)).find((each) => each.checkInId === checkInId)
    if (!found) throw new Refusal('not-found')
    return found
  },
  may: (actor, { organisationId }) => editorOf(actor, organisationId),
  run: async ({ tx, actor, subject, now, note }, { checkInId, ...promised }) => {
    const { programmeId, callId, organisationId, organisationName, laureateName } = subject
    const { id: recordedBy } = actor as Person
    const [made] = await tx
      .insert(commitment)
      .values({ ...promised, checkInId, programmeId, callId, organisationId, organisationName, laureateName, recordedBy, recordedAt: now })
      .onConflictDoNothing({ target: commitment.checkInId })
      .returning({ id: commitment.id })
    if (!made) throw new Refusal('conflict', { reason: 'ask-taken' })
    await tell(tx, subject, 'laureate', recordedBy, `/programmes/${programmeId}`)
    await tell(tx, subject, 'manager', recordedBy, `/manage/calls/${subject.call.slug}/commitments#commitment-${made.id}`)
    note({ subject: callId, detail: { commitment: made.id, organisation: organisationId, checkIn: checkInId } })
    return { commitmentId: made.id }
  },
})
