import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Reader, Transaction } from '#db/client.ts'
import { rupture } from '#db/schema/rupture.ts'
import { scorer } from '#db/schema/round.ts'
import { manager, type Person } from '#lib/domain/access.ts'
import type { OrganisationKind } from '#lib/domain/organisation.ts'
import { phaseOf } from '#lib/domain/round.ts'
import { addressedMember, chosenMembers, type ScorerProfile, scorerProfile, usualProfile } from '#lib/domain/scorer.ts'
import { command } from '#lib/server/command.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { askToDeclare, detectLinks } from '#lib/server/round/ask-scorers.ts'
import { askedRound, during, loadRound, type RoundRow } from '#lib/server/round/load-round.ts'
import { z } from 'zod'

export type Member = { personId: string; name: string; email: string; organisationId: string; organisation: string; kind: OrganisationKind }

/** Members of a call's partners who may score for them, by organisation. */
export function readPartnerMembers(read: Reader, callId: string): Promise<Member[]> {
  return read.execute<Member>(sql`select person_id as "personId", name, email, organisation_id as "organisationId", organisation_name as organisation, kind from portal.partner_members(${callId}::uuid)`)
}

/** Refuses ruptures the référentiel does not have: `not-found`. */
async function requireRuptures(read: Reader, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const found = await read.select({ id: rupture.id }).from(rupture).where(inArray(rupture.id, [...ids]))
  if (found.length < ids.length) throw new Refusal('not-found')
}

const givenProfile = scorerProfile.partial()
type GivenProfile = z.output<typeof givenProfile>

/** Seats people in a round; somebody taken out before comes back, and declares their links again. Once links are being declared they are asked for theirs. */
async function seat(tx: Transaction, actor: Person, its: RoundRow, members: readonly Member[], profile: GivenProfile) {
  const seated: { id: string; personId: string }[] = []
  const given = Object.fromEntries(Object.entries(profile).filter(([, value]) => value !== undefined)) as Partial<ScorerProfile>
  for (const { personId, name, email, organisationId, kind } of members) {
    const facts = { organisationId, partnerKind: kind, name, email, ...usualProfile(kind, its.applicationsPerScorer), ...given }
    const [row] = await tx
      .insert(scorer)
      .values({ roundId: its.id, personId, ...facts, addedBy: actor.id })
      .onConflictDoUpdate({ target: [scorer.roundId, scorer.personId], set: { ...facts, removedAt: null, declaredAt: null }, setWhere: sql`${scorer.removedAt} is not null` })
      .returning({ id: scorer.id, personId: scorer.personId })
    if (row) seated.push(row)
  }
  if (seated.length > 0 && phaseOf(its) !== 'preparing') {
    await detectLinks(tx, its.id)
    await askToDeclare(tx, its, actor.id, seated.map(({ personId }) => personId))
  }
  return { added: seated.length, scorerIds: seated.map(({ id }) => id) }
}

const takesScorers = during('preparing', 'declaring', 'scoring')

/**
 * Makes members of the call's partners scorers of a round, all with the same profile where one is given, otherwise each
 * with what their organisation's kind suggests. Those already there stay as they are. Refused with `conflict` for
 * `scorer_manages_conflicted`: who runs the call does not score in it.
 */
export const addScorers = command({
  name: 'scorer.add',
  input: askedRound.extend(chosenMembers.shape).extend({ profile: givenProfile.optional() }),
  subject: (read, { roundId }) => loadRound(read, roundId),
  may: manager,
  when: takesScorers,
  run: async ({ tx, actor, subject, note }, { members, profile = {} }) => {
    await requireRuptures(tx, profile.ruptureIds ?? [])
    const known = await readPartnerMembers(tx, subject.callId)
    const chosen = members.map(({ personId, organisationId }) => known.find((each) => each.personId === personId && each.organisationId === organisationId))
    const found = chosen.filter((each) => each !== undefined)
    if (found.length < chosen.length) throw new Refusal('not-found')
    const result = await seat(tx, actor as Person, subject, found, profile)
    note({ subject: subject.id, detail: { scorers: result.scorerIds } })
    return result
  },
})

type Addressed = { personId: string; name: string; organisationId: string; organisation: string; kind: OrganisationKind }

/**
 * Makes somebody a scorer by their address, for a partner organisation they sit in, whether it is named in the call or
 * not: the first by name where they sit in several. Code at `email`: `no-seat` when they sit in none.
 */
export const addScorerByAddress = command({
  name: 'scorer.add-by-address',
  input: askedRound.extend(addressedMember.shape),
  subject: (read, { roundId }) => loadRound(read, roundId),
  may: manager,
  when: takesScorers,
  run: async ({ tx, actor, subject, note }, { email }) => {
    const [found] = await tx.execute<Addressed>(sql`
      select person_id as "personId", name, organisation_id as "organisationId", organisation_name as organisation, kind from portal.partner_by_address(${email}) order by organisation_name`)
    if (!found) throw new Refusal('invalid', { faults: [{ path: 'email', code: 'no-seat' }] })
    const result = await seat(tx, actor as Person, subject, [{ ...found, email }], {})
    note({ subject: subject.id, detail: { scorers: result.scorerIds } })
    return result
  },
})

const namedScorer = z.object({ scorerId: z.uuid() })

/** A scorer who was not taken out, with their round; `not-found` otherwise. */
async function loadScorer(read: Reader, { scorerId }: z.output<typeof namedScorer>) {
  const [found] = await read.select().from(scorer).where(and(eq(scorer.id, scorerId), isNull(scorer.removedAt)))
  if (!found) throw new Refusal('not-found')
  return { scorer: found, round: await loadRound(read, found.roundId) }
}

/** Changes what managers know of a scorer: voice, chair, cap, what they know best. */
export const changeScorer = command({
  name: 'scorer.change',
  input: namedScorer.extend(scorerProfile.shape),
  subject: loadScorer,
  may: manager,
  when: ({ round }) => takesScorers(round),
  run: async ({ tx, subject, note }, { scorerId, ...profile }) => {
    await requireRuptures(tx, profile.ruptureIds)
    await tx.update(scorer).set(profile).where(eq(scorer.id, scorerId))
    note({ subject: subject.round.id, detail: { scorer: scorerId, ...profile } })
    return { roundId: subject.round.id }
  },
})

/** Takes a scorer out of a round: what they submitted stays and counts, what they did not goes back to be given to others. */
export const removeScorer = command({
  name: 'scorer.remove',
  input: namedScorer,
  subject: loadScorer,
  may: manager,
  when: ({ round }) => takesScorers(round),
  run: async ({ tx, subject, now, note }, { scorerId }) => {
    await tx.update(scorer).set({ removedAt: now }).where(eq(scorer.id, scorerId))
    note({ subject: subject.round.id, detail: { scorer: scorerId } })
    return { roundId: subject.round.id }
  },
})
