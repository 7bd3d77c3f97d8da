-- The least each role needs of what a programme is kept in.
grant select, insert, update, delete on programme_template to portal_app;
grant select on programme to portal_app;
grant update (starts_on, modules, follow_ups, version, stopped_at, stop_reason) on programme to portal_app;
grant select, insert, delete, update (position, month, title, due_on, is_proposal, evidence, done_at, done_by, accepted_at, accepted_by, returned_reason, version) on milestone to portal_app;
grant select, insert on milestone_move, delivery, check_in_answer, amendment, check_in_revision, disclosed_result to portal_app;
grant select, insert, delete on programme_document to portal_app;
grant select, insert, update (name, email, declared_at, accepted_at, ended_at, ended_by, end_reason) on mentor to portal_app;
grant select, insert, update (mentor_id, subject, proposed_times, minutes, place, starts_at, chosen_by, cancelled_at, cancel_reason, shared_notes, sequence, version) on mentoring_session to portal_app;
grant select, insert, update, delete on session_note to portal_app;
grant select, update (version, saved_at, progress, figures, blockers, ask_organisation_id, ask, mood, mood_reason, submitted_at, submitted_by, skipped_at, skipped_by, skip_reason) on check_in to portal_app;
grant select, insert, delete, update (programme_id, kind, title, owner_name, amount, unit, due_on, state, note, version) on commitment to portal_app;
grant select, insert, delete, update (position, claim_position, rupture_id, metric_slug, name, measure, unit, ucum, direction, numerator, denominator, population, period, method, data_source, comparator,
  comparator_note, national_estimate_id, baseline, baseline_n, baseline_on, target, target_on, schedule, lowest, highest, laureate_agreed_at, laureate_agreed_by, manager_agreed_at, manager_agreed_by,
  locked_at, amendments, version) on programme_metric to portal_app;
grant select, insert, delete, update (period_start, period_end, value, numerator, denominator, sd, n, method, note, file_id, state, surprise_reason, submitted_by, submitted_at, verified_by, verified_at, version) on measurement to portal_app;
grant select, insert, update (released_by, released_at, cancelled_by, cancelled_at) on disclosure to portal_app;
grant select on programme, milestone, mentor, mentoring_session, check_in, commitment, programme_metric, measurement to portal_worker;
--> statement-breakpoint
-- A milestone is done by the laureate and accepted by a manager; accepted, it stays as it is. Managers alone move it.
create function portal.guard_milestone() returns trigger
  language plpgsql set search_path = public, pg_temp
  as $$ begin
    if current_user <> 'portal_app' then return new; end if;
    if new.programme_id <> old.programme_id then raise exception 'a milestone stays in its programme' using errcode = 'insufficient_privilege'; end if;
    if exists (select from programme p where p.id = old.programme_id and p.stopped_at is not null) then raise exception 'closed' using errcode = 'check_violation', constraint = 'programme_closed'; end if;
    if portal.actor_manages() then return new; end if;
    if old.accepted_at is not null then raise exception 'closed' using errcode = 'check_violation', constraint = 'milestone_accepted_closed'; end if;
    if to_jsonb(new) - '{evidence,done_at,done_by,version}'::text[] is distinct from to_jsonb(old) - '{evidence,done_at,done_by,version}'::text[]
    then raise exception 'only what shows that it is done' using errcode = 'insufficient_privilege'; end if;
    return new;
  end $$;
--> statement-breakpoint
create trigger milestone_guard before update on milestone for each row execute function portal.guard_milestone();
--> statement-breakpoint
-- A mentor sits with a partner and holds no link to the laureate; they answer for themself alone.
create function portal.guard_mentor() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
  as $$ begin
    if tg_op = 'INSERT' then
      if not exists (select from membership m join organisation o on o.id = m.organisation_id
        where m.person_id = new.person_id and m.organisation_id = new.organisation_id and m.ended_at is null and o.kind not in ('start-up', 'operator'))
      then raise exception 'a mentor sits in a partner organisation' using errcode = 'check_violation', constraint = 'mentor_sits_with_a_partner_conflicted'; end if;
      if portal.is_conflicted(new.person_id, new.programme_id) then raise exception 'a link of interest stands' using errcode = 'check_violation', constraint = 'mentor_conflicted'; end if;
      return new;
    end if;
    if (new.programme_id, new.person_id, new.organisation_id, new.added_by, new.added_at) is distinct from (old.programme_id, old.person_id, old.organisation_id, old.added_by, old.added_at) or old.ended_at is not null
    then raise exception 'a mentor stays as named' using errcode = 'insufficient_privilege'; end if;
    if (new.declared_at, new.accepted_at) is distinct from (old.declared_at, old.accepted_at) then
      if new.person_id is distinct from portal.actor() then raise exception 'only theirs to say' using errcode = 'insufficient_privilege'; end if;
      if new.accepted_at is not null and portal.is_conflicted(new.person_id, new.programme_id) then raise exception 'a link of interest stands' using errcode = 'check_violation', constraint = 'mentor_conflicted'; end if;
    end if;
    return new;
  end $$;
