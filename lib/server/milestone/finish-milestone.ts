import { eq, sql } from 'drizzle-orm'
import { milestone } from '#db/schema/programme.ts'
import { editorOf, type Person } from '#lib/domain/access.ts'
import { inLocale } from '#lib/domain/localized.ts'
import { milestoneEvidence } from '#lib/domain/milestone-work.ts'
import { command } from '#lib/server/command.ts'
import { pageAddress, writeMails } from '#lib/server/mail/write-mail.ts'
import { lockMilestone } from '#lib/server/milestone/load-milestone.ts'
import { programmeAddressees } from '#lib/server/programme/programme-addressees.ts'
import { z } from 'zod'

const oneMore = sql`${milestone.version} + 1`

/**
 * Says, for the laureate, that a milestone is done and what shows it; said again it says it anew, until a manager accepts
 * it. Managers are told by mail the first time. Refused with `closed` once accepted.
 */
export const finishMilestone = command({
  name: 'milestone.finish',
  input: z.object({ milestoneId: z.uuid(), evidence: milestoneEvidence }),
  subject: (read, { milestoneId }, actor) => lockMilestone(read, milestoneId, actor),
  may: (actor, { programme }) => editorOf(actor, programme.organisationId),
  when: ({ milestone: its, isRunning }) => isRunning && its.acceptedAt === null,
  run: async ({ tx, actor, subject, now, note }, { milestoneId, evidence }) => {
    const { milestone: its, programme, call } = subject
    const { id: personId } = actor as Person
    await tx.update(milestone).set({ evidence, doneAt: now, doneBy: personId, version: oneMore }).where(eq(milestone.id, milestoneId))
    note({ subject: milestoneId, detail: { programme: programme.id, again: its.doneAt !== null } })
    if (its.doneAt === null) {
      await writeMails(tx, await programmeAddressees(tx, programme.id, 'manager'), personId, (locale) => ({
        kind: 'milestoneDone', values: { solution: programme.solution, call: inLocale(call.title, locale), link: pageAddress(locale, `/manage/programmes/${programme.id}`) },
      }))
    }
    return { programmeId: programme.id }
  },
})

/** Takes back that a milestone is done; what was said of it stays for the next time. Refused with `closed` when it is not done, or accepted. */
export const takeBackMilestone = command({
  name: 'milestone.take-back',
  input: z.object({ milestoneId: z.uuid() }),
  subject: (read, { milestoneId }, actor) => lockMilestone(read, milestoneId, actor),
  may: (actor, { programme }) => editorOf(actor, programme.organisationId),
  when: ({ milestone: its, isRunning }) => isRunning && its.doneAt !== null && its.acceptedAt === null,
  run: async ({ tx, subject, note }, { milestoneId }) => {
    await tx.update(milestone).set({ doneAt: null, doneBy: null, version: oneMore }).where(eq(milestone.id, milestoneId))
    note({ subject: milestoneId, detail: { programme: subject.programme.id } })
    return { programmeId: subject.programme.id }
  },
})
