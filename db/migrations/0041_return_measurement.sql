grant update (returned_reason) on measurement to portal_app;
--> statement-breakpoint
-- Whoever may verify a measurement may send it back, with a reason: from then on it is the laureate's own paper again,
-- which who sent it back no longer sees. Their own they may not send back either. False: not at this version any more.
create function portal.return_measurement(of_measurement uuid, at_version integer, why text) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp
  as $$ begin
    update measurement m set state = 'draft', submitted_by = null, submitted_at = null, returned_reason = why, version = m.version + 1
      where m.id = of_measurement and m.version = at_version and m.state = 'submitted' and m.submitted_by is distinct from portal.actor()
        and (portal.actor_manages() and m.programme_id <> all (portal.actor_conflicts()) or m.programme_id = any (portal.actor_mentored()));
    return found;
  end $$;
--> statement-breakpoint
grant execute on function portal.return_measurement(uuid, integer, text) to portal_app;
