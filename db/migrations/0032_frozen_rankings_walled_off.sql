-- Whether a link of interest hides one of a round's applications, also a withdrawn one, from whoever asks.
create function portal.walled_off_in(of_round uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (select from round_application where round_id = of_round and application_id = any (portal.actor_conflicts())) $$;
--> statement-breakpoint
ALTER POLICY "ranking_read" ON "ranking" TO portal_app USING ((select portal.actor_manages()) and round_id <> all ((select portal.actor_rounds())::uuid[]) and not portal.walled_off_in(round_id));