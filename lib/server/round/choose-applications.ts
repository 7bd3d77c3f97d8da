import { and, eq, inArray } from 'drizzle-orm'
import { application } from '#db/schema/application.ts'
import { roundApplication, scorer } from '#db/schema/round.ts'
import { manager, type Person } from '#lib/domain/access.ts'
import { phaseOf } from '#lib/domain/round.ts'
import { command } from '#lib/server/command.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { askToDeclare, detectLinks } from '#lib/server/round/ask-scorers.ts'
import { askedRound, during, loadRound } from '#lib/server/round/load-round.ts'
import { z } from 'zod'

const chosen = askedRound.extend({ applicationIds: z.array(z.uuid()).min(1).max(20_000) })

/**
 * Puts eligible applications before a round: a jury's shortlist, or one found eligible late. Those already there stay.
 * Once scorers were asked for their links they are asked again, for the new names; before scoring nothing opens to them
 * until they answered. Refused with `conflict` for `round_application_eligible_conflicted`.
 */
export const addApplications = command({
  name: 'round.add-applications',
  input: chosen,
  subject: (read, { roundId }) => loadRound(read, roundId),
  may: manager,
  when: during('preparing', 'declaring', 'scoring'),
  run: async ({ tx, actor, subject, note }, { applicationIds }) => {
    const addedBy = (actor as Person).id
    const unique = [...new Set(applicationIds)]
    const known = await tx.select({ id: application.id }).from(application).where(and(inArray(application.id, unique), eq(application.callId, subject.callId)))
    if (known.length < unique.length) throw new Refusal('not-found')
    const added = await tx.insert(roundApplication).values(unique.map((applicationId) => ({ roundId: subject.id, applicationId, addedBy }))).onConflictDoNothing().returning({ id: roundApplication.applicationId })
    const phase = phaseOf(subject)
    if (added.length > 0 && phase !== 'preparing') {
      await detectLinks(tx, subject.id)
      if (phase === 'declaring') await tx.update(scorer).set({ declaredAt: null }).where(eq(scorer.roundId, subject.id))
      await askToDeclare(tx, subject, addedBy)
    }
    note({ subject: subject.id, detail: { added: added.map(({ id }) => id) } })
    return { added: added.length }
  },
})

/** Takes applications away from a round nobody scores yet; their links of interest stay. */
export const removeApplications = command({
  name: 'round.remove-applications',
  input: chosen,
  subject: (read, { roundId }) => loadRound(read, roundId),
  may: manager,
  when: during('preparing', 'declaring'),
  run: async ({ tx, subject, note }, { applicationIds }) => {
    const removed = await tx.delete(roundApplication).where(and(eq(roundApplication.roundId, subject.id), inArray(roundApplication.applicationId, applicationIds))).returning({ id: roundApplication.applicationId })
    if (removed.length === 0) throw new Refusal('not-found')
    note({ subject: subject.id, detail: { removed: removed.map(({ id }) => id) } })
    return { removed: removed.length }
  },
})
