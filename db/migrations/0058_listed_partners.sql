-- Partners become public with the call that names them, which the page of the call shows.
create function portal.publish_partners(of_call uuid) returns integer
  language plpgsql volatile security definer set search_path = public, pg_temp
  as $$
  declare named integer;
  begin
    if not portal.actor_manages() then return 0; end if;
    update organisation set listed = true
      where not listed and id in (select p.organisation_id from call_partner p join call c on c.id = p.call_id where c.id = of_call and c.run_here and c.published_at is not null);
    get diagnostics named = row_count;
    return named;
  end $$;
--> statement-breakpoint
grant execute on function portal.publish_partners(uuid) to portal_app;
