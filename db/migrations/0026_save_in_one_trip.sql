-- A save in the usual case is one round trip: what the law was told once is asked again where it is written, and compared.
drop function portal.save_draft(uuid, timestamptz, uuid, integer, text, text, jsonb, jsonb);
--> statement-breakpoint
drop function portal.open_draft(uuid, bytea, double precision, uuid);
--> statement-breakpoint
-- When a request came in, on the database's clock, that has been waiting here for `spent_ms`.
create function portal.instant_before(spent_ms double precision) returns timestamptz
  language sql volatile
  as $$ select clock_timestamp() - make_interval(secs => greatest(coalesce(spent_ms, 0), 0) / 1000.0) $$;
--> statement-breakpoint
-- Who sits where is asked of `membership` once a save, not at each policy: what `portal.draft_facts` has found is kept for the
-- transaction, in which only that one seat counts. Anywhere else nothing is kept, and the policies ask as before.
create function portal.find_organisations() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp
  as $$ select coalesce(array_agg(organisation_id), '{}') from membership where person_id = portal.actor() and ended_at is null $$;
--> statement-breakpoint
create function portal.find_edited_organisations() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp
  as $$ select coalesce(array_agg(organisation_id), '{}') from membership where person_id = portal.actor() and ended_at is null and role in ('owner', 'member') $$;
--> statement-breakpoint
create or replace function portal.actor_organisations() returns uuid[]
  language sql stable
  as $$ select case when current_setting('portal.seats', true) > '' then current_setting('portal.seats', true)::uuid[] else portal.find_organisations() end $$;
--> statement-breakpoint
create or replace function portal.actor_edited_organisations() returns uuid[]
  language sql stable
  as $$ select case when current_setting('portal.edited_seats', true) > '' then current_setting('portal.edited_seats', true)::uuid[] else portal.find_edited_organisations() end $$;
--> statement-breakpoint
-- All that the law asks before a draft is saved: who wants to, their seat with the draft's organisation, and what opens and
-- closes it. Of each instant it says whether it is past, so that the same text means the same verdict. Permits, deposits and
-- corrections bear on nothing before the deadline and are left out until then. Without a seat there is no draft. Sets the actor.
create function portal.draft_facts(person_id uuid, session_hash bytea, arrived_at timestamptz, of_draft uuid) returns text
  language plpgsql volatile security definer set search_path = public, pg_temp
  as $$
  declare
    asked record;
    late json;
    kept text;
  begin
    select p.id as person, p.email, p.name, p.locale, p.administrator, p.demonstration, m.role, o.kind, d.id, d.organisation_id, d.call_id, c.opens_at, c.closes_at,
      (select f.id from form_version f where f.call_id = d.call_id order by f.version desc limit 1) as form_version_id
      into asked from person p
      left join (application_draft d join call c on c.id = d.call_id join organisation o on o.id = d.organisation_id
        join membership m on m.organisation_id = d.organisation_id and m.ended_at is null) on d.id = of_draft and m.person_id = p.id
      where p.disabled_at is null
        and p.id = coalesce(draft_facts.person_id, (select s.person_id from session s where s.token_hash = session_hash and s.expires_at > now()));
    kept := set_config('portal.actor', coalesce(asked.person::text, ''), true) || set_config('portal.arrived', arrived_at::text, true)
      || set_config('portal.seats', array_remove(array[asked.organisation_id], null)::text, true)
      || set_config('portal.edited_seats', (case when asked.role in ('owner', 'member') then array[asked.organisation_id] else '{}' end)::text, true);
    if asked.person is null then return '{"actor":null,"subject":null}'; end if;
    if portal.is_past(asked.closes_at) then
      select json_build_object(
        'staysOpen', c.stays_open, 'staysOpenUntil', c.stays_open_until, 'isLeftPast', portal.is_past(c.stays_open_until),
        'isSubmitted', exists (select from application a where a.id = of_draft and a.withdrawn_at is null),
        'permitUntil', t.until, 'isPermitPast', portal.is_past(t.until),
        'corrections', (select coalesce(json_agg(json_build_object('fields', k.fields, 'until', k.until, 'isPast', portal.is_past(k.until)) order by k.id), '[]')
          from correction k where k.application_id = of_draft and k.done_at is null and k.cancelled_at is null))
        into late from call c, (select max(t.until) as until from late_permit t
          where t.call_id = asked.call_id and t.organisation_id = asked.organisation_id and t.person_id = asked.person and t.revoked_at is null) t
        where c.id = asked.call_id;
    end if;
    return json_build_object(
      'actor', json_build_object('id', asked.person, 'email', asked.email, 'name', asked.name, 'locale', asked.locale, 'administrator', asked.administrator, 'demonstration', asked.demonstration,
        'memberships', case when asked.id is null then '[]' else json_build_array(json_build_object('organisationId', asked.organisation_id, 'kind', asked.kind, 'role', asked.role)) end),
      'subject', case when asked.id is not null then json_build_object('id', asked.id, 'organisationId', asked.organisation_id, 'formVersionId', asked.form_version_id,
        'opensAt', asked.opens_at, 'isBegun', arrived_at >= asked.opens_at, 'closesAt', asked.closes_at, 'late', late) end);
  end $$;
