-- Forgets files taken out of their drafts before an instant which no deposit names, first or last; answers where their bytes are.
-- What a receipt proves stays as long as the receipt.
create function portal.forget_removed_files(removed_before timestamptz) returns table (storage_key text)
  language sql volatile security definer set search_path = public, pg_temp
  as $$
    delete from file f where f.removed_at < removed_before
      and not exists (select from application_file a where a.file_id = f.id)
      and not exists (select from receipt r where r.application_id = f.draft_id and r.files @> jsonb_build_array(jsonb_build_object('id', f.id)))
    returning f.storage_key $$;
--> statement-breakpoint
revoke execute on function portal.forget_removed_files(timestamptz) from public;
--> statement-breakpoint
grant execute on function portal.forget_removed_files(timestamptz) to portal_worker;
--> statement-breakpoint
-- The function is the only way out for a file.
revoke delete on file from portal_worker;
