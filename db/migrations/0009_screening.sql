-- A text as it is looked for: lower case, without accents, ligatures or kinds of apostrophe and hyphen. The same rule as
-- `fold` of lib/domain/search.ts, for the scripts of Europe; the collation is named, so that every server folds alike.
create function portal.fold(words text) returns text
  language sql immutable strict parallel safe
  return btrim(regexp_replace(regexp_replace(
    translate(replace(replace(replace(
      normalize(lower(normalize(words, nfkd) collate "pg_c_utf8"), nfkd),
      'œ', 'oe'), 'æ', 'ae'), 'ß', 'ss'),
      'øłđı‘’ʼ′`‐‑‒–—―−', 'oldi''''''''''-------'),
    '[\u0300-\u036F\u0483-\u0489\u0591-\u05BD\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF\uFE20-\uFE2F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]+' collate "pg_c_utf8", '', 'g'),
    '\s+' collate "pg_c_utf8", ' ', 'g'));
--> statement-breakpoint
ALTER TABLE "application" DROP CONSTRAINT "application_motive";--> statement-breakpoint
ALTER TABLE "application" ADD COLUMN "search" text GENERATED ALWAYS AS (portal.fold(number || ' ' || organisation_name || ' ' || coalesce(solution, '') || ' ' || coalesce(pitch, ''))) STORED;--> statement-breakpoint
CREATE INDEX "application_by_eligibility" ON "application" USING btree ("call_id","eligibility","organisation_id","withdrawn_at");--> statement-breakpoint
ALTER TABLE "application" DROP COLUMN "eligibility_motive";--> statement-breakpoint
ALTER TABLE "screening_deed" ADD CONSTRAINT "screening_deed_motive" CHECK (kind <> 'eligibility' or after->>'eligibility' <> 'ineligible' or length(after->>'motive') > 0);--> statement-breakpoint
ALTER POLICY "claim_read" ON "claim" TO portal_app USING (exists (select from application a where a.id = application_id));--> statement-breakpoint
ALTER POLICY "consultation_read" ON "consultation" TO portal_app USING (exists (select from application a where a.id = application_id));--> statement-breakpoint
ALTER POLICY "consultation_write" ON "consultation" TO portal_app WITH CHECK (person_id = (select portal.actor()) and exists (select from application a where a.id = application_id));--> statement-breakpoint
ALTER POLICY "correction_read" ON "correction" TO portal_app USING (exists (select from application a where a.id = application_id));--> statement-breakpoint
ALTER POLICY "correction_ask" ON "correction" TO portal_app WITH CHECK ((select portal.actor_manages()) and asked_by = (select portal.actor()) and exists (select from application a where a.id = application_id));--> statement-breakpoint
ALTER POLICY "message_read" ON "message" TO portal_app USING (exists (select from application_draft d where d.id = draft_id) or exists (select from application a where a.id = draft_id));--> statement-breakpoint
ALTER POLICY "message_see" ON "message" TO portal_app USING (exists (select from application_draft d where d.id = draft_id) or exists (select from application a where a.id = draft_id)) WITH CHECK (seen_at is not null);--> statement-breakpoint
ALTER POLICY "receipt_read" ON "receipt" TO portal_app USING (exists (select from application a where a.id = application_id));--> statement-breakpoint
ALTER POLICY "application_file_read" ON "application_file" TO portal_app USING (exists (select from application a where a.id = application_id));--> statement-breakpoint
ALTER POLICY "file_read" ON "file" TO portal_app USING (draft_id in (select id from application_draft)
        or ((select portal.actor_manages()) and exists (select from application_file f where f.file_id = file.id)));
--> statement-breakpoint
-- Names of the fields in which two rows of a draft or an application differ, as the form names them.
create or replace function portal.changed_fields(before jsonb, after jsonb) returns text[]
  language sql immutable
  as $$
    select coalesce(array_agg(name), '{}') from (
      select lower(left(spaced, 1)) || substr(replace(spaced, ' ', ''), 2)
      from jsonb_object_keys(before - '{id,call_id,organisation_id,created_by,created_at,version,saved_at,answers,number,form_version_id,submitted_at,withdrawn_at,sequence,organisation_name,siren,eligibility,search}'::text[]) key,
        initcap(replace(key, '_', ' ')) spaced
      where before->key is distinct from after->key
      union all
      select 'answers.' || key from (
        select jsonb_object_keys(before->'answers') union select jsonb_object_keys(after->'answers')) each(key)
      where nullif(before->'answers'->key, 'null') is distinct from nullif(after->'answers'->key, 'null')) changed(name) $$;
--> statement-breakpoint
-- What the last standing judgement made of an application: its eligibility and the motive.
create function portal.standing_judgement(of_application uuid) returns jsonb
  language sql stable set search_path = public, pg_temp
  as $$ select after from screening_deed where application_id = of_application and kind = 'eligibility' and undone_at is null order by id desc limit 1 $$;
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
      -- A generated column has no value yet before the row is written.
      if not portal.actor_manages() or to_jsonb(new) - '{eligibility,search}'::text[] is distinct from to_jsonb(old) - '{eligibility,search}'::text[]
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
--> statement-breakpoint
-- The next number of a call's applications: DEMO-OUVERT-0007; four digits, five from the ten thousandth on.
create or replace function portal.next_application_number(of_call uuid) returns text
  language sql volatile security definer set search_path = public, pg_temp
  as $$
    insert into application_counter as c (call_id, last) values (of_call, 1) on conflict (call_id) do update set last = c.last + 1
    returning (select upper(slug) from call where id = of_call) || '-' || lpad(c.last::text, greatest(4, length(c.last::text)), '0') $$;