--> statement-breakpoint
-- The same with the instant the request came in, for the law.
create function portal.open_draft(person_id uuid, session_hash bytea, spent_ms double precision, of_draft uuid) returns json
  language plpgsql volatile set search_path = public, pg_temp
  as $$
  declare arrived timestamptz := portal.instant_before(spent_ms);
  begin
    return json_build_object('now', arrived, 'facts', portal.draft_facts(person_id, session_hash, arrived, of_draft));
  end $$;
--> statement-breakpoint
-- Saves fields of a draft if what the law was told of it is still so, word for word, and it still is at the version they were
-- written on; tells what differs if it is not, and nothing if the law must be asked anew. A key answered once is answered the
-- same again. Runs with the rights of whoever calls: policies and guard judge it too. `arrived_at` is where the law was just asked.
create function portal.save_draft(person_id uuid, session_hash bytea, spent_ms double precision, arrived_at timestamptz, facts text, of_draft uuid, from_version integer, key text, digest text, names text[], patch jsonb, answers_patch jsonb) returns json
  language plpgsql volatile set search_path = public, pg_temp
  as $$
  declare saved record;
  begin
    if facts is distinct from portal.draft_facts(person_id, session_hash, coalesce(arrived_at, portal.instant_before(spent_ms)), of_draft) then return null; end if;
    update application_draft d set
      version = d.version + 1, saved_at = clock_timestamp(),
      solution = case when patch ? 'solution' then patch->>'solution' else d.solution end,
      pitch = case when patch ? 'pitch' then patch->>'pitch' else d.pitch end,
      summary = case when patch ? 'summary' then patch->>'summary' else d.summary end,
      challenge_id = case when patch ? 'challengeId' then (patch->>'challengeId')::uuid else d.challenge_id end,
      primary_claim = case when patch ? 'primaryClaim' then nullif(patch->'primaryClaim', 'null') else d.primary_claim end,
      second_claim = case when patch ? 'secondClaim' then nullif(patch->'secondClaim', 'null') else d.second_claim end,
      third_claim = case when patch ? 'thirdClaim' then nullif(patch->'thirdClaim', 'null') else d.third_claim end,
      evidence = case when patch ? 'evidence' then patch->>'evidence' else d.evidence end,
      maturity = case when patch ? 'maturity' then patch->>'maturity' else d.maturity end,
      regulatory_state = case when patch ? 'regulatoryState' then patch->>'regulatoryState' else d.regulatory_state end,
      regulatory_note = case when patch ? 'regulatoryNote' then patch->>'regulatoryNote' else d.regulatory_note end,
      team = case when patch ? 'team' then patch->>'team' else d.team end,
      needs = case when patch ? 'needs' then patch->>'needs' else d.needs end,
      budget = case when patch ? 'budget' then (patch->>'budget')::bigint else d.budget end,
      in_kind = case when patch ? 'inKind' then patch->>'inKind' else d.in_kind end,
      links = case when patch ? 'links' then patch->>'links' else d.links end,
      consent = case when patch ? 'consent' then (patch->>'consent')::boolean else d.consent end,
      answers = case when answers_patch = '{}' then d.answers else d.answers || answers_patch end
    where d.id = of_draft and d.version = from_version
    returning d.version, d.saved_at into saved;
    if found then
      insert into draft_revision (draft_id, version, fields, saved_by, saved_at, idempotency_key, sha256)
      values (of_draft, saved.version, names, portal.actor(), saved.saved_at, key, digest);
      return json_build_object('outcome', 'saved', 'version', saved.version, 'savedAt', saved.saved_at, 'sha256', digest);
    end if;
    select r.version, r.saved_at, r.sha256 into saved from draft_revision r where r.draft_id = of_draft and r.idempotency_key = key;
    if found then
      return json_build_object('outcome', case when saved.sha256 = digest then 'saved' else 'key-reused' end, 'version', saved.version, 'savedAt', saved.saved_at, 'sha256', saved.sha256);
    end if;
    return (select json_build_object('outcome', 'conflict', 'version', d.version, 'savedAt', d.saved_at, 'fields', (
        select coalesce(array_agg(distinct field), '{}') from draft_revision r, unnest(r.fields) field where r.draft_id = d.id and r.version > from_version),
        'row', to_jsonb(d)) from application_draft d where d.id = of_draft);
  end $$;
