import { and, eq, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { programmeTemplate } from '#db/schema/programme.ts'
import { manager } from '#lib/domain/access.ts'
import { markedAsBefore, templateInput } from '#lib/domain/programme-template.ts'
import { loadCall, turn } from '#lib/server/call/load-call.ts'
import { command } from '#lib/server/command.ts'
import { loadTemplate } from '#lib/server/programme/show-template.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

type Saved = Omit<typeof programmeTemplate.$inferInsert, 'version'>

/** Writes it if it still is the version its writer had in view; `conflict` for `template-changed` otherwise, with the version that stands. */
async function takeTemplateTurn(tx: Transaction, values: Saved, version: number): Promise<void> {
  const { callId, ...changes } = values
  const raised = sql`${programmeTemplate.version} + 1`
  const isCurrent = and(eq(programmeTemplate.callId, callId), eq(programmeTemplate.version, version))
  const [changed] = await tx.update(programmeTemplate).set({ ...changes, version: raised }).where(isCurrent).returning({ version: programmeTemplate.version })
  if (changed) return
  const [made] = version > 0 ? [] : await tx.insert(programmeTemplate).values({ ...values, version: 1 }).onConflictDoNothing().returning({ version: programmeTemplate.version })
  if (made) return
  const [now] = await tx.select({ version: programmeTemplate.version }).from(programmeTemplate).where(eq(programmeTemplate.callId, callId))
  throw new Refusal('conflict', { reason: 'template-changed', current: { version: now?.version ?? 0 } })
}

/**
 * Settles what the laureates of a call will go through. Programmes that run already stay as they are: their milestones are
 * moved one by one. Refused with `conflict` for `template-changed`.
 */
export const saveTemplate = command({
  name: 'programme.save-template',
  input: z.intersection(z.object(turn), templateInput),
  subject: (read, { slug }) => loadCall(read, slug),
  may: manager,
  run: async ({ tx, subject, note }, { version, months, followUps, startsOn, ...wanted }) => {
    const { modules, milestones } = markedAsBefore(await loadTemplate(tx, subject.id), wanted)
    await takeTemplateTurn(tx, { callId: subject.id, months, followUps, startsOn, modules, milestones }, version)
    note({ subject: subject.id, detail: { version: version + 1, months, modules: modules.length, milestones: milestones.length, startsOn } })
  },
})
