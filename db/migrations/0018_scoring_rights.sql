-- The least portal_app needs of what judging is kept in.
grant select, insert, delete on round, round_criterion, round_application to portal_app;
grant update (kind, name, guidance, evaluations_per_application, applications_per_scorer, applicant_names, scorer_names, shown_after_own, aggregate, not_applicable,
  tie_rule, quorum, places, declare_by, due_at, declaring_at, opened_at, closed_at, version) on round to portal_app;
grant update (slug, position, name, weight, anchors, guidance, may_be_not_applicable, put_to) on round_criterion to portal_app;
grant select, insert on scorer to portal_app;
grant update (organisation_id, partner_kind, name, email, lived_experience, clinical, chair, cap, stages, rupture_ids, declared_at, removed_at) on scorer to portal_app;
grant select, insert, update (lifted_by, lifted_at, lift_motive) on conflict to portal_app;
grant select, insert, delete on declared_tie to portal_app;
grant select, insert, update (withdrawn_by, withdrawn_at, started_at, abstained_at, abstention, abstention_note) on assignment to portal_app;
grant select, insert on evaluation to portal_app;
grant update (version, saved_at, scores, comment_to_applicant, comment_to_jury, submitted_at, sequence, reopened_at, reopened_by, reopen_reason) on evaluation to portal_app;
grant select, insert on evaluation_revision, evaluation_submission, ranking, decision_reading to portal_app;
grant select, insert on deliberation to portal_app;
grant update (state, current_application_id, version, started_at, ended_at) on deliberation to portal_app;
grant select, insert, delete, update (position, step, notes, notes_version, revealed_at, settled_at, result) on deliberation_item to portal_app;
grant select, insert, update (left_at) on deliberation_presence to portal_app;
grant select, insert, update (score, saved_at) on deliberation_score to portal_app;
grant select, insert, update (released_by, released_at, cancelled_by, cancelled_at) on decision_release to portal_app;
grant select, insert, delete, update (outcome, reserve_rank, motive, jury_text, decided_by, decided_at, version, release_id, released_at, feedback) on decision to portal_app;
--> statement-breakpoint
-- An application as its scorers see it: no column that is not for them, and nothing once they are walled off.
create view scored_application with (security_barrier) as
  select s.round_id, a.id as application_id, a.call_id, a.number, case r.applicant_names when 'shown' then a.organisation_name end as organisation_name,
    a.form_version_id, a.rupture_version_id, a.submitted_at, a.solution, a.pitch, a.summary, a.challenge_id, a.primary_claim, a.second_claim, a.third_claim,
    a.evidence, a.maturity, a.regulatory_state, a.regulatory_note, a.team, a.needs,
    case r.kind when 'jury' then a.budget end as budget, case r.kind when 'jury' then a.in_kind end as in_kind,
    (select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(a.answers) where portal.reads_question(a.form_version_id, key, r.kind)) as answers
  from portal.actor_scored() s join application a on a.id = s.application_id join round r on r.id = s.round_id;
--> statement-breakpoint
-- Names alone, for a scorer who declares links of interest; what they are already walled off from is not there.
create view declarable_application with (security_barrier) as
  select ra.round_id, a.id as application_id, a.call_id, a.number, a.organisation_name, a.solution
  from round_application ra join round r on r.id = ra.round_id join application a on a.id = ra.application_id
  where ra.round_id = any ((select portal.actor_rounds())::uuid[]) and r.declaring_at is not null and a.withdrawn_at is null
    and a.id <> all ((select portal.actor_conflicts())::uuid[]);
--> statement-breakpoint
-- Colleagues' evaluations of what the actor has submitted theirs of, as far as the round's rules show them. A colleague with a link does not count.
create view colleague_evaluation with (security_barrier) as
  select e.id as evaluation_id, e.round_id, e.application_id, case r.scorer_names when 'shown' then s.name end as scorer_name, s.partner_kind, e.scores,
    case r.shown_after_own when 'everything' then e.comment_to_jury end as comment_to_jury,
    case r.shown_after_own when 'everything' then e.comment_to_applicant end as comment_to_applicant
  from evaluation mine
  join evaluation e on e.round_id = mine.round_id and e.application_id = mine.application_id and e.person_id <> mine.person_id
  join round r on r.id = e.round_id
  join scorer s on s.round_id = e.round_id and s.person_id = e.person_id
  where mine.person_id = portal.actor() and mine.submitted_at is not null and e.submitted_at is not null and r.shown_after_own <> 'nothing'
    and mine.round_id = any ((select portal.actor_rounds())::uuid[])
    and e.application_id <> all ((select portal.actor_conflicts())::uuid[])
    and not portal.is_conflicted(e.person_id, e.application_id);
