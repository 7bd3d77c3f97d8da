import type { Sql, TransactionSql } from 'postgres'

/** What is written in a programme: plain words, or canaries. `what` names the place. */
type Words = (what: string) => string
type Begun = { callId: string; applicationId: string; organisationId: string; organisationName: string; number: string; managerId: string; laureateId: string; startsOn?: string; months?: number; words?: Words }
export type MadeProgramme = {
  id: string
  /** Accepted at month 0, done and waiting at 1, late since 3, to come at 9. */
  milestones: { accepted: string; done: string; late: string; next: string }
  /** By month, from 1. */
  checkIns: string[]
  /** A duration from 60 to 30 days, locked by both. */
  metricId: string
  /** A proportion from the same claim, that nobody agreed to yet. */
  proposedMetricId: string
  /** The one both are about. */
  ruptureId: string
}

const plain: Words = (what) => `Un texte : ${what}`
const json = (sql: TransactionSql, value: unknown) => sql.json(value as never) as never

/** The Paris day so many months ago, and so many days after that. */
export async function monthsAgo(sql: TransactionSql | Sql, months: number, days = 0): Promise<string> {
  const [row] = await sql<{ day: string }[]>`select ((now() at time zone 'Europe/Paris')::date - make_interval(months => ${months}) + make_interval(days => ${days}))::date::text as day`
  return (row as NonNullable<typeof row>).day
}

/** Begins the programme of an application as its release would, five days before its fifth month is over, with milestones in every state. */
export async function addProgramme(sql: TransactionSql, { callId, applicationId: id, organisationId, organisationName, number, managerId, laureateId, startsOn, months = 9, words = plain }: Begun): Promise<MadeProgramme> {
  const first = startsOn ?? (await monthsAgo(sql, 5, 5))
  const title = (what: string) => json(sql, { fr: words(what), en: words(`${what} in English`) })
  const dueOn = (month: number) => sql`(${first}::date + make_interval(months => ${month}))::date` as never
  await sql`insert into programme ${sql({ id, call_id: callId, organisation_id: organisationId, organisation_name: organisationName, number, solution: words('solution'), pitch: words('pitch'), starts_on: first, months, modules: json(sql, [{ slug: 'coaching', title: { fr: words('module') }, sourceId: null, isProposal: true, note: null }]), follow_ups: [12, 24] })}`
  const milestones = { accepted: crypto.randomUUID(), done: crypto.randomUUID(), late: crypto.randomUUID(), next: crypto.randomUUID() }
  const past = new Date()
  const step = (key: keyof typeof milestones, position: number, month: number, more: object) => ({
    id: milestones[key], programme_id: id, position, month, title: title(`${key} milestone`), due_on: dueOn(month), evidence: null, done_at: null, done_by: null, accepted_at: null, accepted_by: null, ...more,
  })
  const done = { evidence: words('evidence'), done_at: past, done_by: laureateId }
  await sql`insert into milestone ${sql([step('accepted', 0, 0, { ...done, accepted_at: past, accepted_by: managerId }), step('done', 1, 1, done), step('late', 2, 3, {}), step('next', 3, 9, {})])}`
  const checkIns = Array.from({ length: months }, () => crypto.randomUUID())
  await sql`insert into check_in ${sql(checkIns.map((checkInId, index) => ({ id: checkInId, programme_id: id, month: index + 1, opens_on: sql`${dueOn(index + 1)} - 10` as never, due_on: dueOn(index + 1) })))}`
  const [metricId, proposedMetricId] = [crypto.randomUUID(), crypto.randomUUID()]
  const [about] = await sql<{ id: string }[]>`select id from rupture order by slug limit 1`
  const ruptureId = about?.id ?? ''
  const common = { programme_id: id, rupture_id: ruptureId, population: words('population'), method: words('method'), data_source: words('data source'), baseline_on: first, target_on: dueOn(months), schedule: [3, 6, 9] }
  const agreed = { laureate_agreed_at: past, laureate_agreed_by: laureateId, manager_agreed_at: past, manager_agreed_by: managerId, locked_at: past }
  await sql`insert into programme_metric ${sql({ ...common, ...agreed, id: metricId, position: 0, claim_position: 1, name: words('metric'), measure: 'duration', unit: 'jours', ucum: 'd', direction: 'lower-is-better', comparator: 'before-after', baseline: 60, baseline_n: 80, target: 30, lowest: 0 })}`
  await sql`insert into programme_metric ${sql({ ...common, id: proposedMetricId, position: 1, name: words('proposed metric'), measure: 'proportion', unit: '%', ucum: '%', direction: 'higher-is-better', numerator: words('numerator'), denominator: words('denominator'), baseline: 20, baseline_n: 90, target: 45, lowest: 0, highest: 100 })}`
  return { id, milestones, checkIns, metricId, proposedMetricId, ruptureId }
}

type Mentored = { programmeId: string; personId: string; organisationId: string; organisationName?: string; managerId: string; state?: 'named' | 'accepted' | 'ended'; words?: Words }

/** Names somebody of a partner organisation as mentor, who has accepted unless said otherwise. */
export async function addMentor(sql: TransactionSql | Sql, { programmeId, personId, organisationId, organisationName = 'Un partenaire', managerId, state = 'accepted', words = plain }: Mentored): Promise<string> {
  const id = crypto.randomUUID()
  const answered = state === 'named' ? null : new Date()
  const ended = state === 'ended' ? { ended_at: new Date(), ended_by: managerId, end_reason: words('end reason') } : {}
  await sql`insert into mentor ${sql({ id, programme_id: programmeId, person_id: personId, organisation_id: organisationId, organisation_name: organisationName, name: words('mentor name'), email: `${personId}@partner.example`, added_by: managerId, declared_at: answered, accepted_at: answered, ...ended })}`
  return id
}

