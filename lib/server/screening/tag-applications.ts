import { and, eq, inArray } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { applicationTag, screeningDeed, tag } from '#db/schema/screening.ts'
import { manager } from '#lib/domain/access.ts'
import type { ScreeningBatch } from '#lib/domain/screening.ts'
import { loadCall } from '#lib/server/call/load-call.ts'
import { command } from '#lib/server/command.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { chosen, lockApplications } from '#lib/server/screening/judge-applications.ts'
import { z } from 'zod'

const input = chosen.extend({ tagId: z.uuid() })

/** A call and one of its tags; `not-found` otherwise. */
async function loadTag(read: Reader, slug: string, tagId: string) {
  const call = await loadCall(read, slug)
  const [found] = await read.select({ id: tag.id, name: tag.name }).from(tag).where(and(eq(tag.id, tagId), eq(tag.callId, call.id)))
  return { call, tag: found }
}

/** One of the two: rows come or go, each leaves a deed, and what already is so is left as it is. */
const deed = (name: 'screening.tag' | 'screening.untag', kind: 'tag' | 'untag') =>
  command({
    name,
    input,
    subject: (read, { slug, tagId }) => loadTag(read, slug, tagId),
    may: manager,
    run: async ({ tx, actor, subject: { call, tag: its }, note }, { chosen: asked }) => {
      if (!its) throw new Refusal('not-found')
      const applications = (await lockApplications(tx, call.id, asked.map(({ id }) => id))).map(({ id }) => id)
      const changed = kind === 'tag'
        ? await tx.insert(applicationTag).values(applications.map((applicationId) => ({ applicationId, tagId: its.id }))).onConflictDoNothing().returning({ id: applicationTag.applicationId })
        : await tx.delete(applicationTag).where(and(eq(applicationTag.tagId, its.id), inArray(applicationTag.applicationId, applications))).returning({ id: applicationTag.applicationId })
      const batchId = crypto.randomUUID()
      const about = { tagId: its.id, name: its.name }
      if (changed.length > 0) {
        await tx.insert(screeningDeed).values(changed.map(({ id: applicationId }) => ({
          callId: call.id, applicationId, batchId, kind, before: { ...about, tagged: kind === 'untag' }, after: { ...about, tagged: kind === 'tag' }, doneBy: actor?.id ?? null,
        })))
      }
      note({ subject: call.id, detail: { batch: batchId, tag: its.id, applications: changed.map(({ id }) => id) } })
      return { batchId, kind, tag: its.name, count: changed.length, undone: false } satisfies ScreeningBatch
    },
  })

/** Puts a tag of the call on applications. */
export const tagApplications = deed('screening.tag', 'tag')
/** Takes a tag of the call off applications. */
export const untagApplications = deed('screening.untag', 'untag')
