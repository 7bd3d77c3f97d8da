-- What a measurement rests on stays as long as the measurement, taken out of its programme or not.
create or replace function portal.forget_removed_files(removed_before timestamptz) returns table (storage_key text)
  language sql volatile security definer set search_path = public, pg_temp
  as $$
    delete from file f where f.removed_at < removed_before
      and not exists (select from application_file a where a.file_id = f.id)
      and not exists (select from measurement m where m.file_id = f.id)
      and not exists (select from receipt r where r.application_id = f.draft_id and r.files @> jsonb_build_array(jsonb_build_object('id', f.id)))
    returning f.storage_key $$;
