-- What laureates asked of the actor's organisations in a check-in they filed, while the programme runs and no link walls the actor
-- off: the ask alone, with whose it is. Nothing else of a check-in or a programme is a partner's to read.
create function portal.asks_of_partners() returns table (check_in_id uuid, programme_id uuid, call_id uuid, organisation_id uuid, organisation_name text, laureate_name text, month integer, ask text, asked_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select c.id, p.id, p.call_id, c.ask_organisation_id, o.name, p.organisation_name, c.month, c.ask, c.submitted_at
    from check_in c join programme p on p.id = c.programme_id join organisation o on o.id = c.ask_organisation_id
    where c.submitted_at is not null and btrim(coalesce(c.ask, '')) <> '' and c.ask_organisation_id = any (portal.actor_organisations())
      and p.stopped_at is null and p.id <> all (portal.actor_conflicts()) $$;
--> statement-breakpoint
-- Whom to tell that a partner takes an ask on: the laureate's people who write, and managers whom no link walls off.
create function portal.ask_addressees(of_check_in uuid, side text) returns table (person_id uuid, email text, locale text)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select p.id, p.email, p.locale from portal.asks_of_partners() a join programme g on g.id = a.programme_id
    join lateral (
      select m.person_id from membership m where side = 'laureate' and m.organisation_id = g.organisation_id and m.role <> 'reader' and m.ended_at is null
      union select m.person_id from membership m join organisation o on o.id = m.organisation_id where side = 'manager' and o.kind = 'operator' and m.role <> 'reader' and m.ended_at is null
    ) who on true
    join person p on p.id = who.person_id
    where a.check_in_id = of_check_in and p.disabled_at is null and p.id is distinct from portal.actor() and not portal.is_conflicted(p.id, g.id) $$;
--> statement-breakpoint
grant execute on function portal.asks_of_partners(), portal.ask_addressees(uuid, text) to portal_app;
