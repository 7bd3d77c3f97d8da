-- Opens a transaction for a person, named or by the hash of a session's token, since `spent_ms` milliseconds. Of a session it says which
-- it is, and whether an hour has passed since it was last prolonged.
create or replace function portal.begin(person_id uuid, session_hash bytea default null, spent_ms double precision default 0) returns jsonb
  language plpgsql volatile security definer set search_path = public, pg_temp
  as $$
  declare
    found_actor jsonb;
    found_session jsonb;
    arrived timestamptz := clock_timestamp() - make_interval(secs => greatest(coalesce(spent_ms, 0), 0) / 1000.0);
    who uuid := $1;
  begin
    if who is null and session_hash is not null then
      select s.person_id, jsonb_build_object('id', s.id, 'ageing', s.seen_at < now() - interval '1 hour') into who, found_session
      from session s where s.token_hash = session_hash and s.expires_at > now();
    end if;
    select jsonb_build_object(
      'id', p.id, 'email', p.email, 'name', p.name, 'locale', p.locale,
      'administrator', p.administrator, 'demonstration', p.demonstration,
      'memberships', coalesce((
        select jsonb_agg(jsonb_build_object('organisationId', o.id, 'kind', o.kind, 'role', m.role) order by m.created_at)
        from membership m join organisation o on o.id = m.organisation_id
        where m.person_id = p.id and m.ended_at is null), '[]'))
      into found_actor from person p where p.id = who and p.disabled_at is null;
    perform set_config('portal.actor', coalesce(found_actor->>'id', ''), true), set_config('portal.arrived', arrived::text, true);
    return jsonb_build_object('now', arrived, 'actor', found_actor, 'session', found_session);
  end $$;
