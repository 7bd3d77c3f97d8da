import type { Sql } from 'postgres'

/**
 * A call with `count` laureates in the last week of their ninth month: ten milestones, nine check-ins, a commitment, a mentor's
 * session and eight locked metrics each, measured and verified in each of nine months. Its slug.
 */
export async function addFollowedLaureates(admin: Sql, managerId: string, count: number): Promise<string> {
  const slug = `bench-board-${count}`
  await admin.begin(async (tx) => {
    const words = (fr: string, en: string) => tx.json({ fr, en })
    const [call] = await tx<{ id: string }[]>`
      insert into call (initiative_id, slug, title, source_ids, run_here, opens_at, closes_at, answer_on, published_at, demonstration)
      select id, ${slug}, ${words('Un appel accompagné', 'An accompanied call')}, '{}', true, now() - interval '500 days', now() + interval '1 day', '2040-01-01', now(), true from initiative limit 1 returning id`
    const callId = call?.id as string
    const [form] = await tx<{ id: string }[]>`insert into form_version (call_id, version, questions) values (${callId}, 1, '[]') returning id`
    await tx`create temporary table followed on commit drop as select uuidv7() as id, gen_random_uuid() as organisation_id, gen_random_uuid() as person_id, i, (now() - interval '9 months' + interval '5 days')::date as first_day from generate_series(1, ${count}) i`
    await tx`insert into organisation (id, slug, name, kind) select organisation_id, organisation_id::text, 'Équipe ' || md5(i::text), 'start-up' from followed`
    await tx`insert into person (id, email) select person_id, person_id || '@bench.example' from followed`
    await tx`insert into application_draft (id, call_id, organisation_id) select id, ${callId}, organisation_id from followed`
    await tx`
      insert into application (id, call_id, organisation_id, number, form_version_id, submitted_at, sequence, organisation_name, solution, pitch, summary, primary_claim, consent, challenge_id)
      select id, ${callId}, organisation_id, upper(${slug}) || '-' || i, ${form?.id as string}, now() - interval '400 days', 1, 'Équipe ' || md5(i::text), 'Solution ' || md5((i * 7)::text), 'Une phrase', 'Un résumé', '{}', true, (select id from challenge limit 1) from followed`
    await tx`update call set closes_at = now() - interval '300 days' where id = ${callId}`
    await tx`
      insert into programme (id, call_id, organisation_id, organisation_name, number, solution, pitch, starts_on, months, modules, follow_ups)
      select f.id, a.call_id, a.organisation_id, a.organisation_name, a.number, a.solution, a.pitch, f.first_day, 9, '[]', '{12,24}' from followed f join application a on a.id = f.id`
    await tx`
      insert into milestone (programme_id, position, month, title, due_on, done_at, done_by, evidence, accepted_at, accepted_by)
      select f.id, m, m, ${words('Un jalon de l’accompagnement', 'A milestone of the programme')}, (first_day + make_interval(months => m))::date, done.at, case when done.at is not null then f.person_id end, case when done.at is not null then 'Un lien' end,
        case when m < 6 then done.at end, case when m < 6 and done.at is not null then ${managerId}::uuid end
      from followed f, generate_series(0, 9) m, lateral (select case when m < 5 + i % 4 then now() - interval '20 days' end as at) done`
    await tx`
      insert into check_in (programme_id, month, opens_on, due_on, mood, submitted_at, submitted_by)
      select f.id, m, (first_day + make_interval(months => m))::date - 10, (first_day + make_interval(months => m))::date, case when m < 8 then 'on-track' end, case when m < 8 then first_day + make_interval(months => m) end, case when m < 8 then f.person_id end
      from followed f, generate_series(1, 9) m`
    await tx`insert into commitment (call_id, organisation_id, organisation_name, programme_id, laureate_name, kind, title, amount, unit, due_on) select ${callId}, o.id, o.name, f.id, 'Une équipe', 'mentoring', 'Heures de mentorat', 10, 'heures', current_date + (f.i % 40) - 10 from followed f, (select id, name from organisation where kind = 'operator' limit 1) o`
    await tx`insert into message (draft_id, side, sender_name, text) select id, 'applicant', 'Une personne', 'Une question' from followed where i % 3 = 0`
    await tx`
      insert into programme_metric (programme_id, position, rupture_id, name, measure, unit, direction, numerator, denominator, population, method, data_source, comparator, baseline, baseline_n, baseline_on, target, target_on, schedule, lowest, highest, laureate_agreed_at, laureate_agreed_by, manager_agreed_at, manager_agreed_by, locked_at)
      select f.id, k, ruptures[1 + k % cardinality(ruptures)], 'Part des personnes jointes, mesure ' || k, case when k % 2 = 0 then 'proportion' else 'duration' end, case when k % 2 = 0 then '%' else 'jours' end, case when k % 2 = 0 then 'higher-is-better' else 'lower-is-better' end, 'jointes', 'adressées', 'Adultes', 'Relevé', 'Dossiers', 'before-after',
        40, 100, first_day, case when k % 2 = 0 then 60 else 20 end, (first_day + interval '9 months')::date, '{3,6,9}', 0, case when k % 2 = 0 then 100 end, now(), f.person_id, now(), ${managerId}::uuid, now()
      from followed f, generate_series(0, 7) k, (select array_agg(rupture_id order by rupture_id) as ruptures from current_rupture) known`
    await tx`
      insert into measurement (metric_id, programme_id, period_start, period_end, state, recorded_by, value, numerator, denominator, sd, n, submitted_by, submitted_at, verified_by, verified_at)
      select k.id, k.programme_id, (f.first_day + make_interval(months => m - 1))::date, (f.first_day + make_interval(months => m))::date - 1, 'verified', f.person_id,
        case when k.measure = 'duration' then 40 - m * (f.i % 3) end, case when k.measure = 'proportion' then 40 + m * (f.i % 4) end, case when k.measure = 'proportion' then 100 end, case when k.measure = 'duration' then 12 end, case when k.measure = 'duration' then 100 end, f.person_id, now(), ${managerId}::uuid, now()
      from followed f join programme_metric k on k.programme_id = f.id, generate_series(1, 9) m`
  })
  await admin`vacuum analyze`
  return slug
}
