import { and, eq, notInArray } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import type { CallFacts } from '#db/read/call.ts'
import { call, callPartner, challenge, initiative, laureate, laureateRupture, phase } from '#db/schema/call.ts'
import { organisation } from '#db/schema/organisation.ts'
import { rupture } from '#db/schema/rupture.ts'
import type { Referential } from '#db/seed/referential/read.ts'
import { upsert } from '#db/seed/upsert.ts'
import type { Call } from '#lib/domain/call.ts'

type Ids = ReadonlyMap<string, string>

/**
 * Initiatives, their calls and the organisations in them, as sourced. They are public at once. What the files no longer
 * name in a call is taken out of it. Resolves to the number of rows inserted, changed or removed.
 */
export async function loadCalls(tx: Transaction, { initiatives, organisations, calls }: Referential): Promise<number> {
  let changed = await upsert(tx, initiative, [initiative.slug], initiatives)
  // An organisation answers for its own name once it is here, so it is added and never overwritten.
  const added = await tx.insert(organisation).values(organisations.map((it) => ({ ...it, listed: true }))).onConflictDoNothing().returning({ id: organisation.id })
  changed += added.length
  const initiativeIds = await idsOf(tx, initiative)
  changed += await upsert(tx, call, [call.slug], calls.map((it) => callRow(it, initiativeIds)))
  const [callIds, organisationIds, ruptureIds] = [await idsOf(tx, call), await idsOf(tx, organisation), await idsOf(tx, rupture)]
  for (const it of calls) {
    const callId = idIn(callIds, it.slug)
    changed += await upsert(tx, phase, [phase.callId, phase.slug], it.phases.map((row, position) => ({ ...row, callId, position })))
    changed += await upsert(tx, challenge, [challenge.callId, challenge.slug], it.challenges.map((row, position) => ({ ...row, callId, position })))
    changed += await upsert(tx, callPartner, [callPartner.callId, callPartner.organisationId], it.partners.map(({ slug, role, note, sourceId }, position) => (
      { callId, organisationId: idIn(organisationIds, slug), position, role, note, sourceId })))
    changed += await removeAllBut(tx, it, callId, organisationIds)
    changed += await loadLaureates(tx, it, callId, organisationIds, ruptureIds)
  }
  return changed
}

/** The day the facts were gathered: their calls have been public here from the start. */
const publishedAt = new Date('2026-11-23T00:00:00Z')

function callRow(it: Call, initiativeIds: Ids): typeof call.$inferInsert {
  const facts: CallFacts = {
    externalNote: it.externalNote,
    opensOnNote: it.opensOnNote,
    targetNote: it.target.note,
    themes: it.themes,
    themesSourceId: it.themesSourceId,
    partnersNote: it.partnersNote,
    applicationsNote: it.applications.note,
    eligibility: it.eligibility,
    selectionCriteria: it.selectionCriteria,
    outcomes: it.outcomes,
    budget: it.budget,
    laureatesComplete: it.laureatesComplete,
    laureatesNote: it.laureatesNote,
  }
  return {
    initiativeId: idIn(initiativeIds, it.initiative),
    slug: it.slug,
    title: it.title,
    edition: it.edition,
    opensOn: it.opensOn,
    closesOn: it.closesOn,
    target: it.target.text,
    targetSourceId: it.target.sourceId,
    applicationsReceived: it.applications.received,
    applicationsReceivedIsApproximate: it.applications.approximate,
    applicationsSourceId: it.applications.sourceId,
    facts,
    sourceIds: it.sourceIds,
    external: it.external,
    publishedAt,
  }
}

async function loadLaureates(tx: Transaction, it: Call, callId: string, organisationIds: Ids, ruptureIds: Ids): Promise<number> {
  let changed = await upsert(tx, laureate, [laureate.slug], it.laureates.map((row, position) => ({
    callId,
    organisationId: idIn(organisationIds, row.slug),
    slug: row.slug,
    position,
    solution: row.solution,
    solutionSourceId: row.solutionSourceId,
    rupturesNote: row.ruptureMappingNote,
    callIsInferred: row.callIsInferred,
    laterFacts: row.laterFacts,
    note: row.caution,
    sourceId: row.sourceId,
  })))
  const ids = await idsOf(tx, laureate)
  for (const row of it.laureates) {
    const laureateId = idIn(ids, row.slug)
    const links = row.ruptures.map((slug, position) => ({
      laureateId, ruptureId: idIn(ruptureIds, slug), position, isProposal: row.ruptureMappingIsProposal, note: row.ruptureMappingNote,
    }))
    changed += await upsert(tx, laureateRupture, [laureateRupture.laureateId, laureateRupture.ruptureId], links)
    const gone = await tx
      .delete(laureateRupture)
      .where(and(eq(laureateRupture.laureateId, laureateId), notInArray(laureateRupture.ruptureId, links.map(({ ruptureId }) => ruptureId))))
      .returning({ id: laureateRupture.ruptureId })
    changed += gone.length
  }
  return changed
}

async function removeAllBut(tx: Transaction, it: Call, callId: string, organisationIds: Ids): Promise<number> {
  const partners = it.partners.map(({ slug }) => idIn(organisationIds, slug))
  const gone = [
    await tx.delete(phase).where(and(eq(phase.callId, callId), notInArray(phase.slug, it.phases.map(({ slug }) => slug)))).returning({ id: phase.id }),
    await tx.delete(challenge).where(and(eq(challenge.callId, callId), notInArray(challenge.slug, it.challenges.map(({ slug }) => slug)))).returning({ id: challenge.id }),
    await tx.delete(callPartner).where(and(eq(callPartner.callId, callId), notInArray(callPartner.organisationId, partners))).returning({ id: callPartner.organisationId }),
  ]
  return gone.reduce((sum, rows) => sum + rows.length, 0)
}

async function idsOf(tx: Transaction, table: typeof call | typeof initiative | typeof organisation | typeof rupture | typeof laureate): Promise<Ids> {
  const rows = await tx.select({ id: table.id, slug: table.slug }).from(table)
  return new Map(rows.map(({ id, slug }) => [slug, id]))
}

function idIn(ids: Ids, slug: string): string {
  const id = ids.get(slug)
  if (id === undefined) throw new Error(`The référentiel names ${slug}, which it does not hold.`)
  return id
}
