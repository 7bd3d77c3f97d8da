-- Whom to write to about a programme: the laureate's people who write for it, its mentors, or the managers without a link. Only
-- for those who see the programme themselves, or answer whether they mentor it; never for whoever asks.
create function portal.programme_addressees(of_programme uuid, side text) returns table (person_id uuid, email text, locale text)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select p.id, p.email, p.locale from programme g
    join lateral (
      select m.person_id from membership m where side = 'laureate' and m.organisation_id = g.organisation_id and m.role <> 'reader' and m.ended_at is null
      union select m.person_id from membership m join organisation o on o.id = m.organisation_id where side = 'manager' and o.kind = 'operator' and m.role <> 'reader' and m.ended_at is null
      union select t.person_id from mentor t where side = 'mentor' and t.programme_id = g.id and t.accepted_at is not null and t.ended_at is null
    ) who on true
    join person p on p.id = who.person_id
    where g.id = of_programme and p.disabled_at is null and p.id is distinct from portal.actor() and not portal.is_conflicted(p.id, g.id)
      and (g.organisation_id = any (portal.actor_organisations()) or g.id = any (portal.actor_mentored()) or (portal.actor_manages() and g.id <> all (portal.actor_conflicts()))
        or (side = 'manager' and exists (select from mentor t where t.programme_id = g.id and t.person_id = portal.actor()))) $$;
--> statement-breakpoint
grant execute on function portal.programme_addressees(uuid, text) to portal_app;
--> statement-breakpoint
-- What a check-in begins with: how far each milestone was in the last one that was submitted. Notes and figures are said anew.
create function portal.begun_progress(of_check_in uuid) returns jsonb
  language sql stable set search_path = public, pg_temp
  as $$
    select coalesce((
      select (select jsonb_object_agg(each.key, jsonb_build_object('state', each.value->'state', 'note', null)) from jsonb_each(b.progress) each where each.value->>'state' is not null)
      from check_in c join check_in b on b.programme_id = c.programme_id and b.month < c.month and b.submitted_at is not null
      where c.id = of_check_in order by b.month desc limit 1), '{}') $$;
--> statement-breakpoint
-- Entries of several parts with some of these changed: what is not said of an entry stays as it is kept.
create function portal.merged_entries(kept jsonb, patch jsonb, empty jsonb) returns jsonb
  language sql immutable
  as $$ select kept || coalesce((select jsonb_object_agg(each.key, coalesce(kept->each.key, empty) || each.value) from jsonb_each(patch) each), '{}') $$;
--> statement-breakpoint
-- All that the law asks before a check-in is saved, as text: null where the wall shows none. Of the day it opens it says whether that
-- has come. Sets the actor.
create function portal.check_in_facts(person_id uuid, session_hash bytea, arrived_at timestamptz, of_check_in uuid) returns text
  language plpgsql volatile set search_path = public, pg_temp
  as $$
  declare
    asker jsonb := portal.begin(person_id, session_hash)->'actor';
    kept text := set_config('portal.arrived', arrived_at::text, true);
  begin
    return jsonb_build_object('actor', asker, 'subject', (
      select jsonb_build_object(
        'organisationId', p.organisation_id, 'stoppedAt', p.stopped_at, 'submittedAt', c.submitted_at, 'skippedAt', c.skipped_at,
        'isOpen', arrived_at >= c.opens_on::timestamp at time zone 'Europe/Paris',
        'milestones', (select coalesce(jsonb_agg(m.id order by m.id), '[]') from milestone m where m.programme_id = p.id),
        'metrics', (select coalesce(jsonb_agg(m.id order by m.id), '[]') from programme_metric m where m.programme_id = p.id and c.month = any (m.schedule)),
        'partners', (select coalesce(jsonb_agg(k.organisation_id order by k.organisation_id), '[]') from call_partner k where k.call_id = p.call_id))
      from check_in c join programme p on p.id = c.programme_id where c.id = of_check_in));
  end $$;
--> statement-breakpoint
create function portal.open_check_in(person_id uuid, session_hash bytea, spent_ms double precision, of_check_in uuid) returns json
  language plpgsql volatile set search_path = public, pg_temp
  as $$
  declare
    arrived timestamptz := portal.instant_before(spent_ms);
    facts text := portal.check_in_facts(person_id, session_hash, arrived, of_check_in);
    told jsonb := facts::jsonb;
  begin
    if told->'subject' = 'null' then return jsonb_build_object('now', arrived, 'actor', told->'actor'); end if;
    return told || jsonb_build_object('now', arrived, 'facts', facts);
  end $$;
