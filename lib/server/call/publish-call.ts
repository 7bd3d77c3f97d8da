import { eq } from 'drizzle-orm'
import { call } from '#db/schema/call.ts'
import { formVersion } from '#db/schema/form.ts'
import { manager, type Person } from '#lib/domain/access.ts'
import { publishingNeeds } from '#lib/domain/publishing.ts'
import { loadCall, loadSettings, publishPartners, takeTurn, turn } from '#lib/server/call/load-call.ts'
import { command } from '#lib/server/command.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

/**
 * Makes a call public with its partners, and freezes the first version of its form. Refused as `invalid` for `not-ready`, naming each part
 * and what it lacks, or as `closed` when the call is public already.
 */
export const publishCall = command({
  name: 'call.publish',
  input: z.object(turn),
  subject: (read, { slug }) => loadCall(read, slug),
  may: manager,
  when: ({ publishedAt }) => publishedAt === null,
  run: async ({ tx, actor, subject, now, note }, { version }) => {
    await takeTurn(tx, subject, version)
    const settings = await loadSettings(tx, await loadCall(tx, subject.slug))
    const needs = publishingNeeds(settings, now)
    if (needs.length > 0) throw new Refusal('invalid', { reason: 'not-ready', faults: needs.map(({ part, code }) => ({ path: part, code })) })
    await tx.update(call).set({ publishedAt: now }).where(eq(call.id, subject.id))
    await publishPartners(tx, subject.id)
    await tx.insert(formVersion).values({ callId: subject.id, version: 1, questions: settings.questions, publishedBy: (actor as Person).id, publishedAt: now })
    note({ subject: subject.id, detail: { version: version + 1, formVersion: 1 } })
    return { slug: subject.slug }
  },
})
