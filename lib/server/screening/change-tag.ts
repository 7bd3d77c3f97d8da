import { eq } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { tag } from '#db/schema/screening.ts'
import { manager } from '#lib/domain/access.ts'
import { tagName } from '#lib/domain/screening.ts'
import { loadCall } from '#lib/server/call/load-call.ts'
import { command } from '#lib/server/command.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { askedCall } from '#lib/server/screening/vocabulary.ts'
import { z } from 'zod'

const mostTags = 100
const named = z.object({ tagId: z.uuid() })

async function loadTag(read: Reader, { tagId }: z.output<typeof named>) {
  const [found] = await read.select({ id: tag.id, callId: tag.callId }).from(tag).where(eq(tag.id, tagId))
  if (!found) throw new Refusal('not-found')
  return found
}

/** Makes a tag for a call. Refused with `conflict` for `tag_name` when there is one of that name. */
export const createTag = command({
  name: 'tag.create',
  input: askedCall.extend({ name: tagName }),
  subject: (read, { slug }) => loadCall(read, slug),
  may: manager,
  run: async ({ tx, subject: call, note }, { name }) => {
    if ((await tx.$count(tag, eq(tag.callId, call.id))) >= mostTags) throw new Refusal('conflict', { reason: 'too-many-tags' })
    const [made] = await tx.insert(tag).values({ callId: call.id, name }).returning({ id: tag.id })
    note({ subject: call.id, detail: { tag: made?.id } })
    return { id: made?.id as string }
  },
})

/** Gives a tag another name, wherever it is. Refused as `createTag` is. */
export const renameTag = command({
  name: 'tag.rename',
  input: named.extend({ name: tagName }),
  subject: loadTag,
  may: manager,
  run: async ({ tx, subject: { id, callId }, note }, { name }) => {
    await tx.update(tag).set({ name }).where(eq(tag.id, id))
    note({ subject: callId, detail: { tag: id } })
  },
})

/** Removes a tag for good, from every application it is on; said twice, for it cannot be undone. */
export const removeTag = command({
  name: 'tag.remove',
  input: named.extend({ confirmed: z.literal('yes') }),
  subject: loadTag,
  may: manager,
  run: async ({ tx, subject: { id, callId }, note }) => {
    await tx.delete(tag).where(eq(tag.id, id))
    note({ subject: callId, detail: { tag: id } })
  },
})