--> statement-breakpoint
-- The evaluations that count: submitted, by somebody without a link. Seen by whoever sees the rows themselves.
create view counted_evaluation with (security_invoker) as
  select e.* from evaluation e where e.submitted_at is not null
    and not exists (select from conflict c where c.person_id = e.person_id and c.application_id = e.application_id and c.lifted_at is null);
--> statement-breakpoint
grant select on scored_application, declarable_application, colleague_evaluation, counted_evaluation to portal_app;
--> statement-breakpoint
-- The rules of a round lock when scoring opens.
create function portal.guard_round() returns trigger
  language plpgsql set search_path = public, pg_temp
  as $$ begin
    if tg_op = 'DELETE' then
      if current_user = 'portal_app' and old.declaring_at is not null then raise exception 'closed' using errcode = 'check_violation', constraint = 'round_closed'; end if;
      return old;
    end if;
    if new.call_id <> old.call_id then raise exception 'a round stays in its call' using errcode = 'insufficient_privilege'; end if;
    if old.opened_at is not null and ((new.kind, new.evaluations_per_application, new.applicant_names, new.scorer_names, new.shown_after_own, new.aggregate, new.not_applicable, new.tie_rule, new.quorum, new.places, new.opened_at, new.declaring_at)
        is distinct from (old.kind, old.evaluations_per_application, old.applicant_names, old.scorer_names, old.shown_after_own, old.aggregate, old.not_applicable, old.tie_rule, old.quorum, old.places, old.opened_at, old.declaring_at))
    then raise exception 'closed' using errcode = 'check_violation', constraint = 'round_rules_closed'; end if;
    if old.closed_at is not null and new.closed_at is distinct from old.closed_at then raise exception 'closed' using errcode = 'check_violation', constraint = 'round_closed'; end if;
    return new;
  end $$;
--> statement-breakpoint
create trigger round_guard before update or delete on round for each row execute function portal.guard_round();
--> statement-breakpoint
create function portal.guard_round_criterion() returns trigger
  language plpgsql set search_path = public, pg_temp
  as $$ begin
    if current_user = 'portal_app' and exists (select from round r where r.id = case tg_op when 'DELETE' then old.round_id else new.round_id end and r.opened_at is not null)
    then raise exception 'closed' using errcode = 'check_violation', constraint = 'round_rules_closed'; end if;
    return case tg_op when 'DELETE' then old else new end;
  end $$;
--> statement-breakpoint
create trigger round_criterion_guard before insert or update or delete on round_criterion for each row execute function portal.guard_round_criterion();
--> statement-breakpoint
-- Scorers sit in a partner organisation and manage nothing here. They change nothing of their entry but that they declared, once.
create function portal.guard_scorer() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
  as $$ begin
    if tg_op = 'INSERT' or new.organisation_id <> old.organisation_id then
      if not exists (select from membership m join organisation o on o.id = m.organisation_id
        where m.person_id = new.person_id and m.organisation_id = new.organisation_id and m.ended_at is null and o.kind not in ('start-up', 'operator'))
      then raise exception 'a scorer sits in a partner organisation' using errcode = 'check_violation', constraint = 'scorer_sits_with_a_partner_conflicted'; end if;
      if exists (select from membership m join organisation o on o.id = m.organisation_id where m.person_id = new.person_id and m.ended_at is null and o.kind = 'operator')
      then raise exception 'a manager does not score' using errcode = 'check_violation', constraint = 'scorer_manages_conflicted'; end if;
    end if;
    if tg_op = 'UPDATE' and not portal.actor_manages() and (to_jsonb(new) - 'declared_at' is distinct from to_jsonb(old) - 'declared_at' or old.declared_at is not null)
    then raise exception 'only the declaration is theirs' using errcode = 'insufficient_privilege'; end if;
    return new;
  end $$;