--> statement-breakpoint
drop function portal.save_evaluation(uuid, timestamptz, uuid, integer, text, text, jsonb, text[], jsonb);
--> statement-breakpoint
drop function portal.open_evaluation(uuid, bytea, double precision, uuid);
--> statement-breakpoint
-- All that the law asks before an evaluation is saved, as text: null where the wall shows none. No instant in it is compared
-- with now, so that it says of none whether it is past. Sets the actor.
create function portal.evaluation_facts(person_id uuid, session_hash bytea, arrived_at timestamptz, of_evaluation uuid) returns text
  language plpgsql volatile set search_path = public, pg_temp
  as $$
  declare
    asker jsonb := portal.begin(person_id, session_hash)->'actor';
    kept text := set_config('portal.arrived', arrived_at::text, true);
  begin
    return jsonb_build_object('actor', asker, 'subject', (
      select jsonb_build_object(
        'personId', e.person_id, 'openedAt', r.opened_at, 'closedAt', r.closed_at, 'submittedAt', e.submitted_at, 'abstainedAt', g.abstained_at,
        'declaredAt', s.declared_at, 'livedExperience', s.lived_experience, 'clinical', s.clinical,
        'criteria', (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'mayBeNotApplicable', c.may_be_not_applicable, 'putTo', c.put_to) order by c.id), '[]') from round_criterion c where c.round_id = e.round_id))
      from evaluation e join assignment g on g.id = e.id join round r on r.id = e.round_id join scorer s on s.round_id = e.round_id and s.person_id = e.person_id
      where e.id = of_evaluation and e.person_id = portal.actor() and portal.is_judged(e.application_id)));
  end $$;
--> statement-breakpoint
create function portal.open_evaluation(person_id uuid, session_hash bytea, spent_ms double precision, of_evaluation uuid) returns json
  language plpgsql volatile set search_path = public, pg_temp
  as $$
  declare arrived timestamptz := portal.instant_before(spent_ms);
  begin
    return json_build_object('now', arrived, 'facts', portal.evaluation_facts(person_id, session_hash, arrived, of_evaluation));
  end $$;
--> statement-breakpoint
-- Saves fields of an evaluation if what the law was told of it is still so and it still is at the version they were written on;
-- tells what differs if it is not, and nothing if the law must be asked anew. A key answered once is answered the same again.
-- In the scores a criterion that is not there has no mark, null is "not applicable".
create function portal.save_evaluation(person_id uuid, session_hash bytea, spent_ms double precision, arrived_at timestamptz, facts text, of_evaluation uuid, from_version integer, key text, digest text, marks jsonb, unmarked text[], comments jsonb) returns jsonb
  language plpgsql volatile set search_path = public, pg_temp
  as $$
  declare
    saved record;
    names text[] := array(select 'scores.' || each from (select jsonb_object_keys(marks) union all select unnest(unmarked)) mark(each) union all select jsonb_object_keys(comments));
  begin
    if facts is distinct from portal.evaluation_facts(person_id, session_hash, coalesce(arrived_at, portal.instant_before(spent_ms)), of_evaluation) then return null; end if;
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
drop function portal.act(uuid, timestamptz);
