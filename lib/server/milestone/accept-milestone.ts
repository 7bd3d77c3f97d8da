import { eq, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { milestone, milestoneMove } from '#db/schema/programme.ts'
import { type Actor, manager, type Person } from '#lib/domain/access.ts'
import { day } from '#lib/domain/day.ts'
import { inLocale } from '#lib/domain/localized.ts'
import { moveFaults } from '#lib/domain/milestone.ts'
import { milestoneReason } from '#lib/domain/milestone-work.ts'
import { command } from '#lib/server/command.ts'
import { pageAddress, writeMails } from '#lib/server/mail/write-mail.ts'
import { lockMilestone } from '#lib/server/milestone/load-milestone.ts'
import { programmeAddressees } from '#lib/server/programme/programme-addressees.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

type Locked = Awaited<ReturnType<typeof lockMilestone>>
const oneMore = sql`${milestone.version} + 1`
/** A manager changes what they saw: at another version it has changed since. */
const seen = z.object({ milestoneId: z.uuid(), version: z.coerce.number().int().min(0) })

function requireSeen({ milestone: its }: Locked, version: number): void {
  if (its.version !== version) throw new Refusal('conflict', { reason: 'milestone-changed', current: { version: its.version } })
}

async function tellLaureate(tx: Transaction, actor: Actor, { programme, call }: Locked, kind: 'milestoneAccepted' | 'milestoneReturned' | 'milestoneMoved'): Promise<void> {
  await writeMails(tx, await programmeAddressees(tx, programme.id, 'laureate'), (actor as Person).id, (locale) => ({
    kind, values: { solution: programme.solution, call: inLocale(call.title, locale), link: pageAddress(locale, `/programmes/${programme.id}/milestones`) },
  }))
}

/** Accepts a milestone that the laureate says is done; from then on it stays as it is. Refused with `milestone-changed`, or `closed` when it is not done. */
export const acceptMilestone = command({
  name: 'milestone.accept',
  input: seen,
  subject: (read, { milestoneId }, actor) => lockMilestone(read, milestoneId, actor),
  may: (actor, { side }) => manager(actor) && side === 'manager',
  when: ({ milestone: its, isRunning }) => isRunning && its.doneAt !== null && its.acceptedAt === null,
  run: async ({ tx, actor, subject, now, note }, { milestoneId, version }) => {
    requireSeen(subject, version)
    await tx.update(milestone).set({ acceptedAt: now, acceptedBy: (actor as Person).id, returnedReason: null, version: oneMore }).where(eq(milestone.id, milestoneId))
    note({ subject: milestoneId, detail: { programme: subject.programme.id } })
    await tellLaureate(tx, actor, subject, 'milestoneAccepted')
    return { programmeId: subject.programme.id }
  },
})

/** Sends a milestone back that was said to be done, with a reason the laureate reads. Refused as accepting is. */
export const returnMilestone = command({
  name: 'milestone.return',
  input: seen.extend({ reason: milestoneReason }),
  subject: (read, { milestoneId }, actor) => lockMilestone(read, milestoneId, actor),
  may: (actor, { side }) => manager(actor) && side === 'manager',
  when: ({ milestone: its, isRunning }) => isRunning && its.doneAt !== null && its.acceptedAt === null,
  run: async ({ tx, actor, subject, note }, { milestoneId, version, reason }) => {
    requireSeen(subject, version)
    await tx.update(milestone).set({ doneAt: null, doneBy: null, returnedReason: reason, version: oneMore }).where(eq(milestone.id, milestoneId))
    note({ subject: milestoneId, detail: { programme: subject.programme.id } })
    await tellLaureate(tx, actor, subject, 'milestoneReturned')
    return { programmeId: subject.programme.id }
  },
})

/** Moves a milestone's day, with a reason; its history keeps both days. Refused with `milestone-changed`, `invalid` for `same-day` or `before-start`, or `closed` once accepted. */
export const moveMilestone = command({
  name: 'milestone.move',
  input: seen.extend({ dueOn: day, reason: milestoneReason }),
  subject: (read, { milestoneId }, actor) => lockMilestone(read, milestoneId, actor),
  may: (actor, { side }) => manager(actor) && side === 'manager',
  when: ({ milestone: its, isRunning }) => isRunning && its.acceptedAt === null,
  run: async ({ tx, actor, subject, now, note }, { milestoneId, version, dueOn, reason }) => {
    const { milestone: its, programme } = subject
    requireSeen(subject, version)
    const faults = moveFaults({ dueOn: its.dueOn, doneOn: null, acceptedOn: null }, dueOn, reason, programme.startsOn)
    if (faults.length > 0) throw new Refusal('invalid', { faults: faults.map((code) => ({ path: 'dueOn', code })) })
    await tx.insert(milestoneMove).values({ milestoneId, programmeId: programme.id, fromOn: its.dueOn, toOn: dueOn, reason, movedBy: (actor as Person).id, movedAt: now })
    await tx.update(milestone).set({ dueOn, version: oneMore }).where(eq(milestone.id, milestoneId))
    note({ subject: milestoneId, detail: { programme: programme.id, from: its.dueOn, to: dueOn } })
    await tellLaureate(tx, actor, subject, 'milestoneMoved')
    return { programmeId: programme.id }
  },
})