--> statement-breakpoint
create trigger scorer_guard before insert or update on scorer for each row execute function portal.guard_scorer();
--> statement-breakpoint
create function portal.guard_round_application() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare its record;
  begin
    if tg_op = 'DELETE' then
      if exists (select from assignment g where g.round_id = old.round_id and g.application_id = old.application_id and g.started_at is not null) and exists (select from round r where r.id = old.round_id and r.closed_at is null)
        and exists (select from application where id = old.application_id)
        and portal.actor() is not null
      then raise exception 'closed' using errcode = 'check_violation', constraint = 'round_application_closed'; end if;
      return old;
    end if;
    select r.kind, r.closed_at, a.eligibility, a.withdrawn_at, r.call_id = a.call_id as same into its from round r, application a where r.id = new.round_id and a.id = new.application_id;
    if not its.same or its.withdrawn_at is not null or its.eligibility <> 'eligible' then raise exception 'not to be judged' using errcode = 'check_violation', constraint = 'round_application_eligible_conflicted'; end if;
    if its.closed_at is not null then raise exception 'closed' using errcode = 'check_violation', constraint = 'round_closed'; end if;
    return new;
  end $$;
--> statement-breakpoint
create trigger round_application_guard before insert or delete on round_application for each row execute function portal.guard_round_application();
--> statement-breakpoint
-- A link is lifted once, and nothing else of it ever changes.
create function portal.guard_conflict() returns trigger
  language plpgsql set search_path = public, pg_temp
  as $$ begin
    if old.lifted_at is not null or to_jsonb(new) - '{lifted_by,lifted_at,lift_motive}'::text[] is distinct from to_jsonb(old) - '{lifted_by,lifted_at,lift_motive}'::text[]
    then raise exception 'what was declared stays' using errcode = 'insufficient_privilege'; end if;
    return new;
  end $$;
--> statement-breakpoint
create trigger conflict_guard before update on conflict for each row execute function portal.guard_conflict();
--> statement-breakpoint
-- Given to a scorer of the round without a link; taken back while nothing was submitted; started and abstained from by its scorer alone.
create function portal.guard_assignment() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare its round%rowtype;
  begin
    select * into its from round where id = new.round_id;
    if its.closed_at is not null then raise exception 'closed' using errcode = 'check_violation', constraint = 'round_closed'; end if;
    if tg_op = 'INSERT' then
      if not exists (select from scorer s where s.round_id = new.round_id and s.person_id = new.person_id and s.removed_at is null)
        or not exists (select from round_application ra where ra.round_id = new.round_id and ra.application_id = new.application_id)
      then raise exception 'not of this round' using errcode = 'check_violation', constraint = 'assignment_of_another_round_conflicted'; end if;
      if portal.is_conflicted(new.person_id, new.application_id) then raise exception 'a link of interest stands' using errcode = 'check_violation', constraint = 'assignment_conflicted'; end if;
      return new;
    end if;
    if (new.round_id, new.application_id, new.person_id, new.origin, new.assigned_by, new.assigned_at) is distinct from (old.round_id, old.application_id, old.person_id, old.origin, old.assigned_by, old.assigned_at)
      or old.withdrawn_at is not null then raise exception 'an assignment stays as given' using errcode = 'insufficient_privilege'; end if;
    if new.person_id is distinct from portal.actor() then
      if (new.started_at, new.abstained_at, new.abstention, new.abstention_note) is distinct from (old.started_at, old.abstained_at, old.abstention, old.abstention_note)
      then raise exception 'only its scorer works on it' using errcode = 'insufficient_privilege'; end if;
      if exists (select from evaluation e where e.id = new.id and e.submitted_at is not null) and not portal.is_conflicted(new.person_id, new.application_id)
      then raise exception 'closed' using errcode = 'check_violation', constraint = 'assignment_submitted_closed'; end if;
      return new;
    end if;
    if new.withdrawn_at is not null then raise exception 'not yours to take back' using errcode = 'insufficient_privilege'; end if;
    if its.opened_at is null or exists (select from evaluation e where e.id = new.id and e.submitted_at is not null)
    then raise exception 'closed' using errcode = 'check_violation', constraint = 'assignment_closed'; end if;
    return new;
  end $$;
