alter table laureate add constraint laureate_application_fk foreign key (application_id) references application (id) on delete cascade;
--> statement-breakpoint
-- How many of a call's applications a link of interest hides from whoever asks: a release must leave nobody out.
create function portal.walled_off_files(of_call uuid) returns integer
  language sql stable security definer set search_path = public, pg_temp
  as $$ select count(*)::int from application where call_id = of_call and withdrawn_at is null and id = any (portal.actor_conflicts()) and portal.actor_manages() $$;
--> statement-breakpoint
-- Everybody who writes for a deposited file of a call, for the managers who tell them that a decision exists.
create function portal.decided_people(of_call uuid) returns table (application_id uuid, person_id uuid, email text, locale text)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select a.id, p.id, p.email, p.locale from application a
    join membership m on m.organisation_id = a.organisation_id and m.role in ('owner', 'member') and m.ended_at is null
    join person p on p.id = m.person_id
    where a.call_id = of_call and a.withdrawn_at is null and p.disabled_at is null and portal.actor_manages()
    order by a.number, p.email $$;
--> statement-breakpoint
-- Laureates become public with the release that names them: the organisation, the solution, and the ruptures it claims to mend.
create function portal.publish_laureates(of_release uuid) returns integer
  language plpgsql volatile security definer set search_path = public, pg_temp
  as $$
  declare published integer;
  begin
    if not portal.actor_manages() or not exists (select from decision_release where id = of_release and released_at is not null and released_by = portal.actor()) then return 0; end if;
    update organisation set listed = true where id in (select a.organisation_id from decision d join application a on a.id = d.application_id where d.release_id = of_release and d.outcome = 'laureate');
    insert into laureate (call_id, organisation_id, slug, position, solution, call_is_inferred, application_id, demonstration)
      select a.call_id, a.organisation_id, left(regexp_replace(btrim(regexp_replace(portal.fold(a.solution), '[^a-z0-9]+', '-', 'g'), '-'), '^$', 'laureat'), 40) || '-' || lower(a.number), row_number() over (order by a.number) - 1,
        jsonb_build_object('fr', a.solution), false, a.id, c.demonstration
      from decision d join application a on a.id = d.application_id join call c on c.id = a.call_id where d.release_id = of_release and d.outcome = 'laureate';
    get diagnostics published = row_count;
    insert into laureate_rupture (laureate_id, rupture_id, position, is_proposal)
      select l.id, v.rupture_id, min(k.position) - 1, false from laureate l join claim k on k.application_id = l.application_id join rupture_version v on v.id = k.rupture_version_id
      where l.application_id in (select application_id from decision where release_id = of_release) group by l.id, v.rupture_id;
    return published;
  end $$;
--> statement-breakpoint
-- How a call's choice was made, in numbers, once its decisions are released: no name of anybody who was not chosen.
create function portal.selection_facts(of_call uuid) returns jsonb
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select jsonb_build_object(
      'releasedAt', r.released_at, 'closesAt', c.closes_at, 'answerOn', c.answer_on,
      'files', (select count(*) from application a where a.call_id = c.id and a.withdrawn_at is null),
      'ineligible', (select count(*) from application a where a.call_id = c.id and a.withdrawn_at is null and a.eligibility = 'ineligible'),
      'outcomes', r.counts,
      'rounds', coalesce((select jsonb_agg(jsonb_build_object(
          'id', t.id, 'name', t.name, 'kind', t.kind, 'aggregate', t.aggregate, 'quorum', t.quorum, 'places', t.places, 'tieRule', t.tie_rule, 'evaluationsPerApplication', t.evaluations_per_application,
          'openedAt', t.opened_at, 'closedAt', t.closed_at,
          'criteria', (select coalesce(jsonb_agg(jsonb_build_object('name', k.name, 'weight', k.weight, 'anchors', k.anchors) order by k.position), '[]') from round_criterion k where k.round_id = t.id),
          'files', (select count(*) from round_application ra where ra.round_id = t.id),
          'scorers', (select count(*) from scorer s where s.round_id = t.id and s.removed_at is null),
          'organisations', (select count(distinct s.organisation_id) from scorer s where s.round_id = t.id and s.removed_at is null),
          'kinds', (select coalesce(jsonb_object_agg(partner_kind, n), '{}') from (select partner_kind, count(*) n from scorer s where s.round_id = t.id and s.removed_at is null group by 1) each),
          'evaluations', (select count(*) from evaluation e where e.round_id = t.id and e.submitted_at is not null and not portal.is_conflicted(e.person_id, e.application_id))
        ) order by t.position) from round t where t.call_id = c.id and t.opened_at is not null), '[]'),
      -- A person walled off from a file is one recusal, whatever the reasons found; the surest names it.
      'recusals', coalesce((select jsonb_agg(jsonb_build_object('reason', reason, 'count', n) order by n desc, reason) from (
          select reason, count(*) n from (
            select distinct on (k.person_id, k.application_id) k.reason from conflict k where k.call_id = c.id and k.lifted_at is null
            and exists (select from scorer s join round t on t.id = s.round_id where t.call_id = c.id and s.person_id = k.person_id)
            order by k.person_id, k.application_id, array_position(array['detected', 'declared', 'pinned'], k.origin), k.id) once
          group by reason) each), '[]'))
    from call c join decision_release r on r.call_id = c.id and r.released_at is not null where c.id = of_call and c.published_at is not null $$;
