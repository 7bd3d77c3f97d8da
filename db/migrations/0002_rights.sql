-- The least each role needs. A table not named here is out of reach, whatever its policies say.
grant select on stage, source, rupture, rupture_version, current_rupture, estimate, metric, referential_document,
  initiative, call, phase, challenge, call_partner, laureate, laureate_rupture, instance to portal_app;

grant select, delete on person to portal_app;
grant update (name, locale, administrator, disabled_at) on person to portal_app;
grant select (id, person_id, user_agent, created_at, seen_at, expires_at), delete on session to portal_app;
grant select on identity to portal_app;

grant select on organisation, organisation_domain, membership to portal_app;
grant delete on organisation to portal_app;
grant insert on organisation to portal_app;
grant update (name, kind, siren) on organisation to portal_app;
grant insert, delete on organisation_domain to portal_app;
grant insert, update (role, ended_at) on membership to portal_app;
grant select (id, organisation_id, email, role, invited_by, created_at, expires_at, accepted_at, revoked_at, token_hash) on invitation to portal_app;
grant insert, update (accepted_at, revoked_at) on invitation to portal_app;

grant select (id, at, transaction, actor_id, deed, subject, detail), insert on audit_entry to portal_app;
grant usage on sequence audit_entry_id_seq to portal_app, portal_auth;
grant select on audit_seal to portal_app;
grant select (id, recipient, kind, locale, subject, text, created_at, sent_at) on mail to portal_app;
grant insert on mail to portal_app;

grant select on instance to portal_auth;
grant select, insert, update (administrator) on person to portal_auth;
grant select, insert, update, delete on session, identity, sign_in_request, rate_limit to portal_auth;
grant insert on audit_entry, mail to portal_auth;

grant select (id, email, name, locale, disabled_at) on person to portal_worker;
grant select, update, delete on mail to portal_worker;
grant select, delete on session, sign_in_request, rate_limit to portal_worker;
grant select (id, created_at, expires_at), delete on invitation to portal_worker;
grant select on audit_entry to portal_worker;
grant select, insert on audit_seal to portal_worker;

create trigger audit_entry_never_changed before update or delete or truncate on audit_entry for each statement execute function portal.never_changed();
create trigger audit_seal_never_changed before update or delete or truncate on audit_seal for each statement execute function portal.never_changed();
create trigger rupture_version_never_changed before update or delete or truncate on rupture_version for each statement execute function portal.never_changed();
create trigger estimate_never_changed before update or delete or truncate on estimate for each statement execute function portal.never_changed();
create trigger person_guard before update on person for each row execute function portal.guard_person();

create constraint trigger membership_keeps_an_owner after update or delete on membership deferrable initially deferred
  for each row when (old.role = 'owner' and old.ended_at is null) execute function portal.keep_an_owner();
create constraint trigger person_keeps_an_administrator after update or delete on person deferrable initially deferred
  for each row when (old.administrator and old.disabled_at is null) execute function portal.keep_an_administrator();
create trigger mail_written after insert on mail for each statement execute function portal.mail_written();

-- Kept public pages are dropped when what they show changes.
do $$
declare public_table text;
begin
  foreach public_table in array array['stage', 'source', 'rupture', 'rupture_version', 'current_rupture', 'estimate', 'metric',
    'referential_document', 'initiative', 'call', 'phase', 'challenge', 'call_partner', 'laureate', 'laureate_rupture', 'organisation', 'instance']
  loop
    execute format('create trigger %I after insert or update or delete on %I for each statement execute function portal.public_changed()',
      public_table || '_public_changed', public_table);
  end loop;
end $$;
