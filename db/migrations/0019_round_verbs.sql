ALTER POLICY "conflict_read" ON "conflict" TO portal_app USING (person_id = (select portal.actor()) or ((select portal.actor_manages()) and application_id <> all ((select portal.actor_conflicts())::uuid[])));
--> statement-breakpoint
-- All that may be judged, whoever opens the round: a manager with a link of interest leaves nothing out that they cannot see.
create function portal.add_eligible_applications(of_round uuid) returns void
  language sql security definer set search_path = public, pg_temp
  as $$
    insert into round_application (round_id, application_id, added_by)
    select r.id, a.id, portal.actor() from round r join application a on a.call_id = r.call_id
    where r.id = of_round and a.eligibility = 'eligible' and a.withdrawn_at is null and portal.actor_manages()
    on conflict do nothing $$;
--> statement-breakpoint
-- Keeps what the portal finds by itself, each link once: what a manager lifted is not found again. Counts those the actor may know of.
create function portal.keep_detected_links(of_round uuid, public_domains text[]) returns integer
  language sql security definer set search_path = public, pg_temp
  as $$
    with kept as (
      insert into conflict (call_id, application_id, person_id, origin, reason)
      select r.call_id, l.application_id, l.person_id, 'detected', l.reason from portal.detected_links(of_round, public_domains) l join round r on r.id = of_round
      where not exists (select from conflict c where c.person_id = l.person_id and c.application_id = l.application_id and c.reason = l.reason)
      on conflict do nothing returning application_id
    )
    select count(*)::int from kept where application_id <> all (portal.actor_conflicts()) $$;
--> statement-breakpoint
-- Where to write to the scorers of a round, for its managers.
create function portal.scorer_addresses(of_round uuid) returns table (person_id uuid, email text, locale text)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select p.id, p.email, p.locale from scorer s join person p on p.id = s.person_id
    where s.round_id = of_round and s.removed_at is null and p.disabled_at is null and portal.actor_manages() $$;
--> statement-breakpoint
-- Whether the actor scores anywhere: one look at an index.
create function portal.actor_scores() returns boolean
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select exists (select from scorer s join membership m on m.organisation_id = s.organisation_id and m.person_id = s.person_id and m.ended_at is null
      where s.person_id = portal.actor() and s.removed_at is null) $$;
--> statement-breakpoint
-- Whoever leaves a round leaves what they have not submitted to others; what they submitted stays.
create function portal.free_assignments() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
  as $$ begin
    update assignment g set withdrawn_by = portal.actor(), withdrawn_at = now()
    where g.round_id = new.round_id and g.person_id = new.person_id and g.withdrawn_at is null
      and exists (select from round r where r.id = g.round_id and r.closed_at is null)
      and not exists (select from evaluation e where e.id = g.id and e.submitted_at is not null);
    return null;
  end $$;
--> statement-breakpoint
create trigger scorer_leaves after update of removed_at on scorer for each row when (old.removed_at is null and new.removed_at is not null) execute function portal.free_assignments();
--> statement-breakpoint
-- The argument by its full name: an organisation has an address too.
create or replace function portal.partner_by_address(address text) returns table (person_id uuid, name text, organisation_id uuid, organisation_name text, kind text)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select p.id, coalesce(p.name, p.email), o.id, o.name, o.kind from person p join membership m on m.person_id = p.id and m.ended_at is null join organisation o on o.id = m.organisation_id
    where p.email = lower(partner_by_address.address) and p.disabled_at is null and o.kind not in ('start-up', 'operator') and portal.actor_manages() $$;
