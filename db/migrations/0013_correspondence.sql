ALTER TABLE "late_permit" ADD COLUMN "email" text NOT NULL;--> statement-breakpoint
-- Whom to write to about a file: its organisation's people who write for it, or the managers. Only for those who see the file themselves.
create or replace function portal.addressees(of_draft uuid, side text) returns table (person_id uuid, email text, locale text)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select p.id, p.email, p.locale from application_draft d
    join membership m on m.role <> 'reader' and m.ended_at is null and case side when 'applicant' then m.organisation_id = d.organisation_id
      else m.organisation_id in (select id from organisation where kind = 'operator') end
    join person p on p.id = m.person_id
    where d.id = of_draft and p.disabled_at is null
      and (d.organisation_id = any (portal.actor_organisations()) or portal.actor_manages())
    group by p.id $$;
--> statement-breakpoint
drop function portal.permit_holders(uuid);
--> statement-breakpoint
-- Who holds the late permits of a call, for those who grant them.
create function portal.permit_holders(of_call uuid) returns table (permit_id uuid, person_id uuid, email text, name text, locale text)
  language sql stable security definer set search_path = public, pg_temp
  as $$ select k.id, p.id, p.email, p.name, p.locale from late_permit k join person p on p.id = k.person_id where k.call_id = of_call and portal.actor_manages() $$;
