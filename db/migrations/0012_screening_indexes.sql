ALTER TABLE "application" ADD COLUMN "rupture_version_id" uuid GENERATED ALWAYS AS ((primary_claim->>'ruptureVersionId')::uuid) STORED;--> statement-breakpoint
CREATE INDEX "correction_open" ON "correction" USING btree ("application_id") WHERE done_at is null and cancelled_at is null;--> statement-breakpoint
CREATE INDEX "message_unseen" ON "message" USING btree ("draft_id","side") WHERE seen_at is null;
--> statement-breakpoint
-- Names of the fields in which two rows of a draft or an application differ, as the form names them.
create or replace function portal.changed_fields(before jsonb, after jsonb) returns text[]
  language sql immutable
  as $$
    select coalesce(array_agg(name), '{}') from (
      select lower(left(spaced, 1)) || substr(replace(spaced, ' ', ''), 2)
      from jsonb_object_keys(before - '{id,call_id,organisation_id,created_by,created_at,version,saved_at,answers,number,form_version_id,submitted_at,withdrawn_at,sequence,organisation_name,siren,eligibility,search,rupture_version_id}'::text[]) key,
        initcap(replace(key, '_', ' ')) spaced
      where before->key is distinct from after->key
      union all
      select 'answers.' || key from (
        select jsonb_object_keys(before->'answers') union select jsonb_object_keys(after->'answers')) each(key)
      where nullif(before->'answers'->key, 'null') is distinct from nullif(after->'answers'->key, 'null')) changed(name) $$;
--> statement-breakpoint
-- Applicants deposit and withdraw in time; managers judge eligibility, with a motive, and touch nothing else.
create or replace function portal.guard_application() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare
    editable text[] := portal.editable_fields(new.id, new.call_id, new.organisation_id);
    owns boolean := new.organisation_id = any (portal.actor_owned_organisations());
    judged boolean;
  begin
    if tg_op = 'INSERT' then
      if editable <> '{*}' then raise exception 'closed' using errcode = 'check_violation', constraint = 'application_closed'; end if;
      if new.eligibility <> 'pending' then raise exception 'not yours to judge' using errcode = 'insufficient_privilege'; end if;
      return new;
    end if;
    if (new.call_id, new.organisation_id, new.number) is distinct from (old.call_id, old.organisation_id, old.number)
    then raise exception 'an application stays where it is' using errcode = 'insufficient_privilege'; end if;
    judged := new.eligibility is distinct from old.eligibility;
    if judged and new.eligibility = 'ineligible' and portal.standing_judgement(new.id)->>'eligibility' is distinct from 'ineligible'
    then raise exception 'a motive is missing' using errcode = 'check_violation', constraint = 'application_motive'; end if;
    if not owns then
      -- Generated columns have no value yet before the row is written.
      if not portal.actor_manages() or to_jsonb(new) - '{eligibility,search,rupture_version_id}'::text[] is distinct from to_jsonb(old) - '{eligibility,search,rupture_version_id}'::text[]
      then raise exception 'only eligibility is for managers to change' using errcode = 'insufficient_privilege'; end if;
      return new;
    end if;
    if judged and not portal.actor_manages() then raise exception 'not yours to judge' using errcode = 'insufficient_privilege'; end if;
    if editable = '{*}' then
      -- What is deposited anew is screened anew.
      if new.sequence > old.sequence then new.eligibility := 'pending'; end if;
      return new;
    end if;
    if new.withdrawn_at is not distinct from old.withdrawn_at and editable <> '{}' and portal.changed_fields(to_jsonb(old), to_jsonb(new)) <@ editable then return new; end if;
    raise exception 'closed' using errcode = 'check_violation', constraint = 'application_closed';
  end $$;
