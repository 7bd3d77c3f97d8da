-- What the policies and guards of programmes ask. Bodies are checked at first use: tables come next.
set check_function_bodies = off;
--> statement-breakpoint
-- Programmes the actor mentors: for an organisation they still sit in, without a link of interest, once they have declared and accepted.
create function portal.actor_mentored() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select coalesce(array_agg(m.programme_id), '{}') from mentor m
    join membership seat on seat.organisation_id = m.organisation_id and seat.person_id = m.person_id and seat.ended_at is null
    where m.person_id = portal.actor() and m.accepted_at is not null and m.ended_at is null and m.programme_id <> all (portal.actor_conflicts()) $$;
