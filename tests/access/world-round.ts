import { createHash, randomBytes } from 'node:crypto'
import type { TransactionSql } from 'postgres'
import type { Persona } from '#tests/access/routes.ts'
import type { Home, Somebody } from '#tests/access/world.ts'

export type WorldRound = {
  id: string
  call: { id: string; slug: string }
  criterionId: string
  /** The rival's, eligible. */
  applicationId: string
  /** Given to the scorer, who has begun; version 1. */
  startedId: string
  /** Given to scorer-2, who has submitted. */
  submittedId: string
  /** The row of each who scores. */
  scorers: Record<'scorer' | 'scorer-2' | 'conflicted', string>
  /** What the `conflicted` persona declared. */
  conflictId: string
  /** What the manager proposed to release, too early. */
  releaseId: string
  /** The start-up's, of which a decision is pending. */
  decidedId: string
  /** What the solver once proposed, on another question than today's. */
  proposalId: string
  /** What was frozen of the round once: no text the algorithm made. */
  rankingId: string
}
type Plant = (what: string, seenBy: Iterable<Persona>, shape?: (text: string) => string) => string
export type Around = { people: Record<Somebody, { id: string }>; organisations: Record<Home, string>; formOf: (callId: string) => Promise<string>; coreOf: (whose: string, seenBy: Persona[], managersOnly: Persona[]) => Promise<Record<string, unknown>> }

const managers: Persona[] = ['manager', 'manager-2']
const digits = () => randomBytes(5).toString('hex')

