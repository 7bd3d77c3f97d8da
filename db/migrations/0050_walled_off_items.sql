-- How many applications before a jury's meeting a link of interest hides from the manager who asks, those withdrawn since too: its minutes tell of all.
create function portal.walled_off_items(of_deliberation uuid) returns integer
  language sql stable security definer set search_path = public, pg_temp
  as $$ select count(*)::int from deliberation_item i where i.deliberation_id = of_deliberation and i.application_id = any (portal.actor_conflicts()) and portal.actor_manages() $$;
