import { createHash, randomBytes } from 'node:crypto'
import type { Sql } from 'postgres'

const words = (text: string) => ({ fr: text, en: text })

const common = { help: null, required: false, audience: 'scorers', shownIf: null, least: null, most: null, limit: null }
/** The questions of a call of the bench: one of each kind that a table can show. */
const benchQuestions = [
  { id: '00000000-0000-4000-8000-00000000000a', kind: 'choice', label: words('Public'), options: [{ id: 'jeunes', label: words('Jeunes') }, { id: 'adultes', label: words('Adultes') }], unit: null, ...common },
  { id: '00000000-0000-4000-8000-00000000000b', kind: 'number', label: words('Patients suivis'), options: [], unit: words('patients'), ...common },
  { id: '00000000-0000-4000-8000-00000000000c', kind: 'yes-no', label: words('Essai en cours'), options: [], unit: null, ...common },
]

/** Published, open until the year after next, with `count` applications of the size people write, screened in part; their call's slug. */
export async function addApplications(sql: Sql, slug: string, count: number): Promise<string> {
  await sql.begin(async (tx) => {
    const [call] = await tx<{ id: string }[]>`
      insert into call (initiative_id, slug, title, source_ids, run_here, opens_at, closes_at, answer_on, published_at, demonstration)
      select id, ${slug}, ${tx.json(words('Un appel'))}, '{}', true, now() - interval '40 days', now() + interval '500 days', '2040-01-01', now(), true from initiative limit 1 returning id`
    const callId = call?.id as string
    await tx`insert into challenge (call_id, slug, position, title) select ${callId}, 'defi-' || i, i, ${tx.json(words('Un défi'))} from generate_series(1, 3) i`
    await tx`insert into form_version (call_id, version, questions) values (${callId}, 1, ${tx.json(benchQuestions)})`
    await tx`insert into tag (call_id, name) select ${callId}, 'étiquette ' || i from generate_series(1, 6) i`
    await tx`insert into organisation (slug, name, kind) select ${slug} || '-' || i, 'Équipe ' || md5(i::text), 'start-up' from generate_series(1, ${count}) i`
    await tx`create temporary table made on commit drop as
      select uuidv7() as id, o.id as organisation_id, o.name as organisation_name, row_number() over (order by o.id)::int as i
      from organisation o where o.slug like ${`${slug}-%`}`
    await tx`
      insert into application_draft (id, call_id, organisation_id) select id, ${callId}, organisation_id from made`
    await tx`
      insert into application (id, call_id, organisation_id, number, form_version_id, submitted_at, sequence, organisation_name, solution, pitch, summary, challenge_id, primary_claim,
        evidence, maturity, regulatory_state, team, needs, budget, consent, answers)
      select id, ${callId}, organisation_id, upper(${slug}) || '-' || lpad(i::text, 5, '0'), (select id from form_version where call_id = ${callId}), now() - i * interval '3 minutes', 1, organisation_name,
        'Solution ' || md5((i * 7)::text), 'Une phrase pour ' || (select string_agg(md5((i * 11 + j)::text), ' ') from generate_series(1, 4) j),
        prose.text, (select id from challenge where call_id = ${callId} and position = 1 + i % 3), jsonb_build_object('ruptureVersionId', versions[1 + i % cardinality(versions)]), prose.text,
        (array['idea', 'prototype', 'pilot', 'in-use', 'deployed'])[1 + i % 5], (array['not-a-device', 'to-be-determined', 'class-1', 'class-2a'])[1 + i % 4], prose.text, prose.text, (i * 37) % 200000, true,
        jsonb_build_object(${benchQuestions[0]?.id ?? ''}::text, case when i % 2 = 0 then 'jeunes' else 'adultes' end, ${benchQuestions[1]?.id ?? ''}::text, i % 500, ${benchQuestions[2]?.id ?? ''}::text, i % 3 = 0)
      from made, (select array_agg(rupture_version_id order by rupture_version_id) as versions from current_rupture) ruptures, lateral (select string_agg(md5((i * 13 + j)::text), ' ') as text from generate_series(1, 40) j) prose`
    await tx`
      insert into claim (application_id, position, rupture_version_id, mechanism, population, indicator, unit, baseline, target, evidence_level)
      select id, 1, versions[1 + i % cardinality(versions)], 'Rappel à J+2', 'Jeunes', 'Délai', 'jours', 60, 30, 'observational'
      from made, (select array_agg(rupture_version_id order by rupture_version_id) as versions from current_rupture) ruptures`
    await tx`insert into application_tag (application_id, tag_id) select made.id, tag.id from made join tag on tag.call_id = ${callId} and tag.name = 'étiquette ' || (1 + i % 6) where i % 2 = 0`
    await tx`insert into correction (application_id, fields, request, until) select id, '{budget}', 'Précisez.', now() + interval '5 days' from made where i % 20 = 0`
    await tx`insert into message (draft_id, side, sender_name, text) select id, 'applicant', 'Une personne', 'Une question' from made where i % 10 = 0`
    await tx`insert into file (draft_id, name, media_type, size, sha256, received_sha256, storage_key) select id, 'preuve.pdf', 'application/pdf', 1000, '', '', id::text from made`
    await tx`insert into application_file (application_id, file_id) select file.draft_id, file.id from file join made on made.id = file.draft_id`
  })
  await sql`vacuum analyze`
  return slug
}

/** A manager signed in, of an operator of their own: a database is used for several series. */
export async function addManager(sql: Sql): Promise<{ personId: string; cookie: string }> {
  const [personId, token] = [crypto.randomUUID(), randomBytes(24).toString('base64url')]
  const [operator] = await sql<{ id: string }[]>`insert into organisation (slug, name, kind) values (${`bench-operator-${personId}`}, 'Bench', 'operator') returning id`
  await sql`insert into person ${sql({ id: personId, email: `manager-${personId}@bench.example`, name: 'Bench' })}`
  await sql`insert into membership ${sql({ organisation_id: operator?.id as string, person_id: personId, role: 'owner' })}`
  await sql`insert into session ${sql({ person_id: personId, token_hash: createHash('sha256').update(token).digest(), expires_at: new Date(Date.now() + 86_400_000) })}`
  return { personId, cookie: `portal.session=${token}` }
}
