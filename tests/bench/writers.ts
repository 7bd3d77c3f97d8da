import { createHash, randomBytes } from 'node:crypto'
import type { Sql } from 'postgres'
import type { Question } from '#lib/domain/question.ts'

export type Writer = { personId: string; organisationId: string; draftId: string; cookie: string; token: string }

/** The open call that the bench's start-ups write for; made at the first asking. */
export async function openCall(admin: Sql, questions: readonly Question[] = []): Promise<string> {
  const [found] = await admin<{ id: string }[]>`select id from call where slug = 'bench'`
  if (found) return found.id
  const [made] = await admin<{ id: string }[]>`
    insert into call (initiative_id, slug, title, source_ids, run_here, opens_at, closes_at, answer_on, published_at)
    select id, 'bench', '{"fr":"Appel"}', '{}', true, now() - interval '1 day', now() + interval '10 days', '2030-01-01', now() from initiative limit 1 returning id`
  await admin`insert into form_version (call_id, version, questions) values (${made?.id as string}, 1, ${admin.json(questions as never)})`
  return made?.id as string
}

/** People signed in, each the owner of a start-up with a draft at version 1. */
export async function addWriters(admin: Sql, count: number): Promise<Writer[]> {
  const callId = await openCall(admin)
  const writers = Array.from({ length: count }, () => {
    const token = randomBytes(24).toString('base64url')
    return { personId: crypto.randomUUID(), organisationId: crypto.randomUUID(), draftId: crypto.randomUUID(), token, cookie: `portal.session=${token}` }
  })
  await admin.begin(async (tx) => {
    await tx`insert into person ${tx(writers.map(({ personId }) => ({ id: personId, email: `${personId}@bench.example` })))}`
    await tx`insert into organisation ${tx(writers.map(({ organisationId }) => ({ id: organisationId, slug: organisationId, name: 'Bench', kind: 'start-up' })))}`
    await tx`insert into membership ${tx(writers.map(({ personId, organisationId }) => ({ person_id: personId, organisation_id: organisationId, role: 'owner' })))}`
    await tx`insert into session ${tx(writers.map(({ personId, token }) => ({ person_id: personId, token_hash: createHash('sha256').update(token).digest(), expires_at: new Date(Date.now() + 86_400_000) })))}`
    await tx`insert into application_draft ${tx(writers.map(({ draftId, organisationId, personId }) => ({ id: draftId, call_id: callId, organisation_id: organisationId, created_by: personId, version: 1, pitch: 'Bench' })))}`
  })
  return writers
}

/** Fills the drafts in, so that nothing keeps them from being submitted; they are at version 2 then. */
export async function makeWhole(admin: Sql, callId: string, writers: readonly Writer[]): Promise<void> {
  const [challenge] = await admin<{ id: string }[]>`insert into challenge (call_id, slug, position, title) values (${callId}, 'bench', 0, '{"fr":"Un défi"}') returning id`
  const [version] = await admin<{ id: string }[]>`select rupture_version_id as id from current_rupture limit 1`
  const claim = { ruptureVersionId: version?.id, mechanism: 'Un rappel', population: 'Adultes', indicator: 'Délai', metric: null, unit: 'jours', baseline: 21, target: 8, evidenceLevel: 'before-after' }
  await admin`
    update application_draft set version = 2, solution = 'Relais', pitch = 'Nous rappelons chaque personne.', summary = 'Un paragraphe.', challenge_id = ${challenge?.id as string},
      primary_claim = ${admin.json(claim as never)}, evidence = 'Une étude.', maturity = 'pilot', regulatory_state = 'not-a-device', team = 'Deux médecins.', needs = 'Un terrain.', consent = true
    where id = any (${writers.map(({ draftId }) => draftId)})`
}
