grant select, insert, delete, update (token_hash, created_at) on calendar_feed to portal_app;
--> statement-breakpoint
-- Whose agenda an address is: nobody's once it was replaced, closed, or its person shut out.
create function portal.person_of_calendar(of_token bytea) returns uuid
  language sql stable security definer set search_path = public, pg_temp
  as $$ select f.person_id from calendar_feed f join person p on p.id = f.person_id where f.token_hash = of_token and p.disabled_at is null $$;
