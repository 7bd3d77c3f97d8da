import { and, asc, eq, isNotNull } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { readLaureates } from '#db/read/laureate.ts'
import { call, callPartner, challenge, challengeRupture, initiative, phase } from '#db/schema/call.ts'
import { deadlineChange } from '#db/schema/deadline.ts'
import { organisation } from '#db/schema/organisation.ts'
import { currentRupture, rupture, ruptureVersion } from '#db/schema/rupture.ts'
import type { CoreField } from '#lib/domain/application.ts'
import { type Call, callInstants, callState, type CallState, type Finding } from '#lib/domain/call.ts'
import type { Localized } from '#lib/domain/localized.ts'
import type { PublicCall } from '#lib/domain/public-call.ts'
import type { StageSlug } from '#lib/domain/stage.ts'

/** What is known of a call beyond its columns; a call run here may have none of it. */
export type CallFacts = Partial<
  Pick<Call, 'externalNote' | 'opensOnNote' | 'themes' | 'themesSourceId' | 'partnersNote' | 'eligibility' | 'selectionCriteria' | 'outcomes' | 'budget' | 'laureatesComplete' | 'laureatesNote'>
> & { targetNote?: Localized | null; applicationsNote?: Localized | null }

const notSaid: Finding = { text: null, sourceId: null, note: null }

type Times = { opensOn: string | null; closesOn: string | null; opensAt: Date | null; closesAt: Date | null }

/** Where a call stands: from its instants when it has them, else from its days in Paris. */
export function stateOf(row: Times, now: Date): CallState {
  if (row.opensAt !== null && row.closesAt !== null) return callState(row, now)
  const days = callInstants(row)
  return callState({ opensAt: row.opensAt ?? days.opensAt, closesAt: row.closesAt ?? days.closesAt }, now)
}

function said(instant: Date | null): string | null {
  return instant?.toISOString() ?? null
}

/** Published calls with all their parts, in order of opening, those run elsewhere after ours and invented ones last; eight statements. */
export async function readCalls(read: Reader, now: Date, slug?: string): Promise<PublicCall[]> {
  // Managers see calls being prepared too: this is what everybody reads.
  const only = and(isNotNull(call.publishedAt), slug === undefined ? undefined : eq(call.slug, slug))
  const [rows, phases, challenges, ruptures, partners, changes, laureates] = await Promise.all([
    read
      .select({ call, initiative: { slug: initiative.slug, title: initiative.title } })
      .from(call)
      .innerJoin(initiative, eq(initiative.id, call.initiativeId))
      .where(only)
      .orderBy(asc(call.demonstration), asc(call.external), asc(call.opensOn), asc(call.slug)),
    read.select({ phase }).from(phase).innerJoin(call, eq(call.id, phase.callId)).where(only).orderBy(asc(phase.position)),
    read.select({ challenge }).from(challenge).innerJoin(call, eq(call.id, challenge.callId)).where(only).orderBy(asc(challenge.position)),
    read
      .select({ challengeId: challengeRupture.challengeId, slug: rupture.slug, title: ruptureVersion.title, stage: ruptureVersion.stage })
      .from(challengeRupture)
      .innerJoin(call, eq(call.id, challengeRupture.callId))
      .innerJoin(rupture, eq(rupture.id, challengeRupture.ruptureId))
      .innerJoin(currentRupture, eq(currentRupture.ruptureId, rupture.id))
      .innerJoin(ruptureVersion, eq(ruptureVersion.id, currentRupture.ruptureVersionId))
      .where(only)
      .orderBy(asc(challengeRupture.position)),
    read
      .select({ partner: callPartner, slug: organisation.slug, name: organisation.name })
      .from(callPartner)
      .innerJoin(call, eq(call.id, callPartner.callId))
      .innerJoin(organisation, eq(organisation.id, callPartner.organisationId))
      .where(only)
      .orderBy(asc(callPartner.position)),
    read
      .select({ callId: deadlineChange.callId, from: deadlineChange.from, to: deadlineChange.to, reason: deadlineChange.reason, changedAt: deadlineChange.changedAt })
      .from(deadlineChange)
      .innerJoin(call, eq(call.id, deadlineChange.callId))
      .where(only)
      .orderBy(asc(deadlineChange.changedAt)),
    readLaureates(read, slug === undefined ? {} : { call: slug }),
  ])
  return rows.map(({ call: row, initiative: itsInitiative }) => {
    const facts = row.facts as CallFacts
    return {
      slug: row.slug,
      initiative: itsInitiative,
      edition: row.edition,
      title: row.title,
      external: row.external,
      externalNote: facts.externalNote ?? null,
      demonstration: row.demonstration,
      runHere: row.runHere,
      // Of a call known from the press, that is only when it was entered here.
      publishedAt: row.runHere ? said(row.publishedAt) : null,
      state: stateOf(row, now),
      opensOn: row.opensOn,
      opensOnNote: facts.opensOnNote ?? null,
      closesOn: row.closesOn,
      opensAt: said(row.opensAt),
      closesAt: said(row.closesAt),
      deadlineChanges: changes
        .filter(({ callId }) => callId === row.id)
        .map(({ from, to, reason, changedAt }) => ({ from: from.toISOString(), to: to.toISOString(), reason, changedAt: changedAt.toISOString() })),
      dateChanges: row.dateChanges,
      datesChangedAt: said(row.datesChangedAt),
      answerOn: row.answerOn,
      whoMayApply: row.whoMayApply,
      applicantKinds: row.applicantKinds,
      staysOpen: row.staysOpen as CoreField[],
      staysOpenUntil: said(row.staysOpenUntil),
      target: { text: row.target, sourceId: row.targetSourceId, note: facts.targetNote ?? null },
      phases: phases
        .filter(({ phase: { callId } }) => callId === row.id)
        .map(({ phase: { slug, title, startsOn, endsOn, startsMonth, startsAt, endsAt, datesArePlanned, sourceId, note } }) => ({
          slug, title, startsOn, endsOn, startsMonth, startsAt: said(startsAt), endsAt: said(endsAt), datesArePlanned, sourceId, note,
        })),
      challenges: challenges
        .filter(({ challenge: { callId } }) => callId === row.id)
        .map(({ challenge: { id, slug, title, description, sourceId } }) => ({
          slug, title, description, sourceId,
          ruptures: ruptures.filter(({ challengeId }) => challengeId === id).map(({ slug, title, stage }) => ({ slug, title, stage: stage as StageSlug })),
        })),
      themes: facts.themes ?? [],
      themesSourceId: facts.themesSourceId ?? null,
      partners: partners
        .filter(({ partner: { callId } }) => callId === row.id)
        .map(({ partner: { role, note, sourceId }, slug, name }) => ({ slug, name, role, note, sourceId })),
      partnersNote: facts.partnersNote ?? null,
      applications: {
        received: row.applicationsReceived,
        approximate: row.applicationsReceivedIsApproximate,
        sourceId: row.applicationsSourceId,
        note: facts.applicationsNote ?? null,
      },
      eligibility: facts.eligibility ?? notSaid,
      selectionCriteria: facts.selectionCriteria ?? notSaid,
      outcomes: facts.outcomes ?? notSaid,
      budget: facts.budget ?? null,
      laureates: laureates.filter(({ call: { slug } }) => slug === row.slug),
      laureatesComplete: facts.laureatesComplete ?? true,
      laureatesNote: facts.laureatesNote ?? null,
      sourceIds: row.sourceIds,
    }
  })
}
