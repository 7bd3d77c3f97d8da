-- Seats, invitations and administrators: what must hold whatever the code does.
create function portal.actor_invitations() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp
  as $$ select coalesce(array_agg(organisation_id), '{}') from invitation
    where email = portal.actor_email() and accepted_at is null and revoked_at is null and expires_at > now() $$;
--> statement-breakpoint
-- Joining: as the invited address, or as the owner of an organisation one has just created.
create or replace function portal.may_join(organisation uuid, as_role text) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (
      select from invitation i where i.organisation_id = organisation and i.role = as_role
        and i.email = portal.actor_email() and i.accepted_at is null and i.revoked_at is null and i.expires_at > now())
    or (as_role = 'owner' and exists (
      select from organisation o where o.id = organisation and o.created_by = portal.actor()
        and not exists (select from membership m where m.organisation_id = o.id))) $$;
--> statement-breakpoint
-- Two owners leaving at once must not both see the other one stay: the organisation's row is the turnstile.
create function portal.keep_an_owner() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
  as $$ begin
    perform from organisation where id = old.organisation_id for update;
    if found and not exists (select from membership where organisation_id = old.organisation_id and role = 'owner' and ended_at is null)
    then raise exception 'an organisation keeps an owner' using errcode = 'check_violation', constraint = 'organisation_keeps_an_owner'; end if;
    return null;
  end $$;
--> statement-breakpoint
create function portal.keep_an_administrator() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
  as $$ begin
    perform pg_advisory_xact_lock(hashtext('portal.administrator'));
    if not exists (select from person where administrator and disabled_at is null)
    then raise exception 'the portal keeps an administrator' using errcode = 'check_violation', constraint = 'portal_keeps_an_administrator'; end if;
    return null;
  end $$;
--> statement-breakpoint
create function portal.mail_written() returns trigger language plpgsql
  as $$ begin perform pg_notify('portal_mail', ''); return null; end $$;
--> statement-breakpoint
ALTER TABLE "organisation" DROP CONSTRAINT "organisation_siren_unique";--> statement-breakpoint
ALTER TABLE "sign_in_request" ALTER COLUMN "email" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "sign_in_request" ALTER COLUMN "code_hash" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_seal" ADD COLUMN "entry_ids" bigint[] NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_seal" ADD COLUMN "digests" "bytea" NOT NULL;--> statement-breakpoint
ALTER TABLE "mail" ADD COLUMN "expires_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sign_in_request" ADD COLUMN "locale" text DEFAULT 'fr' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "organisation_listed_siren" ON "organisation" USING btree ("siren") WHERE listed;--> statement-breakpoint
CREATE INDEX "organisation_siren_index" ON "organisation" USING btree ("siren");--> statement-breakpoint
ALTER TABLE "audit_seal" DROP COLUMN "entries";--> statement-breakpoint
ALTER TABLE "sign_in_request" ADD CONSTRAINT "sign_in_request_address" CHECK (purpose = 'first-administrator' or (email is not null and code_hash is not null));--> statement-breakpoint
DROP POLICY "invitation_sign_in" ON "invitation" CASCADE;--> statement-breakpoint
CREATE POLICY "invitation_purge" ON "invitation" AS PERMISSIVE FOR ALL TO "portal_worker" USING (true);--> statement-breakpoint
CREATE POLICY "organisation_close" ON "organisation" AS PERMISSIVE FOR DELETE TO "portal_app" USING (id = any ((select portal.actor_owned_organisations())::uuid[]) and not listed);--> statement-breakpoint
ALTER POLICY "invitation_settle" ON "invitation" TO portal_app USING (accepted_at is null and revoked_at is null and (organisation_id = any ((select portal.actor_owned_organisations())::uuid[]) or email = (select portal.actor_email()) or (select portal.actor_administers()))) WITH CHECK (organisation_id = any ((select portal.actor_owned_organisations())::uuid[]) or email = (select portal.actor_email()) or (select portal.actor_administers()));--> statement-breakpoint
ALTER POLICY "membership_join" ON "membership" TO portal_app WITH CHECK (person_id = (select portal.actor()) and portal.may_join(organisation_id, role));--> statement-breakpoint
ALTER POLICY "organisation_read" ON "organisation" TO portal_app USING (listed or id = any ((select portal.actor_organisations())::uuid[]) or id = any ((select portal.actor_invitations())::uuid[]) or (select portal.actor_manages()) or (select portal.actor_administers()));
--> statement-breakpoint
create constraint trigger membership_keeps_an_owner after update or delete on membership deferrable initially deferred
  for each row when (old.role = 'owner' and old.ended_at is null) execute function portal.keep_an_owner();
--> statement-breakpoint
create constraint trigger person_keeps_an_administrator after update or delete on person deferrable initially deferred
  for each row when (old.administrator and old.disabled_at is null) execute function portal.keep_an_administrator();
--> statement-breakpoint
create trigger mail_written after insert on mail for each statement execute function portal.mail_written();
--> statement-breakpoint
grant delete on organisation to portal_app;
grant select (transaction) on audit_entry to portal_app;
grant select (id, created_at, expires_at) , delete on invitation to portal_worker;
revoke all on invitation from portal_auth;
