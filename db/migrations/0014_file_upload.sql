ALTER TABLE "file" ADD COLUMN "idempotency_key" text;--> statement-breakpoint
ALTER TABLE "file" ADD CONSTRAINT "file_key" UNIQUE("draft_id","idempotency_key");
--> statement-breakpoint
-- Files come and go while the field they belong to may be changed: the evidence, or the answer to their question.
create function portal.guard_file() returns trigger
  language plpgsql set search_path = public, pg_temp
  as $$
  declare
    its record;
    editable text[];
  begin
    if current_user <> 'portal_app' then return new; end if;
    select id, call_id, organisation_id into its from application_draft where id = new.draft_id;
    editable := portal.editable_fields(its.id, its.call_id, its.organisation_id);
    if editable = '{*}' or coalesce('answers.' || new.question_id, 'evidence') = any (editable) then return new; end if;
    raise exception 'closed' using errcode = 'check_violation', constraint = 'file_closed';
  end $$;
--> statement-breakpoint
create trigger file_guard before insert or update on file for each row execute function portal.guard_file();