--> statement-breakpoint
create trigger mentor_guard before insert or update on mentor for each row execute function portal.guard_mentor();
--> statement-breakpoint
-- A check-in is written until submitted or skipped; a skip can be taken back, a submission not.
create function portal.guard_check_in() returns trigger
  language plpgsql set search_path = public, pg_temp
  as $$ begin
    if current_user <> 'portal_app' then return new; end if;
    if old.submitted_at is not null then raise exception 'closed' using errcode = 'check_violation', constraint = 'check_in_submitted_closed'; end if;
    if exists (select from programme p where p.id = old.programme_id and p.stopped_at is not null) then raise exception 'closed' using errcode = 'check_violation', constraint = 'programme_closed'; end if;
    if old.skipped_at is not null and new.skipped_at is not null then raise exception 'closed' using errcode = 'check_violation', constraint = 'check_in_skipped_closed'; end if;
    return new;
  end $$;
--> statement-breakpoint
create trigger check_in_guard before update on check_in for each row execute function portal.guard_check_in();
--> statement-breakpoint
-- A partner says how far its commitment is, and nothing else of it.
create function portal.guard_commitment() returns trigger
  language plpgsql set search_path = public, pg_temp
  as $$ begin
    if current_user <> 'portal_app' or portal.actor_manages() then return new; end if;
    if to_jsonb(new) - '{state,note,version}'::text[] is distinct from to_jsonb(old) - '{state,note,version}'::text[] or new.state = 'withdrawn' and old.state <> 'withdrawn'
    then raise exception 'only how far it is' using errcode = 'insufficient_privilege'; end if;
    return new;
  end $$;
--> statement-breakpoint
create trigger commitment_guard before update on commitment for each row execute function portal.guard_commitment();
--> statement-breakpoint
-- Until locked, changing what a metric means takes both agreements back; locked, it changes only with the amendment that says so.
-- Each side agrees for itself.
create function portal.guard_programme_metric() returns trigger
  language plpgsql set search_path = public, pg_temp
  as $$
  declare
    deed text[] := '{laureate_agreed_at,laureate_agreed_by,manager_agreed_at,manager_agreed_by,locked_at,amendments,version,position}';
  begin
    if current_user <> 'portal_app' then return case tg_op when 'DELETE' then old else new end; end if;
    if tg_op = 'DELETE' then
      if old.locked_at is not null then raise exception 'closed' using errcode = 'check_violation', constraint = 'programme_metric_locked_closed'; end if;
      return old;
    end if;
    if tg_op = 'INSERT' then
      if new.locked_at is not null or new.amendments <> 0 or num_nonnulls(new.laureate_agreed_at, new.manager_agreed_at) > 0 then raise exception 'agreed later' using errcode = 'insufficient_privilege'; end if;
      return new;
    end if;
    if new.programme_id <> old.programme_id then raise exception 'a metric stays in its programme' using errcode = 'insufficient_privilege'; end if;
    if old.locked_at is not null then
      if (new.laureate_agreed_at, new.laureate_agreed_by, new.manager_agreed_at, new.manager_agreed_by, new.locked_at) is distinct from (old.laureate_agreed_at, old.laureate_agreed_by, old.manager_agreed_at, old.manager_agreed_by, old.locked_at)
      then raise exception 'closed' using errcode = 'check_violation', constraint = 'programme_metric_locked_closed'; end if;
      if to_jsonb(new) - deed is distinct from to_jsonb(old) - deed
        and (new.amendments <> old.amendments + 1 or not exists (select from amendment a where a.metric_id = new.id and a.sequence = new.amendments and a.amended_by = portal.actor()))
      then raise exception 'closed' using errcode = 'check_violation', constraint = 'programme_metric_locked_closed'; end if;
      return new;
    end if;
    if to_jsonb(new) - deed is distinct from to_jsonb(old) - deed and num_nonnulls(new.laureate_agreed_at, new.manager_agreed_at) > 0
    then raise exception 'agreed to something else' using errcode = 'check_violation', constraint = 'programme_metric_agreed_conflicted'; end if;
    if new.laureate_agreed_at is not null and new.laureate_agreed_by is distinct from old.laureate_agreed_by
      and (new.laureate_agreed_by is distinct from portal.actor() or not exists (select from programme p where p.id = new.programme_id and p.organisation_id = any (portal.actor_edited_organisations())))
    then raise exception 'only the laureate agrees for the laureate' using errcode = 'insufficient_privilege'; end if;
    if new.manager_agreed_at is not null and new.manager_agreed_by is distinct from old.manager_agreed_by and (new.manager_agreed_by is distinct from portal.actor() or not portal.actor_manages())
    then raise exception 'only a manager agrees for the managers' using errcode = 'insufficient_privilege'; end if;
    return new;
  end $$;
