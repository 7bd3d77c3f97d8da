-- What kind of organisation a seat is in says nothing of whether a draft or an evaluation may be saved: the law is told it, and it
-- is not asked again at each save.
drop view portal.draft_seat, portal.evaluation_seat;
--> statement-breakpoint
create view portal.draft_seat as
  select p.id as person_id, p.email, p.name, p.locale, p.administrator, p.demonstration, m.role, d.id as draft_id, d.organisation_id, d.call_id, c.opens_at, c.closes_at,
    (select f.id from form_version f where f.call_id = d.call_id order by f.version desc limit 1) as form_version_id
  from application_draft d join call c on c.id = d.call_id
  join membership m on m.organisation_id = d.organisation_id and m.ended_at is null
  join person p on p.id = m.person_id and p.disabled_at is null;
--> statement-breakpoint
create view portal.evaluation_seat as
  select p.id as person_id, p.email, p.name, p.locale, p.administrator, p.demonstration, m.organisation_id, m.role, e.id as evaluation_id, e.round_id,
    r.opened_at, r.closed_at, e.submitted_at, g.abstained_at, s.declared_at, s.lived_experience, s.clinical
  from evaluation e join assignment g on g.id = e.id and g.withdrawn_at is null join round r on r.id = e.round_id
  join scorer s on s.round_id = e.round_id and s.person_id = e.person_id and s.removed_at is null
  join application a on a.id = e.application_id and a.withdrawn_at is null
  join membership m on m.organisation_id = s.organisation_id and m.person_id = s.person_id and m.ended_at is null
  join person p on p.id = e.person_id and p.disabled_at is null
  where not exists (select from conflict k where k.person_id = e.person_id and k.application_id = e.application_id and k.lifted_at is null);
--> statement-breakpoint
create or replace function portal.open_draft(person_id uuid, session_hash bytea, spent_ms double precision, of_draft uuid) returns json
  language plpgsql volatile security definer set search_path = public, pg_temp
  as $$
  declare
    begun jsonb := portal.begin(person_id, session_hash, spent_ms);
    arrived timestamptz := portal.arrived();
    asked record;
  begin
    select s.*, arrived >= s.opens_at as is_begun, case when portal.is_past(s.closes_at, arrived) then portal.late_facts(s.draft_id, s.call_id, s.organisation_id, s.person_id, arrived) end as late
      into asked from portal.draft_seat s where s.draft_id = of_draft and s.person_id = portal.actor();
    if asked.draft_id is null then return json_build_object('now', arrived, 'actor', begun->'actor'); end if;
    return json_build_object(
      'now', arrived, 'facts', asked::text,
      'actor', json_build_object('id', asked.person_id, 'email', asked.email, 'name', asked.name, 'locale', asked.locale, 'administrator', asked.administrator, 'demonstration', asked.demonstration,
        'memberships', json_build_array(json_build_object('organisationId', asked.organisation_id, 'kind', (select o.kind from organisation o where o.id = asked.organisation_id), 'role', asked.role))),
      'subject', json_build_object('organisationId', asked.organisation_id, 'formVersionId', asked.form_version_id, 'opensAt', asked.opens_at, 'closesAt', asked.closes_at, 'late', asked.late));
  end $$;
--> statement-breakpoint
create or replace function portal.open_evaluation(person_id uuid, session_hash bytea, spent_ms double precision, of_evaluation uuid) returns json
  language plpgsql volatile security definer set search_path = public, pg_temp
  as $$
  declare
    begun jsonb := portal.begin(person_id, session_hash, spent_ms);
    asked record;
  begin
    select s.* into asked from portal.evaluation_seat s where s.evaluation_id = of_evaluation and s.person_id = portal.actor();
    if asked.evaluation_id is null then return json_build_object('now', begun->'now', 'actor', begun->'actor'); end if;
    return json_build_object(
      'now', begun->'now', 'facts', asked::text,
      'actor', json_build_object('id', asked.person_id, 'email', asked.email, 'name', asked.name, 'locale', asked.locale, 'administrator', asked.administrator, 'demonstration', asked.demonstration,
        'memberships', json_build_array(json_build_object('organisationId', asked.organisation_id, 'kind', (select o.kind from organisation o where o.id = asked.organisation_id), 'role', asked.role))),
      'subject', json_build_object('personId', asked.person_id, 'openedAt', asked.opened_at, 'closedAt', asked.closed_at, 'submittedAt', asked.submitted_at, 'abstainedAt', asked.abstained_at,
        'declaredAt', asked.declared_at, 'livedExperience', asked.lived_experience, 'clinical', asked.clinical,
        'criteria', (select coalesce(json_agg(json_build_object('id', c.id, 'mayBeNotApplicable', c.may_be_not_applicable, 'putTo', c.put_to) order by c.id), '[]') from round_criterion c where c.round_id = asked.round_id)));
  end $$;
