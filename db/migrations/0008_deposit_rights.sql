-- A deposit's parts are written while something of it may still be: never before opening, nor after all is closed.
create function portal.guard_deposit() returns trigger
  language plpgsql set search_path = public, pg_temp
  as $$
  declare its record;
  begin
    if tg_op = 'DELETE' and current_user <> 'portal_app' then return old; end if;
    select id, call_id, organisation_id into its from application where id = case tg_op when 'DELETE' then old.application_id else new.application_id end;
    if found and portal.editable_fields(its.id, its.call_id, its.organisation_id) = '{}'
    then raise exception 'closed' using errcode = 'check_violation', constraint = 'application_closed'; end if;
    return case tg_op when 'DELETE' then old else new end;
  end $$;
--> statement-breakpoint
create trigger claim_guard before insert or update or delete on claim for each row execute function portal.guard_deposit();
--> statement-breakpoint
create trigger application_file_guard before insert or update or delete on application_file for each row execute function portal.guard_deposit();
--> statement-breakpoint
create trigger receipt_guard before insert on receipt for each row execute function portal.guard_deposit();
--> statement-breakpoint
-- Everybody who writes for a call: whom a moved deadline concerns. Managers write to them without seeing their drafts.
create function portal.applicants(of_call uuid) returns table (person_id uuid, email text, locale text)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select p.id, p.email, p.locale from application_draft d
    join membership m on m.organisation_id = d.organisation_id and m.role in ('owner', 'member') and m.ended_at is null
    join person p on p.id = m.person_id
    where d.call_id = of_call and p.disabled_at is null and portal.actor_manages()
    group by p.id $$;
--> statement-breakpoint
-- Who holds the late permits of a call, for those who grant them.
create function portal.permit_holders(of_call uuid) returns table (permit_id uuid, email text, name text)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select k.id, p.email, p.name from late_permit k join person p on p.id = k.person_id where k.call_id = of_call and portal.actor_manages() $$;
--> statement-breakpoint
grant select (created_at) on application_draft to portal_worker;