--> statement-breakpoint
create trigger programme_metric_guard before insert or update or delete on programme_metric for each row execute function portal.guard_programme_metric();
--> statement-breakpoint
-- A measurement goes out once its metric is locked. Whoever verifies it changes nothing in it; verified, it never changes.
create function portal.guard_measurement() returns trigger
  language plpgsql set search_path = public, pg_temp
  as $$
  declare deed text[] := '{state,verified_by,verified_at,submitted_by,submitted_at,version}';
  begin
    if current_user <> 'portal_app' then return new; end if;
    if not exists (select from programme_metric m where m.id = new.metric_id and m.programme_id = new.programme_id) then raise exception 'of its metric' using errcode = 'insufficient_privilege'; end if;
    if new.state <> 'draft' and exists (select from programme_metric m where m.id = new.metric_id and m.locked_at is null)
    then raise exception 'closed' using errcode = 'check_violation', constraint = 'measurement_before_lock_closed'; end if;
    if tg_op = 'INSERT' then
      if new.corrects_id is not null and not exists (select from measurement c where c.id = new.corrects_id and c.metric_id = new.metric_id and c.state = 'verified')
      then raise exception 'corrects what was verified' using errcode = 'check_violation', constraint = 'measurement_corrects_verified_conflicted'; end if;
      return new;
    end if;
    if (new.metric_id, new.programme_id, new.corrects_id, new.recorded_by) is distinct from (old.metric_id, old.programme_id, old.corrects_id, old.recorded_by) then raise exception 'a measurement stays where it is' using errcode = 'insufficient_privilege'; end if;
    if old.state = 'verified' then raise exception 'closed' using errcode = 'check_violation', constraint = 'measurement_verified_closed'; end if;
    if old.state = 'submitted' and to_jsonb(new) - deed is distinct from to_jsonb(old) - deed then raise exception 'only to be verified' using errcode = 'insufficient_privilege'; end if;
    if new.state = 'verified' and (old.state <> 'submitted' or new.verified_by is distinct from portal.actor() or new.submitted_by is distinct from old.submitted_by) then raise exception 'verified by whoever says so' using errcode = 'insufficient_privilege'; end if;
    return new;
  end $$;
--> statement-breakpoint
create trigger measurement_guard before insert or update on measurement for each row execute function portal.guard_measurement();
--> statement-breakpoint
-- Files come and go while the field they belong to may be changed: the evidence, or the answer to their question. Those of a
-- programme come and go while it runs.
create or replace function portal.guard_file() returns trigger
  language plpgsql set search_path = public, pg_temp
  as $$
  declare
    its record;
    editable text[];
  begin
    if current_user <> 'portal_app' then return new; end if;
    if new.part = 'programme' then
      if new.question_id is null and exists (select from programme p where p.id = new.draft_id and p.stopped_at is null) then return new; end if;
      raise exception 'closed' using errcode = 'check_violation', constraint = 'programme_closed';
    end if;
    select id, call_id, organisation_id into its from application_draft where id = new.draft_id;
    editable := portal.editable_fields(its.id, its.call_id, its.organisation_id);
    if editable = '{*}' or coalesce('answers.' || new.question_id, 'evidence') = any (editable) then return new; end if;
    raise exception 'closed' using errcode = 'check_violation', constraint = 'file_closed';
  end $$;
--> statement-breakpoint
create trigger milestone_move_never_changed before update or truncate on milestone_move for each statement execute function portal.never_changed();
create trigger delivery_never_changed before update or truncate on delivery for each statement execute function portal.never_changed();
create trigger check_in_answer_never_changed before update or truncate on check_in_answer for each statement execute function portal.never_changed();
create trigger amendment_never_changed before update or truncate on amendment for each statement execute function portal.never_changed();
--> statement-breakpoint
do $$
declare public_table text;
begin
  foreach public_table in array array['disclosure', 'disclosed_result']
  loop
    execute format('create trigger %I after insert or update or delete on %I for each statement execute function portal.public_changed()',
      public_table || '_public_changed', public_table);
  end loop;
