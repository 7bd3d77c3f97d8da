import type { Sql, TransactionSql } from 'postgres'

const day = 86_400_000
type Wanted = { solutions: readonly string[]; text?: string; withFiles?: boolean }
export type ClosedCall = { call: { id: string; slug: string }; applications: { id: string; organisationId: string; solution: string; number: string; fileId: string | null }[] }

/** A call that has just closed, each of these solutions deposited by a start-up of its own and found eligible by this manager. */
export async function makeClosedCall(sql: TransactionSql, managerId: string, { solutions, text = 'Un paragraphe.', withFiles = false }: Wanted): Promise<ClosedCall> {
  const call = { id: crypto.randomUUID(), slug: `jugement-${crypto.randomUUID().slice(0, 8)}` }
  const [questionId, challengeId, formId] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
  const applications = solutions.map((solution, index) => ({ id: crypto.randomUUID(), organisationId: crypto.randomUUID(), solution, number: `${call.slug.toUpperCase()}-${String(index + 1).padStart(4, '0')}`, fileId: withFiles ? crypto.randomUUID() : null }))
  const words = (fr: string, en = fr) => sql.json({ fr, en }) as never
  const past = new Date(Date.now() - 20 * day)
  await sql`insert into call ${sql({ ...call, initiative_id: sql`(select id from initiative order by slug limit 1)` as never, title: words('Un appel jugé', 'A judged call'), source_ids: [], run_here: true, opens_at: new Date(Date.now() - 60 * day), closes_at: new Date(Date.now() + day), answer_on: '2030-01-15', published_at: past, demonstration: true })}`
  await sql`insert into challenge ${sql({ id: challengeId, call_id: call.id, slug: 'un-defi', position: 0, title: words('Un défi', 'A challenge') })}`
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
  return { call, applications }
}

/** Takes a call away again with all that was judged in it, so that public lists stay short for whoever is at work beside it. */
export async function removeClosedCall(admin: Sql, { id }: ClosedCall['call']): Promise<void> {
  await admin.begin(async (sql) => {
    const organisations = await sql<{ id: string }[]>`select organisation_id as id from application where call_id = ${id}`
    for (const table of ['laureate', 'decision', 'decision_release', 'round', 'application', 'application_draft']) await sql`delete from ${sql(table)} where call_id = ${id}`
    await sql`delete from call where id = ${id}`
    await sql`delete from organisation where id = any (${organisations.map((each) => each.id)})`
  })
}
