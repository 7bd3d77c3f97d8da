import { and, asc, eq, isNotNull } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { readLaureates } from '#db/read/laureate.ts'
import { call, callPartner, challenge, initiative, phase } from '#db/schema/call.ts'
import { organisation } from '#db/schema/organisation.ts'
import { type Call, callInstants, callState, type CallState, type Finding } from '#lib/domain/call.ts'
import type { Localized } from '#lib/domain/localized.ts'
import type { PublicCall } from '#lib/domain/public-call.ts'

/** What is known of a call beyond its columns; a call run here may have none of it. */
export type CallFacts = Partial<
  Pick<Call, 'externalNote' | 'opensOnNote' | 'themes' | 'themesSourceId' | 'partnersNote' | 'eligibility' | 'selectionCriteria' | 'outcomes' | 'budget' | 'laureatesComplete' | 'laureatesNote'>
> & { targetNote?: Localized | null; applicationsNote?: Localized | null }

const notSaid: Finding = { text: null, sourceId: null, note: null }

type Times = { opensOn: string | null; closesOn: string | null; opensAt: Date | null; closesAt: Date | null }

/** Where a call stands: from its instants when it has them, else from its days in Paris. */
export function stateOf(row: Times, now: Date): CallState {
  const days = callInstants(row)
  return callState({ opensAt: row.opensAt ?? days.opensAt, closesAt: row.closesAt ?? days.closesAt }, now)
}

/** Published calls with all their parts, in order of opening, those run elsewhere after ours and invented ones last; six statements. */
export async function readCalls(read: Reader, now: Date, slug?: string): Promise<PublicCall[]> {
  // Managers see calls being prepared too: this is what everybody reads.
  const only = and(isNotNull(call.publishedAt), slug === undefined ? undefined : eq(call.slug, slug))
  const [rows, phases, challenges, partners, laureates] = await Promise.all([
    read
      .select({ call, initiative: { slug: initiative.slug, title: initiative.title } })
      .from(call)
      .innerJoin(initiative, eq(initiative.id, call.initiativeId))
      .where(only)
      .orderBy(asc(call.demonstration), asc(call.external), asc(call.opensOn), asc(call.slug)),
    read.select({ phase }).from(phase).innerJoin(call, eq(call.id, phase.callId)).where(only).orderBy(asc(phase.position)),
    read.select({ challenge }).from(challenge).innerJoin(call, eq(call.id, challenge.callId)).where(only).orderBy(asc(challenge.position)),
    read
      .select({ partner: callPartner, slug: organisation.slug, name: organisation.name })
      .from(callPartner)
      .innerJoin(call, eq(call.id, callPartner.callId))
      .innerJoin(organisation, eq(organisation.id, callPartner.organisationId))
      .where(only)
      .orderBy(asc(callPartner.position)),
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
      state: stateOf(row, now),
      opensOn: row.opensOn,
      opensOnNote: facts.opensOnNote ?? null,
      closesOn: row.closesOn,
      opensAt: row.opensAt?.toISOString() ?? null,
      closesAt: row.closesAt?.toISOString() ?? null,
      target: { text: row.target, sourceId: row.targetSourceId, note: facts.targetNote ?? null },
      phases: phases
        .filter(({ phase: { callId } }) => callId === row.id)
        .map(({ phase: { slug, title, startsOn, endsOn, startsMonth, datesArePlanned, sourceId, note } }) => ({ slug, title, startsOn, endsOn, startsMonth, datesArePlanned, sourceId, note })),
      challenges: challenges
        .filter(({ challenge: { callId } }) => callId === row.id)
        .map(({ challenge: { slug, title, description, sourceId } }) => ({ slug, title, description, sourceId })),
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