end $$;
--> statement-breakpoint
-- Laureates' programmes begin with the release that names them, from the call's template or, where none was shaped, the
-- référentiel's: milestones, monthly check-ins, and each claim as a proposed metric with its rupture's own figure beside.
create function portal.begin_programmes(of_release uuid) returns integer
  language plpgsql volatile security definer set search_path = public, pg_temp
  as $$
  declare
    its record;
    plan record;
    begun integer := 0;
    first_day date;
  begin
    if not portal.actor_manages() then return 0; end if;
    select r.call_id, r.released_at into its from decision_release r where r.id = of_release and r.released_at is not null and r.released_by = portal.actor();
    if not found then return 0; end if;
    insert into programme_template (call_id, months, modules, milestones, follow_ups)
      select its.call_id, (d.content->>'months')::int, d.content->'modules', d.content->'milestones', '{12,24}' from referential_document d where d.slug = 'programme-template'
      on conflict do nothing;
    select * into plan from programme_template t where t.call_id = its.call_id;
    if not found then return 0; end if;
    first_day := coalesce(plan.starts_on, (its.released_at at time zone 'Europe/Paris')::date);
    insert into programme (id, call_id, organisation_id, organisation_name, number, solution, pitch, starts_on, months, modules, follow_ups)
      select a.id, a.call_id, a.organisation_id, a.organisation_name, a.number, a.solution, a.pitch, first_day, plan.months, plan.modules, plan.follow_ups
      from decision d join application a on a.id = d.application_id where d.release_id = of_release and d.outcome = 'laureate';
    get diagnostics begun = row_count;
    insert into milestone (programme_id, position, month, title, due_on, is_proposal)
      select p.id, (each.position - 1)::int, (each.item->>'month')::int, each.item->'title', (first_day + make_interval(months => (each.item->>'month')::int))::date, coalesce((each.item->>'isProposal')::boolean, false)
      from programme p, jsonb_array_elements(plan.milestones) with ordinality each(item, position)
      where p.id in (select application_id from decision where release_id = of_release);
    insert into check_in (programme_id, month, opens_on, due_on)
      select p.id, month, (first_day + make_interval(months => month))::date - 10, (first_day + make_interval(months => month))::date
      from programme p, generate_series(1, plan.months) month where p.id in (select application_id from decision where release_id = of_release);
    insert into programme_metric (programme_id, position, claim_position, rupture_id, metric_slug, name, measure, unit, ucum, direction, population, method, national_estimate_id, baseline, target, target_on, schedule, lowest, highest)
      select k.application_id, k.position - 1, k.position, v.rupture_id, m.slug, k.indicator,
        case when k.unit ~ '^\s*%' then 'proportion' when portal.fold(k.unit) ~ '^(jour|day|semaine|week|mois|month|heure|hour|minute)' then 'duration' when portal.fold(k.unit) ~ '^(personne|people|patient|appel|call|visite|visit)' then 'count' else 'mean' end,
        k.unit,
        case when k.unit ~ '^\s*%' then '%' when portal.fold(k.unit) ~ '^(jour|day)s?$' then 'd' when portal.fold(k.unit) ~ '^(semaine|week)s?$' then 'wk' when portal.fold(k.unit) ~ '^(mois|months?)$' then 'mo' when portal.fold(k.unit) ~ '^(heure|hour)s?$' then 'h' end,
        case when k.target < k.baseline then 'lower-is-better' when k.target > k.baseline then 'higher-is-better' else coalesce(m.direction, 'neutral') end,
        k.population, m.method->>'fr',
        (select e.id from estimate e where e.rupture_version_id = v.id and e.central is not null order by e.position limit 1),
        k.baseline, k.target, (first_day + make_interval(months => plan.months))::date, '{3,6,9}',
        case when k.unit ~ '^\s*%' or m.slug is null then case when least(k.baseline, k.target) >= 0 then 0 end end, case when k.unit ~ '^\s*%' then 100 end
      from claim k join rupture_version v on v.id = k.rupture_version_id left join metric m on m.slug = k.metric
      where k.application_id in (select application_id from decision where release_id = of_release and outcome = 'laureate');
    return begun;
  end $$;
--> statement-breakpoint
grant execute on function portal.begin_programmes(uuid), portal.actor_mentored() to portal_app;
