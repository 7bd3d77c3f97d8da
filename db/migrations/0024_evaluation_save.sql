-- Whether an application is still judged: it stands until its authors withdraw it. Scorers never read its row.
create function portal.is_judged(of_application uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (select from application where id = of_application and withdrawn_at is null) $$;
--> statement-breakpoint
-- An evaluation is written while its round is open, by whoever declared their links, and until submitted; after that only a
-- reopening gives it back, and that changes nothing in it.
create or replace function portal.guard_evaluation() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare its record;
  begin
    if tg_op = 'INSERT' then
      if not exists (select from assignment g where g.id = new.id and g.round_id = new.round_id and g.application_id = new.application_id and g.person_id = new.person_id)
      then raise exception 'of its assignment' using errcode = 'insufficient_privilege'; end if;
      return new;
    end if;
    if (new.round_id, new.application_id, new.person_id) is distinct from (old.round_id, old.application_id, old.person_id)
    then raise exception 'an evaluation stays where it is' using errcode = 'insufficient_privilege'; end if;
    select r.opened_at, r.closed_at, g.withdrawn_at, g.abstained_at, s.declared_at into its from assignment g join round r on r.id = g.round_id
      left join scorer s on s.round_id = g.round_id and s.person_id = g.person_id and s.removed_at is null where g.id = new.id;
    if its.opened_at is null or its.closed_at is not null or its.withdrawn_at is not null or its.abstained_at is not null or not portal.is_judged(new.application_id)
    then raise exception 'closed' using errcode = 'check_violation', constraint = 'evaluation_closed'; end if;
    if new.person_id is distinct from portal.actor() then
      if old.submitted_at is null or new.submitted_at is not null or length(btrim(coalesce(new.reopen_reason, ''))) = 0
        or to_jsonb(new) - '{submitted_at,reopened_at,reopened_by,reopen_reason}'::text[] is distinct from to_jsonb(old) - '{submitted_at,reopened_at,reopened_by,reopen_reason}'::text[]
      then raise exception 'only to be reopened' using errcode = 'insufficient_privilege'; end if;
      return new;
    end if;
    if old.submitted_at is not null then raise exception 'closed' using errcode = 'check_violation', constraint = 'evaluation_submitted_closed'; end if;
    if its.declared_at is null then raise exception 'links first' using errcode = 'check_violation', constraint = 'evaluation_undeclared_closed'; end if;
    if (new.reopened_at, new.reopened_by, new.reopen_reason) is distinct from (old.reopened_at, old.reopened_by, old.reopen_reason)
      or new.sequence <> old.sequence + (new.submitted_at is not null)::int
    then raise exception 'not yours to change' using errcode = 'insufficient_privilege'; end if;
    return new;
  end $$;
--> statement-breakpoint
-- What a save needs to know of an evaluation before the law is asked, in one question; null where the wall shows none.
create function portal.open_evaluation(person_id uuid, session_hash bytea, spent_ms double precision, of_evaluation uuid) returns jsonb
  language plpgsql volatile set search_path = public, pg_temp
  as $$
  declare begun jsonb := portal.begin(person_id, session_hash, spent_ms);
  begin
    return begun || jsonb_build_object('subject', (
      select jsonb_build_object(
        'personId', e.person_id, 'openedAt', r.opened_at, 'closedAt', r.closed_at, 'submittedAt', e.submitted_at, 'abstainedAt', g.abstained_at,
        'declaredAt', s.declared_at, 'livedExperience', s.lived_experience, 'clinical', s.clinical,
        'criteria', (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'mayBeNotApplicable', c.may_be_not_applicable, 'putTo', c.put_to)), '[]') from round_criterion c where c.round_id = e.round_id))
      from evaluation e join assignment g on g.id = e.id join round r on r.id = e.round_id join scorer s on s.round_id = e.round_id and s.person_id = e.person_id
      where e.id = of_evaluation and e.person_id = portal.actor() and portal.is_judged(e.application_id)));
  end $$;
--> statement-breakpoint
-- Saves fields of an evaluation if it still is at the version they were written on; tells what differs if it is not. A key
-- answered once is answered the same again. In the scores a criterion that is not there has no mark, null is "not applicable".
create function portal.save_evaluation(person_id uuid, arrived_at timestamptz, of_evaluation uuid, from_version integer, key text, digest text, marks jsonb, unmarked text[], comments jsonb) returns jsonb
  language plpgsql volatile set search_path = public, pg_temp
  as $$
  declare
    saved record;
    names text[] := array(select 'scores.' || each from (select jsonb_object_keys(marks) union all select unnest(unmarked)) mark(each) union all select jsonb_object_keys(comments));
  begin
    perform portal.act(person_id, arrived_at);
    update evaluation e set
      version = e.version + 1, saved_at = clock_timestamp(),
      scores = (e.scores || marks) - unmarked,
      comment_to_applicant = case when comments ? 'commentToApplicant' then comments->>'commentToApplicant' else e.comment_to_applicant end,
      comment_to_jury = case when comments ? 'commentToJury' then comments->>'commentToJury' else e.comment_to_jury end
    where e.id = of_evaluation and e.version = from_version and e.person_id = portal.actor()
    returning e.version, e.saved_at into saved;
    if found then
      -- Started work is never moved by the solver.
      if from_version = 0 then update assignment g set started_at = saved.saved_at where g.id = of_evaluation and g.started_at is null; end if;
      insert into evaluation_revision (evaluation_id, version, fields, saved_by, saved_at, idempotency_key, sha256)
      values (of_evaluation, saved.version, names, portal.actor(), saved.saved_at, key, digest);
      return jsonb_build_object('outcome', 'saved', 'version', saved.version, 'savedAt', saved.saved_at, 'sha256', digest);
    end if;
    select r.version, r.saved_at, r.sha256 into saved from evaluation_revision r where r.evaluation_id = of_evaluation and r.idempotency_key = key;
    if found then
      return jsonb_build_object('outcome', case when saved.sha256 = digest then 'saved' else 'key-reused' end, 'version', saved.version, 'savedAt', saved.saved_at, 'sha256', saved.sha256);
    end if;
    return (select jsonb_build_object('outcome', 'conflict', 'version', e.version, 'savedAt', e.saved_at, 'fields', (
        select coalesce(array_agg(distinct field), '{}') from evaluation_revision r, unnest(r.fields) field where r.evaluation_id = e.id and r.version > from_version),
        'scores', e.scores, 'commentToApplicant', e.comment_to_applicant, 'commentToJury', e.comment_to_jury)
      from evaluation e where e.id = of_evaluation and e.person_id = portal.actor());
  end $$;
--> statement-breakpoint
-- Gives a submitted evaluation back to its author, whom it names to write to. No manager sees it from then on, so it is not
-- theirs to update: the guard on the table judges it as theirs all the same.
create function portal.reopen_evaluation(of_evaluation uuid, reason text) returns table (person_id uuid, email text, locale text)
  language plpgsql volatile security definer set search_path = public, pg_temp
  as $$
  declare author uuid;
  begin
    update evaluation e set submitted_at = null, reopened_at = portal.arrived(), reopened_by = portal.actor(), reopen_reason = reason
    where e.id = of_evaluation and e.submitted_at is not null and portal.actor_manages()
      and e.round_id <> all (portal.actor_rounds()) and e.application_id <> all (portal.actor_conflicts())
    returning e.person_id into author;
    return query select p.id, p.email, p.locale from person p where p.id = author;
  end $$;
