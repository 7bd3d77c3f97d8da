import { and, eq, isNull, sql } from 'drizzle-orm'
import { deliberationPresence, deliberationScore } from '#db/schema/deliberation.ts'
import type { Person } from '#lib/domain/access.ts'
import { juryScore, scoreKindOf } from '#lib/domain/deliberation.ts'
import { command } from '#lib/server/command.ts'
import { askedDeliberation, isRunning, leads, loadDeliberation, loadItem, sits } from '#lib/server/deliberation/load-deliberation.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { z } from 'zod'

/** Oneself, or a juror whom somebody who leads ticks in or out. */
const whom = askedDeliberation.extend({ personId: z.union([z.literal('').transform(() => null), z.uuid()]).nullish() })

/** Comes into the room, or is ticked in by whoever leads; whoever is there stays there. */
export const arrive = command({
  name: 'deliberation.arrive',
  input: whom,
  subject: (read, { deliberationId }, actor) => loadDeliberation(read, deliberationId, actor),
  may: (actor, subject) => sits(actor, subject) || leads(actor, subject),
  when: ({ deliberation: { state } }) => state !== 'ended',
  run: async ({ tx, actor, subject, now, note }, { deliberationId, personId }) => {
    const who = await juror(personId)
    await tx.insert(deliberationPresence).values({ deliberationId, roundId: subject.round.id, ...who, arrivedAt: now }).onConflictDoNothing()
    note({ subject: subject.round.id, detail: { person: who.personId } })
    return {}

    async function juror(named: string | null | undefined) {
      const self = (actor as Person).id
      if ((named ?? self) === self) {
        if (subject.seat === null) throw new Refusal('not-found')
        return { personId: self, name: subject.seat.name }
      }
      if (!leads(actor, subject)) throw new Refusal('not-found')
      const [seat] = await tx.execute<{ personId: string; name: string }>(sql`select person_id as "personId", name from portal.jurors(${subject.round.id}::uuid) where person_id = ${named}::uuid`)
      if (!seat) throw new Refusal('not-found')
      return seat
    }
  },
})

/** Leaves the room, or is ticked out by whoever leads. */
export const leave = command({
  name: 'deliberation.leave',
  input: whom,
  subject: (read, { deliberationId }, actor) => loadDeliberation(read, deliberationId, actor),
  may: (actor, subject) => sits(actor, subject) || leads(actor, subject),
  when: ({ deliberation: { state } }) => state !== 'ended',
  run: async ({ tx, actor, subject, now, note }, { deliberationId, personId }) => {
    const self = (actor as Person).id
    const who = personId ?? self
    if (who !== self && !leads(actor, subject)) throw new Refusal('not-found')
    const [gone] = await tx.update(deliberationPresence).set({ leftAt: now }).where(and(eq(deliberationPresence.deliberationId, deliberationId), eq(deliberationPresence.personId, who), isNull(deliberationPresence.leftAt))).returning({ id: deliberationPresence.id })
    if (!gone) throw new Refusal('not-found')
    note({ subject: subject.round.id, detail: { person: who } })
    return {}
  },
})

/**
 * Gives one's own score of the application under discussion: private before the reveal, final after it. Given again in the
 * same step, it is replaced. `not-found` for whoever a link keeps from it; `closed` outside of the step.
 */
export const scoreInJury = command({
  name: 'deliberation.score',
  unrecorded: true,
  input: askedDeliberation.extend({ applicationId: z.uuid(), score: juryScore }),
  subject: (read, { deliberationId }, actor) => loadDeliberation(read, deliberationId, actor),
  may: sits,
  when: isRunning,
  run: async ({ tx, actor, subject, now }, { deliberationId, applicationId, score }) => {
    const item = await loadItem(tx, deliberationId, applicationId)
    const kind = scoreKindOf(item.step)
    if (kind === null || subject.deliberation.currentApplicationId !== applicationId) throw new Refusal('closed', { reason: 'deliberation_score_closed' })
    const given = { deliberationId, roundId: subject.round.id, applicationId, personId: (actor as Person).id, kind, score, savedAt: now }
    await tx.insert(deliberationScore).values(given).onConflictDoUpdate({ target: [deliberationScore.deliberationId, deliberationScore.applicationId, deliberationScore.personId, deliberationScore.kind], set: { score, savedAt: now } })
    return { kind, score }
  },
})
