-- The same facts without asking the wall of five tables at each pause in typing: its words stand here once more, for the one
-- evaluation that is asked for. What is written is judged by the policies and the guard as before.
create or replace function portal.evaluation_facts(person_id uuid, session_hash bytea, arrived_at timestamptz, of_evaluation uuid) returns text
  language plpgsql volatile security definer set search_path = public, pg_temp
  as $$
  declare
    asker jsonb := portal.begin(person_id, session_hash)->'actor';
    kept text := set_config('portal.arrived', arrived_at::text, true);
  begin
    return jsonb_build_object('actor', asker, 'subject', (
      select jsonb_build_object(
        'personId', e.person_id, 'openedAt', r.opened_at, 'closedAt', r.closed_at, 'submittedAt', e.submitted_at, 'abstainedAt', g.abstained_at,
        'declaredAt', s.declared_at, 'livedExperience', s.lived_experience, 'clinical', s.clinical,
        'criteria', (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'mayBeNotApplicable', c.may_be_not_applicable, 'putTo', c.put_to) order by c.id), '[]') from round_criterion c where c.round_id = e.round_id))
      from evaluation e join assignment g on g.id = e.id join round r on r.id = e.round_id join scorer s on s.round_id = e.round_id and s.person_id = e.person_id
      join application a on a.id = e.application_id
      where e.id = of_evaluation and e.person_id = portal.actor() and g.withdrawn_at is null and s.removed_at is null and a.withdrawn_at is null
        and exists (select from membership m where m.organisation_id = s.organisation_id and m.person_id = s.person_id and m.ended_at is null)
        and not exists (select from conflict k where k.person_id = e.person_id and k.application_id = e.application_id and k.lifted_at is null)));
  end $$;
