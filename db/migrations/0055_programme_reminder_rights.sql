-- The least a manager needs of reminders, and that none is ever changed.
grant select, insert on programme_reminder to portal_app;
--> statement-breakpoint
create trigger programme_reminder_never_changed before update or truncate on programme_reminder for each statement execute function portal.never_changed();
--> statement-breakpoint
-- Whom to write to of several laureates at once: of each that whoever asks may see.
create function portal.laureates_addressees(programmes uuid[]) returns table (programme_id uuid, person_id uuid, email text, locale text)
  language sql stable security invoker set search_path = public, pg_temp
  as $$ select each.id, who.person_id, who.email, who.locale from unnest(programmes) each(id), lateral portal.programme_addressees(each.id, 'laureate') who $$;
grant execute on function portal.laureates_addressees(uuid[]) to portal_app;
