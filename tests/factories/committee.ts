import type { Sql } from 'postgres'

/** Somebody who scores, for the partner organisation they sit in. */
export type Seat = { personId: string; organisationId: string; name?: string; kind?: string; livedExperience?: boolean; clinical?: boolean; declared?: boolean; chair?: boolean }
export type Committee = {
  call: { id: string; slug: string }
  roundId: string
  criteria: { id: string; slug: string }[]
  applications: { id: string; number: string; fileId: string | null }[]
  /** Each application given to each seat, in that order. */
  assignments: { id: string; applicationId: string; personId: string }[]
}
type Wanted = { managerId: string; seats: readonly Seat[]; solutions: readonly string[]; text?: string; kind?: 'committee' | 'jury'; phase?: 'declaring' | 'scoring'; withFiles?: boolean; rules?: Record<string, unknown> }

const criteria = [
  { slug: 'utilite', name: 'Utilité pour les personnes', weight: 50, na: false, putTo: 'everyone' },
  { slug: 'preuve', name: 'Solidité des preuves', weight: 30, na: true, putTo: 'everyone' },
  { slug: 'vecu', name: 'Respect du vécu', weight: 20, na: false, putTo: 'lived-experience' },
]
const day = 86_400_000

/** A closed call whose committee scores these applications, each given to everybody, nothing begun. */
export async function makeCommittee(admin: Sql, { managerId, seats, solutions, text = 'Un paragraphe.', kind = 'committee', phase = 'scoring', withFiles = false, rules = {} }: Wanted): Promise<Committee> {
  const call = { id: crypto.randomUUID(), slug: `jugement-${crypto.randomUUID().slice(0, 8)}` }
  const roundId = crypto.randomUUID()
  const made = criteria.map((each) => Object.assign({ id: crypto.randomUUID() }, each))
  const questionId = crypto.randomUUID()
  const applications = solutions.map((solution, index) => ({ id: crypto.randomUUID(), organisationId: crypto.randomUUID(), solution, number: `${call.slug.toUpperCase()}-${String(index + 1).padStart(4, '0')}`, fileId: withFiles ? crypto.randomUUID() : null }))
  const assignments = seats.flatMap(({ personId }) => applications.map(({ id: applicationId }) => ({ id: crypto.randomUUID(), applicationId, personId })))
  await admin.begin(async (sql) => {
    const words = (fr: string, en = fr) => sql.json({ fr, en }) as never
    const past = new Date(Date.now() - 20 * day)
    await sql`insert into call ${sql({ ...call, initiative_id: sql`(select id from initiative order by slug limit 1)` as never, title: words('Un appel jugé', 'A judged call'), source_ids: [], run_here: true, opens_at: new Date(Date.now() - 60 * day), closes_at: new Date(Date.now() + day), answer_on: '2030-01-15', published_at: past, demonstration: true })}`
    const challengeId = crypto.randomUUID()
    await sql`insert into challenge ${sql({ id: challengeId, call_id: call.id, slug: 'un-defi', position: 0, title: words('Un défi', 'A challenge') })}`
    const formId = crypto.randomUUID()
    const asked = { id: questionId, kind: 'long-text', label: { fr: 'Comment ?', en: 'How?' }, help: null, required: true, audience: 'scorers', shownIf: null, options: [], unit: null, least: null, most: null, limit: 300 }
    await sql`insert into form_version ${sql({ id: formId, call_id: call.id, version: 1, questions: sql.json([asked, { ...asked, id: crypto.randomUUID(), audience: 'managers' }]) as never })}`
    const [rupture] = await sql<{ id: string }[]>`select rupture_version_id as id from current_rupture c join rupture r on r.id = c.rupture_id order by r.position limit 1`
    const claim = { ruptureVersionId: rupture?.id, mechanism: 'Un rappel à deux jours', population: 'Adultes sortis d’hospitalisation', indicator: 'Délai de recontact', metric: null, unit: 'jours', baseline: 21, target: 8, evidenceLevel: 'before-after' }
    const core = (solution: string) => ({
      solution, pitch: `${solution} rappelle chaque personne.`, summary: text, challenge_id: challengeId, primary_claim: sql.json(claim as never) as never, evidence: text, maturity: 'pilot', regulatory_state: 'not-a-device',
      team: text, needs: 'Un terrain.', consent: true, answers: sql.json({ [questionId]: text }) as never,
    })
    await sql`insert into organisation ${sql(applications.map(({ organisationId, solution }) => ({ id: organisationId, slug: organisationId, name: `Maison ${solution}`, kind: 'start-up' })))}`
    await sql`insert into application_draft ${sql(applications.map(({ id, organisationId, solution }) => ({ id, call_id: call.id, organisation_id: organisationId, version: 1, ...core(solution) })))}`
    await sql`insert into application ${sql(applications.map(({ id, organisationId, solution, number }) => ({ id, call_id: call.id, organisation_id: organisationId, number, form_version_id: formId, submitted_at: past, sequence: 1, organisation_name: `Maison ${solution}`, ...core(solution) })))}`
    for (const { id, fileId, solution } of applications) {
      if (fileId === null) continue
      await sql`insert into file ${sql({ id: fileId, draft_id: id, name: `${solution}.pdf`, media_type: 'application/pdf', size: 9, sha256: 'a'.repeat(64), received_sha256: 'a'.repeat(64), storage_key: `aa/${fileId}` })}`
      await sql`insert into application_file ${sql({ application_id: id, file_id: fileId })}`
    }
    await sql`select set_config('portal.actor', ${managerId}, true)`
    await sql`update application set eligibility = 'eligible' where call_id = ${call.id}`
    await sql`update call set closes_at = ${new Date(Date.now() - day)} where id = ${call.id}`
    await sql`insert into round ${sql({ id: roundId, call_id: call.id, position: 1, kind, name: words('Comité de lecture', 'Reading committee'), guidance: words('Lisez d’abord la promesse.', 'Read the promise first.'), evaluations_per_application: 3, applications_per_scorer: 15, quorum: 2, places: 1, declaring_at: past, due_at: new Date(Date.now() + 9 * day), created_by: managerId, ...rules } as never)}`
    await sql`insert into round_criterion ${sql(made.map(({ id, slug, name, weight, na, putTo }, position) => ({ id, round_id: roundId, slug, position, name: words(name), weight, may_be_not_applicable: na, put_to: putTo, anchors: sql.json([1, 2, 3, 4, 5].map((level) => ({ fr: `${name} : niveau ${level}`, en: `${slug}: level ${level}` }))) as never })))}`
    await sql`insert into round_application ${sql(applications.map(({ id }) => ({ round_id: roundId, application_id: id, added_by: managerId })))}`
    await sql`insert into scorer ${sql(seats.map(({ personId, organisationId, name = 'Quelqu’un', kind: partnerKind = 'hospital', livedExperience = false, clinical = false, declared = true, chair = false }) => ({
      round_id: roundId, person_id: personId, organisation_id: organisationId, partner_kind: partnerKind, name, email: `${personId}@partner.example`, cap: 15, lived_experience: livedExperience, clinical, declared_at: declared ? past : null, chair,
    })))}`
    for (let from = 0; from < assignments.length; from += 1_000) {
      const some = assignments.slice(from, from + 1_000)
      const given = some.map(({ id, applicationId, personId }) => ({ id, round_id: roundId, application_id: applicationId, person_id: personId }))
      await sql`insert into assignment ${sql(given.map((each) => ({ ...each, origin: 'solved', assigned_by: managerId })))}`
      await sql`insert into evaluation ${sql(given)}`
    }
    if (phase === 'scoring') await sql`update round set opened_at = ${past} where id = ${roundId}`
  })
  return { call, roundId, criteria: made.map(({ id, slug }) => ({ id, slug })), applications: applications.map(({ id, number, fileId }) => ({ id, number, fileId })), assignments }
}

/** Takes a committee away again, so that public lists stay short for whoever is at work beside it. */
export async function removeCommittee(admin: Sql, { call: { id } }: Committee): Promise<void> {
  await admin.begin(async (sql) => {
    const organisations = await sql<{ id: string }[]>`select organisation_id as id from application where call_id = ${id}`
    await sql`delete from round where call_id = ${id}`
    await sql`delete from application where call_id = ${id}`
    await sql`delete from application_draft where call_id = ${id}`
    await sql`delete from call where id = ${id}`
    await sql`delete from organisation where id = any (${organisations.map((each) => each.id)})`
  })
}
