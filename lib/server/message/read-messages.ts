import { and, asc, eq, isNull } from 'drizzle-orm'
import { message } from '#db/schema/application.ts'
import { signedIn } from '#lib/domain/access.ts'
import { otherSide } from '#lib/domain/message.ts'
import { command } from '#lib/server/command.ts'
import { askedDraft } from '#lib/server/draft/show-draft.ts'
import { loadConversation } from '#lib/server/message/load-conversation.ts'
import { query } from '#lib/server/query.ts'

/** The words exchanged about a file, oldest first. Throws `not-found`. */
export const listMessages = query({
  name: 'message.list',
  input: askedDraft,
  may: signedIn,
  read: async ({ tx, actor, now }, { draftId }) => {
    const conversation = await loadConversation(tx, draftId, actor)
    const messages = await tx
      .select({ id: message.id, side: message.side, senderName: message.senderName, text: message.text, sentAt: message.sentAt, seenAt: message.seenAt })
      .from(message)
      .where(eq(message.draftId, draftId))
      .orderBy(asc(message.sentAt), asc(message.id))
    return { ...conversation, now, messages }
  },
})
export type Conversation = Awaited<ReturnType<typeof listMessages>>

/** Marks the other side's messages as seen, by somebody who may answer them. */
export const seeMessages = command({
  name: 'message.see',
  unrecorded: true,
  input: askedDraft,
  subject: (read, { draftId }, actor) => loadConversation(read, draftId, actor),
  may: (_actor, { mayWrite }) => mayWrite,
  run: async ({ tx, subject, now }, { draftId }) => {
    await tx.update(message).set({ seenAt: now }).where(and(eq(message.draftId, draftId), eq(message.side, otherSide(subject.side)), isNull(message.seenAt)))
  },
})