--> statement-breakpoint
create trigger assignment_guard before insert or update on assignment for each row execute function portal.guard_assignment();
--> statement-breakpoint
-- An evaluation is written while its round is open and until submitted; after that only a reopening gives it back, and that changes nothing in it.
create function portal.guard_evaluation() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare its record;
  begin
    if tg_op = 'INSERT' then
      if not exists (select from assignment g where g.id = new.id and g.round_id = new.round_id and g.application_id = new.application_id and g.person_id = new.person_id)
      then raise exception 'of its assignment' using errcode = 'insufficient_privilege'; end if;
      return new;
    end if;
    if (new.round_id, new.application_id, new.person_id) is distinct from (old.round_id, old.application_id, old.person_id)
    then raise exception 'an evaluation stays where it is' using errcode = 'insufficient_privilege'; end if;
    select r.opened_at, r.closed_at, g.withdrawn_at, g.abstained_at into its from assignment g join round r on r.id = g.round_id where g.id = new.id;
    if its.opened_at is null or its.closed_at is not null or its.withdrawn_at is not null or its.abstained_at is not null
    then raise exception 'closed' using errcode = 'check_violation', constraint = 'evaluation_closed'; end if;
    if new.person_id is distinct from portal.actor() then
      if old.submitted_at is null or new.submitted_at is not null or length(btrim(coalesce(new.reopen_reason, ''))) = 0
        or to_jsonb(new) - '{submitted_at,reopened_at,reopened_by,reopen_reason}'::text[] is distinct from to_jsonb(old) - '{submitted_at,reopened_at,reopened_by,reopen_reason}'::text[]
      then raise exception 'only to be reopened' using errcode = 'insufficient_privilege'; end if;
      return new;
    end if;
    if old.submitted_at is not null then raise exception 'closed' using errcode = 'check_violation', constraint = 'evaluation_submitted_closed'; end if;
    if (new.reopened_at, new.reopened_by, new.reopen_reason) is distinct from (old.reopened_at, old.reopened_by, old.reopen_reason)
      or new.sequence <> old.sequence + (new.submitted_at is not null)::int
    then raise exception 'not yours to change' using errcode = 'insufficient_privilege'; end if;
    return new;
  end $$;
--> statement-breakpoint
create trigger evaluation_guard before insert or update on evaluation for each row execute function portal.guard_evaluation();
--> statement-breakpoint
create trigger evaluation_submission_never_changed before update or truncate on evaluation_submission for each statement execute function portal.never_changed();
--> statement-breakpoint
create trigger ranking_never_changed before update or truncate on ranking for each statement execute function portal.never_changed();
--> statement-breakpoint
-- A juror scores what is being discussed, in its step: privately before the reveal, finally after it.
create function portal.guard_deliberation_score() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
  as $$ begin
    if not exists (
      select from deliberation d join deliberation_item i on i.deliberation_id = d.id
      where d.id = new.deliberation_id and d.round_id = new.round_id and d.state = 'running' and d.current_application_id = new.application_id
        and i.application_id = new.application_id and i.step = case new.kind when 'private' then 'private' else 'final' end)
    then raise exception 'closed' using errcode = 'check_violation', constraint = 'deliberation_score_closed'; end if;
    return new;
  end $$;
--> statement-breakpoint
create trigger deliberation_score_guard before insert or update on deliberation_score for each row execute function portal.guard_deliberation_score();
--> statement-breakpoint
-- What was released is never changed; nothing is released but with the release that names it.
create function portal.guard_decision() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
  as $$ begin
    if tg_op = 'DELETE' then
      if old.released_at is not null and portal.actor() is not null then raise exception 'closed' using errcode = 'check_violation', constraint = 'decision_closed'; end if;
      return old;
    end if;
    if tg_op = 'UPDATE' and old.released_at is not null then raise exception 'closed' using errcode = 'check_violation', constraint = 'decision_closed'; end if;
    if not exists (select from application a where a.id = new.application_id and a.call_id = new.call_id and a.withdrawn_at is null)
    then raise exception 'of its call' using errcode = 'insufficient_privilege'; end if;
    if new.released_at is not null and not exists (select from decision_release r where r.id = new.release_id and r.call_id = new.call_id and r.released_at is not null)
    then raise exception 'released together' using errcode = 'insufficient_privilege'; end if;
    if new.released_at is null and new.feedback is not null then raise exception 'told at the release' using errcode = 'insufficient_privilege'; end if;
    return new;
  end $$;
