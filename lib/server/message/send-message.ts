import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { message } from '#db/schema/application.ts'
import type { Person } from '#lib/domain/access.ts'
import { inLocale } from '#lib/domain/localized.ts'
import { messageForm, noticeMinutes, otherSide, type Side } from '#lib/domain/message.ts'
import { addressees } from '#lib/server/mail/addressees.ts'
import { command } from '#lib/server/command.ts'
import { pageAddress, writeMails } from '#lib/server/mail/write-mail.ts'
import { loadConversation } from '#lib/server/message/load-conversation.ts'
import { Refusal } from '#lib/server/refusal.ts'

/**
 * Writes a word into a deposited file. The other side is told by mail that there is one, never what it says, at most once
 * an hour while it is unread. The same `key` again sends nothing. Refused with `conflict` for `not-deposited`, or
 * `key-reused` for another text.
 */
export const sendMessage = command({
  name: 'message.send',
  input: messageForm,
  subject: (read, { draftId }, actor) => loadConversation(read, draftId, actor),
  may: (_actor, { mayWrite }) => mayWrite,
  run: async ({ tx, actor, subject, now, note }, { draftId, key, text }) => {
    const { id: senderId, name, email } = actor as Person
    const { side, isDeposited, number, call } = subject
    if (!isDeposited) throw new Refusal('conflict', { reason: 'not-deposited' })
    // One at a time for each file, so that two words at once do not both count as the first unread one.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('message'), hashtext(${draftId}))`)
    const noticed = !(await wasToldLately(tx, draftId, side))
    const [made] = await tx.insert(message).values({ id: key, draftId, side, senderId, senderName: name ?? email, text, noticed, sentAt: now }).onConflictDoNothing().returning({ id: message.id })
    note({ subject: draftId, detail: { messageId: key, side } })
    if (!made) {
      const [mine] = await tx.select({ id: message.id }).from(message).where(and(eq(message.id, key), eq(message.draftId, draftId), eq(message.senderId, senderId), eq(message.text, text)))
      if (!mine) throw new Refusal('conflict', { reason: 'key-reused' })
      return mine
    }
    if (noticed) {
      const to = (await addressees(tx, draftId, otherSide(side))).filter(({ personId }) => personId !== senderId)
      await writeMails(tx, to, senderId, (locale) => ({
        kind: 'message',
        values: { number: number ?? '', call: inLocale(call.title, locale), link: pageAddress(locale, side === 'applicant' ? `/manage/applications/${draftId}#messages` : `/applications/${draftId}/messages`) },
      }))
    }
    return made
  },
})

async function wasToldLately(tx: Transaction, draftId: string, side: Side): Promise<boolean> {
  const lately = sql`${message.sentAt} > portal.arrived() - make_interval(mins => ${noticeMinutes})`
  return (await tx.$count(message, and(eq(message.draftId, draftId), eq(message.side, side), isNull(message.seenAt), eq(message.noticed, true), lately))) > 0
}
