-- What the policies and guards of rounds, links of interest and evaluations ask. Bodies are checked at first use: tables come next.
set check_function_bodies = off;
--> statement-breakpoint
-- Applications a link of interest walls the actor off from.
create function portal.actor_conflicts() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp
  as $$ select coalesce(array_agg(distinct application_id), '{}') from conflict where person_id = portal.actor() and lifted_at is null $$;
--> statement-breakpoint
-- Rounds the actor scores in, for an organisation they still sit in.
create function portal.actor_rounds() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select coalesce(array_agg(s.round_id), '{}') from scorer s
    join membership m on m.organisation_id = s.organisation_id and m.person_id = s.person_id and m.ended_at is null
    where s.person_id = portal.actor() and s.removed_at is null $$;
--> statement-breakpoint
create function portal.actor_chaired_rounds() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp
  as $$ select coalesce(array_agg(round_id), '{}') from scorer where person_id = portal.actor() and chair and removed_at is null and round_id = any (portal.actor_rounds()) $$;
--> statement-breakpoint
-- What the actor scores: given to them, or before their jury; nothing before they declared their links and scoring opened.
create function portal.actor_scored() returns table (round_id uuid, application_id uuid)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select r.id, ra.application_id from scorer s
    join round r on r.id = s.round_id
    join round_application ra on ra.round_id = r.id
    join application a on a.id = ra.application_id and a.withdrawn_at is null
    where s.person_id = portal.actor() and s.removed_at is null and s.declared_at is not null and r.opened_at is not null
      and r.id = any (portal.actor_rounds())
      and a.id <> all (portal.actor_conflicts())
      and (r.kind = 'jury' or exists (
        select from assignment g where g.round_id = r.id and g.application_id = a.id and g.person_id = s.person_id and g.withdrawn_at is null)) $$;
--> statement-breakpoint
create function portal.actor_scored_applications() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp
  as $$ select coalesce(array_agg(distinct application_id), '{}') from portal.actor_scored() $$;
--> statement-breakpoint
-- A committee reads what is for scorers, a jury also what is for the jury.
create function portal.reads_question(of_form uuid, question text, round_kind text) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select coalesce((select each->>'audience' in ('public', 'scorers') or (each->>'audience' = 'jury' and round_kind = 'jury')
      from form_version f, jsonb_array_elements(f.questions) each where f.id = of_form and each->>'id' = question), false) $$;
--> statement-breakpoint
create function portal.actor_scored_files() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select coalesce(array_agg(distinct f.id), '{}')
    from portal.actor_scored() s
    join round r on r.id = s.round_id
    join application a on a.id = s.application_id
    join application_file d on d.application_id = a.id
    join file f on f.id = d.file_id
    where f.question_id is null or portal.reads_question(a.form_version_id, f.question_id::text, r.kind) $$;
--> statement-breakpoint
create function portal.is_conflicted(of_person uuid, of_application uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (select from conflict where person_id = of_person and application_id = of_application and lifted_at is null) $$;