--> statement-breakpoint
create trigger decision_guard before insert or update or delete on decision for each row execute function portal.guard_decision();
--> statement-breakpoint
create function portal.guard_decision_release() returns trigger
  language plpgsql set search_path = public, pg_temp
  as $$ begin
    if old.released_at is not null or old.cancelled_at is not null
      or to_jsonb(new) - '{released_by,released_at,cancelled_by,cancelled_at}'::text[] is distinct from to_jsonb(old) - '{released_by,released_at,cancelled_by,cancelled_at}'::text[]
      or (new.released_at is not null and new.released_by is distinct from portal.actor())
    then raise exception 'a release is settled once' using errcode = 'insufficient_privilege'; end if;
    return new;
  end $$;
--> statement-breakpoint
create trigger decision_release_guard before update on decision_release for each row execute function portal.guard_decision_release();
--> statement-breakpoint
-- Who sits where the applicants or their investors and clients do: links the portal finds by itself, for the managers of the call.
create function portal.detected_links(of_round uuid, public_domains text[]) returns table (application_id uuid, person_id uuid, reason text)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    with judged as (
      select a.id, a.organisation_id, o.siren, o.name from round_application ra join application a on a.id = ra.application_id join organisation o on o.id = a.organisation_id
      where ra.round_id = of_round and portal.actor_manages()
    ), scoring as (
      select s.person_id, o.siren, o.name, s.organisation_id, split_part(p.email, '@', 2) as domain, p.demonstration
      from scorer s join person p on p.id = s.person_id join organisation o on o.id = s.organisation_id where s.round_id = of_round and s.removed_at is null
    ), seats as (
      select s.person_id, o.id as organisation_id, o.siren, o.kind from scoring s join membership m on m.person_id = s.person_id and m.ended_at is null join organisation o on o.id = m.organisation_id
    )
    select j.id, s.person_id, case s.kind when 'start-up' then 'applicant' else 'same-organisation' end from judged j join seats s on s.organisation_id = j.organisation_id
    union
    select j.id, s.person_id, 'same-siren' from judged j join seats s on s.siren = j.siren and s.organisation_id <> j.organisation_id
    union
    select j.id, s.person_id, 'declared-tie' from judged j join declared_tie t on t.organisation_id = j.organisation_id
      join scoring s on s.siren = t.other_siren or portal.fold(s.name) = portal.fold(t.other_name)
    union
    select j.id, s.person_id, 'declared-tie' from scoring s join declared_tie t on t.organisation_id = s.organisation_id
      join judged j on j.siren = t.other_siren or portal.fold(j.name) = portal.fold(t.other_name)
    union
    select j.id, s.person_id, 'mail-domain' from judged j join organisation_domain d on d.organisation_id = j.organisation_id
      join scoring s on s.domain = d.domain or exists (select from organisation_domain theirs where theirs.organisation_id = s.organisation_id and theirs.domain = d.domain)
    union
    -- The invented people of a demonstration share one domain, which links nobody.
    select j.id, s.person_id, 'mail-domain' from judged j join membership m on m.organisation_id = j.organisation_id and m.ended_at is null join person p on p.id = m.person_id
      join scoring s on s.domain = split_part(p.email, '@', 2) and s.domain <> all (public_domains) and not (s.demonstration and p.demonstration) $$;
--> statement-breakpoint
-- Members of partner organisations by their address, for the managers who make them scorers.
create function portal.partner_by_address(address text) returns table (person_id uuid, name text, organisation_id uuid, organisation_name text, kind text)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select p.id, coalesce(p.name, p.email), o.id, o.name, o.kind from person p join membership m on m.person_id = p.id and m.ended_at is null join organisation o on o.id = m.organisation_id
    where p.email = lower(address) and p.disabled_at is null and o.kind not in ('start-up', 'operator') and portal.actor_manages() $$;
--> statement-breakpoint
-- Members of the partners of a call, to choose scorers among.
create function portal.partner_members(of_call uuid) returns table (person_id uuid, name text, email text, organisation_id uuid, organisation_name text, kind text)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select p.id, coalesce(p.name, p.email), p.email, o.id, o.name, o.kind from call_partner c join organisation o on o.id = c.organisation_id
    join membership m on m.organisation_id = o.id and m.ended_at is null join person p on p.id = m.person_id
    where c.call_id = of_call and p.disabled_at is null and o.kind not in ('start-up', 'operator') and portal.actor_manages()
    order by o.name, 2 $$;