--> statement-breakpoint
-- Saves fields of a check-in if what the law was told of it is still so and it still is at the version they were written on; tells
-- what differs if it is not, and nothing if the law must be asked anew. A key answered once is answered the same again.
create function portal.save_check_in(person_id uuid, session_hash bytea, spent_ms double precision, arrived_at timestamptz, facts text, of_check_in uuid, from_version integer, key text, digest text, names text[], progress_patch jsonb, figures_patch jsonb, patch jsonb) returns jsonb
  language plpgsql volatile set search_path = public, pg_temp
  as $$
  declare saved record;
  begin
    if facts is distinct from portal.check_in_facts(person_id, session_hash, coalesce(arrived_at, portal.instant_before(spent_ms)), of_check_in) then return null; end if;
    update check_in c set
      version = c.version + 1, saved_at = clock_timestamp(),
      progress = portal.merged_entries(case when c.version = 0 then portal.begun_progress(c.id) else c.progress end, progress_patch, '{"state":null,"note":null}'),
      figures = portal.merged_entries(c.figures, figures_patch, '{"value":null,"numerator":null,"denominator":null,"n":null}'),
      blockers = case when patch ? 'blockers' then patch->>'blockers' else c.blockers end,
      ask_organisation_id = case when patch ? 'askOrganisationId' then (patch->>'askOrganisationId')::uuid else c.ask_organisation_id end,
      ask = case when patch ? 'ask' then patch->>'ask' else c.ask end,
      mood = case when patch ? 'mood' then patch->>'mood' else c.mood end,
      mood_reason = case when patch ? 'moodReason' then patch->>'moodReason' else c.mood_reason end
    where c.id = of_check_in and c.version = from_version
    returning c.version, c.saved_at into saved;
    if found then
      insert into check_in_revision (check_in_id, version, fields, saved_by, saved_at, idempotency_key, sha256)
      values (of_check_in, saved.version, names, portal.actor(), saved.saved_at, key, digest);
      return jsonb_build_object('outcome', 'saved', 'version', saved.version, 'savedAt', saved.saved_at, 'sha256', digest);
    end if;
    select r.version, r.saved_at, r.sha256 into saved from check_in_revision r where r.check_in_id = of_check_in and r.idempotency_key = key;
    if found then
      return jsonb_build_object('outcome', case when saved.sha256 = digest then 'saved' else 'key-reused' end, 'version', saved.version, 'savedAt', saved.saved_at, 'sha256', saved.sha256);
    end if;
    return (select jsonb_build_object('outcome', 'conflict', 'version', c.version, 'savedAt', c.saved_at, 'fields', (
        select coalesce(array_agg(distinct field), '{}') from check_in_revision r, unnest(r.fields) field where r.check_in_id = c.id and r.version > from_version),
        'progress', c.progress, 'figures', c.figures, 'blockers', c.blockers, 'askOrganisationId', c.ask_organisation_id, 'ask', c.ask, 'mood', c.mood, 'moodReason', c.mood_reason)
      from check_in c where c.id = of_check_in);
  end $$;
--> statement-breakpoint
grant execute on function portal.begun_progress(uuid), portal.merged_entries(jsonb, jsonb, jsonb), portal.check_in_facts(uuid, bytea, timestamptz, uuid), portal.open_check_in(uuid, bytea, double precision, uuid),
  portal.save_check_in(uuid, bytea, double precision, timestamptz, text, uuid, integer, text, text, text[], jsonb, jsonb, jsonb) to portal_app;
--> statement-breakpoint
-- Whom the actor is asked to mentor, by name alone: what shows whether a link of interest stands, before anything else is seen.
create function portal.asked_mentorships() returns table (mentor_id uuid, programme_id uuid, call_id uuid, organisation_name text, solution text, added_at timestamptz, declared_at timestamptz, accepted_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select t.id, g.id, g.call_id, g.organisation_name, g.solution, t.added_at, t.declared_at, t.accepted_at
    from mentor t join programme g on g.id = t.programme_id
    join membership seat on seat.organisation_id = t.organisation_id and seat.person_id = t.person_id and seat.ended_at is null
    where t.person_id = portal.actor() and t.ended_at is null and g.id <> all (portal.actor_conflicts()) $$;
--> statement-breakpoint
grant execute on function portal.asked_mentorships() to portal_app;
--> statement-breakpoint
-- Other times are proposed by the other side: who proposed them last is written down.
grant update (proposed_by, proposed_at) on mentoring_session to portal_app;
--> statement-breakpoint
-- A session is of its mentor and its laureate; cancelled, it stays so but for what was noted; nobody chooses the time they proposed.
create function portal.guard_mentoring_session() returns trigger
  language plpgsql set search_path = public, pg_temp
  as $$ begin
    if current_user <> 'portal_app' then return new; end if;
    if exists (select from programme p where p.id = new.programme_id and p.stopped_at is not null) then raise exception 'closed' using errcode = 'check_violation', constraint = 'programme_closed'; end if;
    if not exists (select from mentor t where t.id = new.mentor_id and t.programme_id = new.programme_id) then raise exception 'of its mentor' using errcode = 'insufficient_privilege'; end if;
    if tg_op = 'INSERT' then
      if new.proposed_by is distinct from portal.actor() or num_nonnulls(new.starts_at, new.chosen_by, new.cancelled_at, new.shared_notes) > 0 then raise exception 'proposed first' using errcode = 'insufficient_privilege'; end if;
      return new;
    end if;
    if new.programme_id <> old.programme_id or new.mentor_id is distinct from old.mentor_id then raise exception 'a session stays where it is' using errcode = 'insufficient_privilege'; end if;
    if old.cancelled_at is not null and to_jsonb(new) - '{shared_notes,version}'::text[] is distinct from to_jsonb(old) - '{shared_notes,version}'::text[]
    then raise exception 'closed' using errcode = 'check_violation', constraint = 'mentoring_session_cancelled_closed'; end if;
    if new.proposed_times is distinct from old.proposed_times and new.proposed_by is distinct from portal.actor() then raise exception 'proposed by whoever says so' using errcode = 'insufficient_privilege'; end if;
    if new.starts_at is not null and new.starts_at is distinct from old.starts_at
      and (new.starts_at <> all (old.proposed_times) or new.chosen_by is distinct from portal.actor() or old.proposed_by is not distinct from portal.actor())
    then raise exception 'the other side chooses' using errcode = 'check_violation', constraint = 'mentoring_session_own_time_conflicted'; end if;
    return new;
  end $$;
--> statement-breakpoint
create trigger mentoring_session_guard before insert or update on mentoring_session for each row execute function portal.guard_mentoring_session();