type Measured = { metricId: string; programmeId: string; recordedBy: string; month: number; state?: 'draft' | 'submitted' | 'verified'; verifiedBy?: string; figures?: Record<string, number>; note?: string | null; fileId?: string }

/** A value over the month that ends at `month` after the start; figures 48 days over 40 people unless said otherwise. */
export async function addMeasurement(sql: TransactionSql | Sql, { metricId, programmeId, recordedBy, month, state = 'submitted', verifiedBy, figures = { value: 48, sd: 12, n: 40 }, note = null, fileId }: Measured): Promise<string> {
  const id = crypto.randomUUID()
  const day = (at: number) => sql`(select (starts_on + make_interval(months => ${at}))::date from programme where id = ${programmeId})` as never
  const submitted = state === 'draft' ? {} : { submitted_by: recordedBy, submitted_at: new Date() }
  const verified = state === 'verified' ? { verified_by: verifiedBy ?? null, verified_at: new Date() } : {}
  await sql`insert into measurement ${sql({ id, metric_id: metricId, programme_id: programmeId, period_start: day(month - 1), period_end: sql`${day(month)} - 1` as never, state, recorded_by: recordedBy, note, file_id: fileId ?? null, ...figures, ...submitted, ...verified })}`
  return id
}

type Promised = { callId: string; organisationId: string; organisationName?: string; programme?: { id: string; laureateName: string }; managerId: string; given?: number; words?: Words }

/** Ten hours of mentoring a partner promised by next month, of which six are given unless said otherwise. */
export async function addCommitment(sql: TransactionSql | Sql, { callId, organisationId, organisationName = 'Un partenaire', programme, managerId, given = 6, words = plain }: Promised): Promise<{ id: string; deliveryId: string }> {
  const [id, deliveryId] = [crypto.randomUUID(), crypto.randomUUID()]
  await sql`insert into commitment ${sql({ id, call_id: callId, organisation_id: organisationId, organisation_name: organisationName, programme_id: programme?.id ?? null, laureate_name: programme?.laureateName ?? null, kind: 'mentoring', title: words('commitment'), owner_name: words('commitment owner'), amount: 10, unit: 'heures', due_on: await monthsAgo(sql, -1), state: 'under-way', note: words('commitment note'), recorded_by: managerId })}`
  await sql`insert into delivery ${sql({ id: deliveryId, commitment_id: id, amount: given, delivered_on: await monthsAgo(sql, 1), note: words('delivery note'), recorded_by: managerId })}`
  return { id, deliveryId }
}

type Wanted = Omit<Begun, 'callId' | 'applicationId' | 'number' | 'organisationName'> & { organisationName?: string }

/** A closed call of its own with one laureate, whose programme runs. */
export async function makeProgramme(admin: Sql, { organisationName = 'Une lauréate', ...wanted }: Wanted): Promise<MadeProgramme & { call: { id: string; slug: string }; number: string }> {
  const call = { id: crypto.randomUUID(), slug: `accompagnement-${crypto.randomUUID().slice(0, 8)}` }
  const id = crypto.randomUUID()
  const number = `${call.slug.toUpperCase()}-0001`
  const day = 86_400_000
  const made = await admin.begin(async (sql) => {
    const words = (fr: string, en: string) => json(sql, { fr, en })
    await sql`insert into call ${sql({ ...call, initiative_id: sql`(select id from initiative order by slug limit 1)` as never, title: words('Un appel accompagné', 'An accompanied call'), source_ids: [], run_here: true, opens_at: new Date(Date.now() - 300 * day), closes_at: new Date(Date.now() + day), answer_on: '2030-01-15', published_at: new Date(), demonstration: true })}`
    const formId = crypto.randomUUID()
    await sql`insert into form_version ${sql({ id: formId, call_id: call.id, version: 1, questions: json(sql, []) })}`
    const core = { solution: 'Solution', pitch: 'Pitch', summary: 'Un résumé', primary_claim: json(sql, {}), consent: true, challenge_id: sql`(select h.id from challenge h join call c on c.id = h.call_id where not c.run_here order by h.id limit 1)` as never }
    await sql`insert into application_draft ${sql({ id, call_id: call.id, organisation_id: wanted.organisationId, version: 1, ...core })}`
    await sql`insert into application ${sql({ id, call_id: call.id, organisation_id: wanted.organisationId, number, form_version_id: formId, submitted_at: new Date(Date.now() - 200 * day), sequence: 1, organisation_name: organisationName, ...core })}`
    await sql`update call set closes_at = ${new Date(Date.now() - 190 * day)} where id = ${call.id}`
    return addProgramme(sql, { ...wanted, callId: call.id, applicationId: id, organisationName, number })
  })
  return { ...made, call, number }
}

/** Takes it away again, so that lists stay short for whoever is at work beside it. */
export async function removeProgramme(admin: Sql, { call: { id } }: { call: { id: string } }): Promise<void> {
  await admin.begin(async (sql) => {
    await sql`delete from application where call_id = ${id}`
    await sql`delete from application_draft where call_id = ${id}`
    await sql`delete from call where id = ${id}`
  })
}