/** A closed call whose committee is scoring one application: one scorer is at it, one has submitted, one has a link to it. */
export async function addRound(sql: TransactionSql, { people, organisations, formOf, coreOf }: Around, plant: Plant): Promise<WorldRound> {
  const words = (fr: string) => sql.json({ fr, en: fr }) as never
  const past = new Date(Date.now() - 30 * 86_400_000)
  const call = await addJudgedCall(sql, 'Un appel jugé')
  const form = await formOf(call.id)
  const organisationName = plant('judged organisation', ['rival', ...managers, 'scorer', 'scorer-2'])
  const applicationId = await addJudged(sql, { call, organisationId: organisations['other start-up'], organisationName, authorId: people.rival.id, form, core: await coreOf('judged', ['rival', ...managers, 'scorer', 'scorer-2'], ['rival', ...managers]) })
  await sql`select set_config('portal.actor', ${people.manager.id}, true)`
  await sql`update application set eligibility = 'eligible' where id = ${applicationId}`
  const id = crypto.randomUUID()
  await sql`insert into round ${sql({ id, call_id: call.id, position: 1, kind: 'committee', name: words('Comité'), evaluations_per_application: 2, applications_per_scorer: 5, quorum: 2, places: 1, declaring_at: past, due_at: new Date(Date.now() + 86_400_000), created_by: people.manager.id })}`
  const criterionId = crypto.randomUUID()
  await sql`insert into round_criterion ${sql({ id: criterionId, round_id: id, slug: 'utilite', position: 0, name: words('Utilité'), weight: 100, anchors: sql.json([1, 2, 3, 4, 5].map((level) => ({ fr: `Niveau ${level}`, en: `Level ${level}` }))) as never, may_be_not_applicable: true })}`
  await sql`insert into round_application ${sql({ round_id: id, application_id: applicationId, added_by: people.manager.id })}`
  const seat = (persona: 'scorer' | 'scorer-2' | 'conflicted', home: Home, kind: string) => ({
    id: crypto.randomUUID(), round_id: id, person_id: people[persona].id, organisation_id: organisations[home], partner_kind: kind,
    name: plant(`${persona} as scorer`, [...managers, persona]), email: plant(`${persona} scorer address`, [...managers, persona]), cap: 5, declared_at: past, clinical: kind === 'hospital',
  })
  const rows = { scorer: seat('scorer', 'hospital', 'hospital'), 'scorer-2': seat('scorer-2', 'foundation', 'foundation'), conflicted: seat('conflicted', 'laboratory', 'laboratory') }
  await sql`insert into scorer ${sql(Object.values(rows))}`
  const conflictId = crypto.randomUUID()
  await sql`insert into conflict ${sql({ id: conflictId, call_id: call.id, application_id: applicationId, person_id: people.conflicted.id, origin: 'declared', reason: 'investment', note: plant('link note', [...managers, 'conflicted']), made_by: people.conflicted.id })}`
  const [startedId, submittedId] = [crypto.randomUUID(), crypto.randomUUID()]
  const given = { round_id: id, application_id: applicationId, origin: 'solved', assigned_by: people.manager.id, started_at: new Date() }
  await sql`insert into assignment ${sql([{ ...given, id: startedId, person_id: people.scorer.id }, { ...given, id: submittedId, person_id: people['scorer-2'].id }])}`
  const written = (persona: Persona, seenBy: Persona[]) => ({ round_id: id, application_id: applicationId, comment_to_applicant: plant(`${persona} comment to applicant`, seenBy), comment_to_jury: plant(`${persona} comment to jury`, seenBy), version: 1 })
  await sql`insert into evaluation ${sql([
    { id: startedId, person_id: people.scorer.id, ...written('scorer', ['scorer']), scores: sql.json({ [criterionId]: 2 }) as never, submitted_at: null, sequence: 0 },
    { id: submittedId, person_id: people['scorer-2'].id, ...written('scorer-2', ['scorer-2', ...managers]), scores: sql.json({ [criterionId]: 5 }) as never, submitted_at: new Date(), sequence: 1 },
  ])}`
  await sql`insert into evaluation_submission ${sql({ evaluation_id: submittedId, sequence: 1, submitted_at: new Date(), content: plant('evaluation content', ['scorer-2', ...managers]), sha256: 'none', idempotency_key: plant('evaluation key', ['scorer-2', ...managers]) })}`
  const waiting: Persona[] = ['founder', ...managers]
  const decidedId = await addJudged(sql, { call, organisationId: organisations['start-up'], organisationName: plant('waiting organisation', waiting), authorId: people.founder.id, form, core: await coreOf('waiting', waiting, waiting) })
  await sql`insert into decision ${sql({ application_id: decidedId, call_id: call.id, outcome: 'not-selected', motive: plant('pending motive', managers), jury_text: plant('pending jury text', managers) })}`
  const proposalId = crypto.randomUUID()
  await sql`insert into assignment_proposal ${sql({ id: proposalId, round_id: id, basis: 'none', question: sql.json({ weights: {}, seed: 1 }) as never, pairs: sql.json([]) as never, report: sql.json({ status: 'infeasible', missing: 1, applications: [], advice: [], binds: [] }) as never })}`
  const rankingId = crypto.randomUUID()
  const frozen = plant('frozen ranking', managers)
  await sql`insert into ranking ${sql({ id: rankingId, round_id: id, used_for: 'shortlist', algorithm: 'ranking-0', text: frozen, sha256: createHash('sha256').update(frozen).digest('hex'), complete: false, made_by: people.manager.id })}`
  const releaseId = crypto.randomUUID()
  await sql`insert into decision_release ${sql({ id: releaseId, call_id: call.id, sha256: 'f'.repeat(64), counts: sql.json({}) as never, proposed_by: people.manager.id })}`
  await sql`update call set closes_at = ${new Date(Date.now() - 86_400_000)} where id = ${call.id}`
  await sql`update round set opened_at = ${past} where id = ${id}`
  await sql`select set_config('portal.actor', '', true)`
  return { id, call, criterionId, applicationId, startedId, submittedId, scorers: { scorer: rows.scorer.id, 'scorer-2': rows['scorer-2'].id, conflicted: rows.conflicted.id }, conflictId, releaseId, decidedId, proposalId, rankingId }
}

/** A published call, still open so that it can be filled: whoever fills it closes it. */
export async function addJudgedCall(sql: TransactionSql, title: string) {
  const call = { id: crypto.randomUUID(), slug: `world-${digits()}` }
  await sql`insert into call ${sql({
    ...call, initiative_id: sql`(select id from initiative order by slug limit 1)` as never, title: sql.json({ fr: title, en: title }) as never, source_ids: [], run_here: true,
    opens_at: new Date(Date.now() - 30 * 86_400_000), closes_at: new Date(Date.now() + 86_400_000), answer_on: '2030-01-15', published_at: new Date(), demonstration: true,
  })}`
  return call
}

type Judged = { call: { id: string }; organisationId: string; organisationName: string; authorId: string; form: string; core: Record<string, unknown> }

/** An application deposited to it. */
export async function addJudged(sql: TransactionSql, { call, organisationId, organisationName, authorId, form, core }: Judged): Promise<string> {
  const id = crypto.randomUUID()
  await sql`insert into application_draft ${sql({ id, call_id: call.id, organisation_id: organisationId, created_by: authorId, version: 1, ...core })}`
  await sql`insert into application ${sql({ id, call_id: call.id, organisation_id: organisationId, number: `WORLD-${digits().toUpperCase()}`, form_version_id: form, submitted_at: new Date(), sequence: 1, organisation_name: organisationName, ...core })}`
  return id
}
