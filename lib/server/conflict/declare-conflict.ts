import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Reader, Transaction } from '#db/client.ts'
import { application } from '#db/schema/application.ts'
import { conflict } from '#db/schema/conflict.ts'
import { actorRounds } from '#db/schema/roles.ts'
import { scorer } from '#db/schema/round.ts'
import { type Actor, manager, type Person, signedIn } from '#lib/domain/access.ts'
import { declaredLink } from '#lib/domain/conflict.ts'
import { phaseOf } from '#lib/domain/round.ts'
import { command } from '#lib/server/command.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { askedRound, loadRound } from '#lib/server/round/load-round.ts'
import { z } from 'zod'

type Declared = z.output<typeof declaredLink>
type Declarable = { applicationId: string; callId: string }

/** One place for each name on the page, empty for those without a link, so that a fault names its place. */
const declaredLinks = z.array(declaredLink.nullable()).max(20_000).transform((links) => links.filter((link) => link !== null))

/** The actor's seat in a round that asked for their links; `not-found` for everybody else. */
async function loadOwnSeat(read: Reader, roundId: string, actor: Actor) {
  const [own] = await read.select().from(scorer).where(and(eq(scorer.roundId, roundId), eq(scorer.personId, actor?.id ?? ''), isNull(scorer.removedAt), sql`${scorer.roundId} = ${actorRounds}`))
  if (!own) throw new Refusal('not-found')
  const round = await loadRound(read, roundId)
  if (round.declaringAt === null) throw new Refusal('not-found')
  return { own, round }
}

async function keep(tx: Transaction, personId: string, callId: string, madeAt: Date, links: readonly Declared[]): Promise<void> {
  if (links.length > 0) await tx.insert(conflict).values(links.map(({ applicationId, reason, note }) => ({ callId, applicationId, personId, origin: 'declared' as const, reason, note, madeBy: personId, madeAt })))
}

/**
 * The pass over the names of a round: declares the links given, and that there is none to the others. From then on the
 * scorer is shown what they score. Said again later it only adds: nobody takes back what they declared. Refused with
 * `not-found` when one of the applications is not theirs to declare, or walled off from them already.
 */
export const declareConflicts = command({
  name: 'conflict.declare-all',
  input: askedRound.extend({ links: declaredLinks, noneForOthers: z.literal('yes') }),
  subject: (read, { roundId }, actor) => (actor === null ? Promise.resolve(null) : loadOwnSeat(read, roundId, actor)),
  may: signedIn,
  when: (subject) => subject !== null && phaseOf(subject.round) !== 'closed',
  run: async ({ tx, actor, subject, now, note }, { roundId, links }) => {
    const { own, round } = subject as NonNullable<typeof subject>
    const names = await tx.execute<Declarable>(sql`select application_id as "applicationId" from declarable_application where round_id = ${roundId}::uuid`)
    const known = new Set(names.map(({ applicationId }) => applicationId))
    if (links.some(({ applicationId }) => !known.has(applicationId)) || new Set(links.map(({ applicationId }) => applicationId)).size < links.length) throw new Refusal('not-found')
    await keep(tx, (actor as Person).id, round.callId, now, links)
    if (own.declaredAt === null) await tx.update(scorer).set({ declaredAt: now }).where(eq(scorer.id, own.id))
    note({ subject: roundId, detail: { applications: links.map(({ applicationId }) => applicationId), names: names.length } })
    return { declared: links.length }
  },
})

/** An application the actor may declare a link to: one of a round they score in, or any they see as a manager. */
async function loadDeclarable(read: Reader, applicationId: string, actor: Actor): Promise<Declarable> {
  const [scored] = await read.execute<Declarable>(sql`select application_id as "applicationId", call_id as "callId" from declarable_application where application_id = ${applicationId}::uuid limit 1`)
  const [managed] = scored || !manager(actor) ? [] : await read.select({ applicationId: application.id, callId: application.callId }).from(application).where(eq(application.id, applicationId))
  const found = scored ?? managed
  if (!found) throw new Refusal('not-found')
  return found
}

/**
 * Declares a link of interest to one application, at any time: a scorer to what they score, a manager to what they see.
 * From the next request on it does not exist for them, and an evaluation of it stops counting. Declared already, it is not there.
 */
export const declareConflict = command({
  name: 'conflict.declare',
  input: declaredLink,
  subject: (read, { applicationId }, actor) => loadDeclarable(read, applicationId, actor),
  may: signedIn,
  run: async ({ tx, actor, subject, now, note }, link) => {
    await keep(tx, (actor as Person).id, subject.callId, now, [link])
    note({ subject: link.applicationId, detail: { reason: link.reason } })
    return { applicationId: link.applicationId }
  },
})
