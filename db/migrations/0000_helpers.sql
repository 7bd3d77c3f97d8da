-- What row policies ask about the person a transaction runs for. Bodies are checked at first use: tables come next.
set check_function_bodies = off;

create schema if not exists portal;

create function portal.actor() returns uuid
  language sql stable parallel safe
  as $$ select nullif(current_setting('portal.actor', true), '')::uuid $$;

create function portal.actor_email() returns text
  language sql stable security definer set search_path = public, pg_temp
  as $$ select email from person where id = portal.actor() and disabled_at is null $$;

create function portal.actor_administers() returns boolean
  language sql stable security definer set search_path = public, pg_temp
  as $$ select coalesce((select administrator from person where id = portal.actor() and disabled_at is null), false) $$;

create function portal.actor_organisations() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp
  as $$ select coalesce(array_agg(organisation_id), '{}') from membership where person_id = portal.actor() and ended_at is null $$;

create function portal.actor_owned_organisations() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp
  as $$ select coalesce(array_agg(organisation_id), '{}') from membership where person_id = portal.actor() and ended_at is null and role = 'owner' $$;

create function portal.actor_manages() returns boolean
  language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (
    select from membership m join organisation o on o.id = m.organisation_id
    where m.person_id = portal.actor() and m.ended_at is null and o.kind = 'operator') $$;

create function portal.actor_colleagues() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp
  as $$ select coalesce(array_agg(distinct theirs.person_id), '{}')
    from membership mine join membership theirs using (organisation_id)
    where mine.person_id = portal.actor() and mine.ended_at is null and theirs.ended_at is null $$;

create function portal.actor_invitations() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp
  as $$ select coalesce(array_agg(organisation_id), '{}') from invitation
    where email = portal.actor_email() and accepted_at is null and revoked_at is null and expires_at > now() $$;

create function portal.no_administrator() returns boolean
  language sql stable security definer set search_path = public, pg_temp
  as $$ select not exists (select from person where administrator) $$;

create function portal.mailbox_is_open() returns boolean
  language sql stable security definer set search_path = public, pg_temp
  as $$ select coalesce((select mailbox_is_open from instance), false) $$;

-- Joining: as the invited address, or as the owner of an organisation one has just created.
create function portal.may_join(organisation uuid, as_role text) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (
      select from invitation i where i.organisation_id = organisation and i.role = as_role
        and i.email = portal.actor_email() and i.accepted_at is null and i.revoked_at is null and i.expires_at > now())
    or (as_role = 'owner' and exists (
      select from organisation o where o.id = organisation and o.created_by = portal.actor()
        and not exists (select from membership m where m.organisation_id = o.id))) $$;

-- Opens a transaction for a person: one round trip sets the actor, reads the clock and tells who the actor is.
create function portal.begin(person_id uuid) returns jsonb
  language plpgsql volatile security definer set search_path = public, pg_temp
  as $$
  declare found_actor jsonb;
  begin
    select jsonb_build_object(
      'id', p.id, 'email', p.email, 'name', p.name, 'locale', p.locale,
      'administrator', p.administrator, 'demonstration', p.demonstration,
      'memberships', coalesce((
        select jsonb_agg(jsonb_build_object('organisationId', o.id, 'kind', o.kind, 'role', m.role) order by m.created_at)
        from membership m join organisation o on o.id = m.organisation_id
        where m.person_id = p.id and m.ended_at is null), '[]'))
      into found_actor from person p where p.id = $1 and p.disabled_at is null;
    perform set_config('portal.actor', coalesce(found_actor->>'id', ''), true);
    return jsonb_build_object('now', clock_timestamp(), 'actor', found_actor);
  end $$;

-- Two owners leaving at once must not both see the other one stay: the organisation's row is the turnstile.
create function portal.keep_an_owner() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
  as $$ begin
    perform from organisation where id = old.organisation_id for update;
    if found and not exists (select from membership where organisation_id = old.organisation_id and role = 'owner' and ended_at is null)
    then raise exception 'an organisation keeps an owner' using errcode = 'check_violation', constraint = 'organisation_keeps_an_owner'; end if;
    return null;
  end $$;

create function portal.keep_an_administrator() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
  as $$ begin
    perform pg_advisory_xact_lock(hashtext('portal.administrator'));
    if not exists (select from person where administrator and disabled_at is null)
    then raise exception 'the portal keeps an administrator' using errcode = 'check_violation', constraint = 'portal_keeps_an_administrator'; end if;
    return null;
  end $$;

create function portal.mail_written() returns trigger language plpgsql
  as $$ begin perform pg_notify('portal_mail', ''); return null; end $$;

create function portal.never_changed() returns trigger language plpgsql
  as $$ begin raise exception '% rows are never changed', tg_table_name using errcode = 'insufficient_privilege'; end $$;

create function portal.public_changed() returns trigger language plpgsql
  as $$ begin perform pg_notify('portal_public', ''); return null; end $$;

-- Only an administrator makes administrators or disables people; sign-in may make the very first one.
create function portal.guard_person() returns trigger language plpgsql
  as $$ begin
    if (new.administrator, new.disabled_at) is distinct from (old.administrator, old.disabled_at)
      and current_user = 'portal_app' and not portal.actor_administers()
    then raise exception 'only an administrator changes rights' using errcode = 'insufficient_privilege'; end if;
    return new;
  end $$;

grant usage on schema portal to portal_app, portal_auth, portal_worker;
