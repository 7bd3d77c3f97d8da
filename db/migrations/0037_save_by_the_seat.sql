-- A save is judged by the seat it is made from, found in one question and compared with what the law was told. The functions that
-- write see past the wall: whose seat it is and what it may write stands in them, and the guards on the tables judge them as anybody.
drop function portal.save_draft(uuid, bytea, double precision, timestamptz, text, uuid, integer, text, text, text[], jsonb, jsonb);
--> statement-breakpoint
drop function portal.open_draft(uuid, bytea, double precision, uuid);
--> statement-breakpoint
drop function portal.draft_facts(uuid, bytea, timestamptz, uuid);
--> statement-breakpoint
drop function portal.save_evaluation(uuid, bytea, double precision, timestamptz, text, uuid, integer, text, text, jsonb, text[], jsonb);
--> statement-breakpoint
drop function portal.open_evaluation(uuid, bytea, double precision, uuid);
--> statement-breakpoint
drop function portal.evaluation_facts(uuid, bytea, timestamptz, uuid);
--> statement-breakpoint
create or replace function portal.actor_organisations() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp
  as $$ select coalesce(array_agg(organisation_id), '{}') from membership where person_id = portal.actor() and ended_at is null $$;
--> statement-breakpoint
create or replace function portal.actor_edited_organisations() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp
  as $$ select coalesce(array_agg(organisation_id), '{}') from membership where person_id = portal.actor() and ended_at is null and role in ('owner', 'member') $$;
--> statement-breakpoint
drop function portal.find_organisations(), portal.find_edited_organisations();
--> statement-breakpoint
-- A deadline is inclusive to the last second it names.
create function portal.is_past(deadline timestamptz, at timestamptz) returns boolean
  language sql stable
  as $$ select date_trunc('second', at) > date_trunc('second', deadline) $$;
--> statement-breakpoint
create or replace function portal.is_past(deadline timestamptz) returns boolean
  language sql stable
  as $$ select portal.is_past(deadline, portal.arrived()) $$;
--> statement-breakpoint
-- Nothing is written to a draft before opening or after closing, but for what was left or reopened.
create or replace function portal.guard_draft() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare
    arrived timestamptz := portal.arrived();
    editable text[];
  begin
    if tg_op = 'UPDATE' and (new.call_id <> old.call_id or new.organisation_id <> old.organisation_id or new.created_by is distinct from old.created_by)
    then raise exception 'a draft stays where it is' using errcode = 'insufficient_privilege'; end if;
    if exists (select from call where id = new.call_id and run_here and published_at is not null and arrived >= opens_at and not portal.is_past(closes_at, arrived)) then return new; end if;
    editable := portal.editable_fields(new.id, new.call_id, new.organisation_id);
    if editable = '{*}' then return new; end if;
    if tg_op = 'UPDATE' and portal.changed_fields(to_jsonb(old), to_jsonb(new)) <@ editable and editable <> '{}' then return new; end if;
    raise exception 'closed' using errcode = 'check_violation', constraint = 'draft_closed';
  end $$;
--> statement-breakpoint
-- An evaluation is written while its round is open, by whoever declared their links, and until submitted; after that only a
-- reopening gives it back, and that changes nothing in it.
create or replace function portal.guard_evaluation() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare declared timestamptz;
  begin
    if tg_op = 'INSERT' then
      if not exists (select from assignment g where g.id = new.id and g.round_id = new.round_id and g.application_id = new.application_id and g.person_id = new.person_id)
      then raise exception 'of its assignment' using errcode = 'insufficient_privilege'; end if;
      return new;
    end if;
    if new.round_id <> old.round_id or new.application_id <> old.application_id or new.person_id <> old.person_id
    then raise exception 'an evaluation stays where it is' using errcode = 'insufficient_privilege'; end if;
    select s.declared_at into declared from assignment g join round r on r.id = g.round_id join application a on a.id = g.application_id
      left join scorer s on s.round_id = g.round_id and s.person_id = g.person_id and s.removed_at is null
      where g.id = new.id and r.opened_at is not null and r.closed_at is null and g.withdrawn_at is null and g.abstained_at is null and a.withdrawn_at is null;
    if not found then raise exception 'closed' using errcode = 'check_violation', constraint = 'evaluation_closed'; end if;
    if new.person_id is distinct from portal.actor() then
      if old.submitted_at is null or new.submitted_at is not null or length(btrim(coalesce(new.reopen_reason, ''))) = 0
        or to_jsonb(new) - '{submitted_at,reopened_at,reopened_by,reopen_reason}'::text[] is distinct from to_jsonb(old) - '{submitted_at,reopened_at,reopened_by,reopen_reason}'::text[]
      then raise exception 'only to be reopened' using errcode = 'insufficient_privilege'; end if;
      return new;
    end if;
    if old.submitted_at is not null then raise exception 'closed' using errcode = 'check_violation', constraint = 'evaluation_submitted_closed'; end if;
    if declared is null then raise exception 'links first' using errcode = 'check_violation', constraint = 'evaluation_undeclared_closed'; end if;
    if new.reopened_at is distinct from old.reopened_at or new.reopened_by is distinct from old.reopened_by or new.reopen_reason is distinct from old.reopen_reason
      or new.sequence <> old.sequence + (new.submitted_at is not null)::int
    then raise exception 'not yours to change' using errcode = 'insufficient_privilege'; end if;
    return new;
  end $$;
--> statement-breakpoint
drop function portal.is_judged(uuid);
--> statement-breakpoint
-- Who sits with the organisation of a draft, and what opens and closes it: all that the law goes by before the deadline.
create view portal.draft_seat as
  select p.id as person_id, p.email, p.name, p.locale, p.administrator, p.demonstration, o.kind, m.role, d.id as draft_id, d.organisation_id, d.call_id, c.opens_at, c.closes_at,
    (select f.id from form_version f where f.call_id = d.call_id order by f.version desc limit 1) as form_version_id
  from application_draft d join call c on c.id = d.call_id join organisation o on o.id = d.organisation_id
  join membership m on m.organisation_id = d.organisation_id and m.ended_at is null
  join person p on p.id = m.person_id and p.disabled_at is null;
--> statement-breakpoint
-- What it goes by after the deadline too: permits, deposits and corrections, and of each instant whether it is past.
create function portal.late_facts(of_draft uuid, of_call uuid, of_organisation uuid, of_person uuid, arrived timestamptz) returns json
  language sql stable
  as $$
    select json_build_object(
      'staysOpen', c.stays_open, 'staysOpenUntil', c.stays_open_until, 'isLeftPast', portal.is_past(c.stays_open_until, arrived),
      'isSubmitted', exists (select from application a where a.id = of_draft and a.withdrawn_at is null),
      'permitUntil', t.until, 'isPermitPast', portal.is_past(t.until, arrived),
      'corrections', (select coalesce(json_agg(json_build_object('fields', k.fields, 'until', k.until, 'isPast', portal.is_past(k.until, arrived)) order by k.id), '[]')
        from correction k where k.application_id = of_draft and k.done_at is null and k.cancelled_at is null))
    from call c, (select max(t.until) as until from late_permit t
      where t.call_id = of_call and t.organisation_id = of_organisation and t.person_id = of_person and t.revoked_at is null) t
    where c.id = of_call $$;
--> statement-breakpoint
-- All that the law asks before a draft is saved: as text, and in the law's words. Without a seat there is no draft.
create function portal.open_draft(person_id uuid, session_hash bytea, spent_ms double precision, of_draft uuid) returns json
  language plpgsql volatile security definer set search_path = public, pg_temp
  as $$
  declare
    begun jsonb := portal.begin(person_id, session_hash, spent_ms);
    arrived timestamptz := portal.arrived();
    asked record;
  begin
    select s.*, arrived >= s.opens_at as is_begun, case when portal.is_past(s.closes_at, arrived) then portal.late_facts(s.draft_id, s.call_id, s.organisation_id, s.person_id, arrived) end as late
      into asked from portal.draft_seat s where s.draft_id = of_draft and s.person_id = portal.actor();
    if asked.draft_id is null then return json_build_object('now', arrived, 'actor', begun->'actor'); end if;
    return json_build_object(
      'now', arrived, 'facts', asked::text,
      'actor', json_build_object('id', asked.person_id, 'email', asked.email, 'name', asked.name, 'locale', asked.locale, 'administrator', asked.administrator, 'demonstration', asked.demonstration,
        'memberships', json_build_array(json_build_object('organisationId', asked.organisation_id, 'kind', asked.kind, 'role', asked.role))),
      'subject', json_build_object('organisationId', asked.organisation_id, 'formVersionId', asked.form_version_id, 'opensAt', asked.opens_at, 'closesAt', asked.closes_at, 'late', asked.late));
  end $$;
--> statement-breakpoint
-- Saves fields of a draft if what the law was told of it is still so, word for word, and it still is at the version they were
-- written on; tells what differs if it is not, and nothing if the law must be asked anew. A key answered once is answered the
-- same again. `arrived_at` is where the law was just asked. Writes for nobody but an owner or a member of its organisation.
create function portal.save_draft(person_id uuid, session_hash bytea, spent_ms double precision, arrived_at timestamptz, facts text, of_draft uuid, from_version integer, key text, digest text, names text[], patch jsonb, answers_patch jsonb) returns json
  language plpgsql volatile security definer set search_path = public, pg_temp
  as $$
  declare
    arrived timestamptz := coalesce(arrived_at, portal.instant_before(spent_ms));
    kept text := set_config('portal.arrived', arrived::text, true);
    asked record;
    saved record;
  begin
    select s.*, arrived >= s.opens_at as is_begun, case when portal.is_past(s.closes_at, arrived) then portal.late_facts(s.draft_id, s.call_id, s.organisation_id, s.person_id, arrived) end as late
      into asked from portal.draft_seat s where s.draft_id = of_draft
        and s.person_id = coalesce(save_draft.person_id, (select n.person_id from session n where n.token_hash = session_hash and n.expires_at > now()));
    if asked.role is distinct from 'owner' and asked.role is distinct from 'member' or facts is distinct from asked::text then return null; end if;
    kept := set_config('portal.actor', asked.person_id::text, true);
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
      values (of_draft, saved.version, names, asked.person_id, saved.saved_at, key, digest);
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
-- Who scores what from which seat, and what opens and closes it. Who left, sits there no more or is walled off has none; nor is
-- there one for what was taken back or withdrawn. What is asked is locked once scoring opens, so it need not be compared.
create view portal.evaluation_seat as
  select p.id as person_id, p.email, p.name, p.locale, p.administrator, p.demonstration, o.id as organisation_id, o.kind, m.role, e.id as evaluation_id, e.round_id,
    r.opened_at, r.closed_at, e.submitted_at, g.abstained_at, s.declared_at, s.lived_experience, s.clinical
  from evaluation e join assignment g on g.id = e.id and g.withdrawn_at is null join round r on r.id = e.round_id
  join scorer s on s.round_id = e.round_id and s.person_id = e.person_id and s.removed_at is null
  join application a on a.id = e.application_id and a.withdrawn_at is null
  join membership m on m.organisation_id = s.organisation_id and m.person_id = s.person_id and m.ended_at is null
  join organisation o on o.id = m.organisation_id
  join person p on p.id = e.person_id and p.disabled_at is null
  where not exists (select from conflict k where k.person_id = e.person_id and k.application_id = e.application_id and k.lifted_at is null);
--> statement-breakpoint
-- All that the law asks before an evaluation is saved: as text, and in the law's words with the criteria.
create function portal.open_evaluation(person_id uuid, session_hash bytea, spent_ms double precision, of_evaluation uuid) returns json
  language plpgsql volatile security definer set search_path = public, pg_temp
  as $$
  declare
    begun jsonb := portal.begin(person_id, session_hash, spent_ms);
    asked record;
  begin
    select s.* into asked from portal.evaluation_seat s where s.evaluation_id = of_evaluation and s.person_id = portal.actor();
    if asked.evaluation_id is null then return json_build_object('now', begun->'now', 'actor', begun->'actor'); end if;
    return json_build_object(
      'now', begun->'now', 'facts', asked::text,
      'actor', json_build_object('id', asked.person_id, 'email', asked.email, 'name', asked.name, 'locale', asked.locale, 'administrator', asked.administrator, 'demonstration', asked.demonstration,
        'memberships', json_build_array(json_build_object('organisationId', asked.organisation_id, 'kind', asked.kind, 'role', asked.role))),
      'subject', json_build_object('personId', asked.person_id, 'openedAt', asked.opened_at, 'closedAt', asked.closed_at, 'submittedAt', asked.submitted_at, 'abstainedAt', asked.abstained_at,
        'declaredAt', asked.declared_at, 'livedExperience', asked.lived_experience, 'clinical', asked.clinical,
        'criteria', (select coalesce(json_agg(json_build_object('id', c.id, 'mayBeNotApplicable', c.may_be_not_applicable, 'putTo', c.put_to) order by c.id), '[]') from round_criterion c where c.round_id = asked.round_id)));
  end $$;
--> statement-breakpoint
-- Saves fields of an evaluation as `portal.save_draft` does those of a draft, for nobody but its author. In the scores a
-- criterion that is not there has no mark, null is "not applicable".
create function portal.save_evaluation(person_id uuid, session_hash bytea, spent_ms double precision, arrived_at timestamptz, facts text, of_evaluation uuid, from_version integer, key text, digest text, names text[], marks jsonb, unmarked text[], comments jsonb) returns json
  language plpgsql volatile security definer set search_path = public, pg_temp
  as $$
  declare
    kept text := set_config('portal.arrived', coalesce(arrived_at, portal.instant_before(spent_ms))::text, true);
    asked record;
    saved record;
  begin
    select s.* into asked from portal.evaluation_seat s where s.evaluation_id = of_evaluation
      and s.person_id = coalesce(save_evaluation.person_id, (select n.person_id from session n where n.token_hash = session_hash and n.expires_at > now()));
    if asked.evaluation_id is null or facts is distinct from asked::text then return null; end if;
    kept := set_config('portal.actor', asked.person_id::text, true);
    update evaluation e set
      version = e.version + 1, saved_at = clock_timestamp(),
      scores = (e.scores || marks) - unmarked,
      comment_to_applicant = case when comments ? 'commentToApplicant' then comments->>'commentToApplicant' else e.comment_to_applicant end,
      comment_to_jury = case when comments ? 'commentToJury' then comments->>'commentToJury' else e.comment_to_jury end
    where e.id = of_evaluation and e.version = from_version
    returning e.version, e.saved_at into saved;
    if found then
      -- Started work is never moved by the solver.
      if from_version = 0 then update assignment g set started_at = saved.saved_at where g.id = of_evaluation and g.started_at is null; end if;
      insert into evaluation_revision (evaluation_id, version, fields, saved_by, saved_at, idempotency_key, sha256)
      values (of_evaluation, saved.version, names, asked.person_id, saved.saved_at, key, digest);
      return json_build_object('outcome', 'saved', 'version', saved.version, 'savedAt', saved.saved_at, 'sha256', digest);
    end if;
    select r.version, r.saved_at, r.sha256 into saved from evaluation_revision r where r.evaluation_id = of_evaluation and r.idempotency_key = key;
    if found then
      return json_build_object('outcome', case when saved.sha256 = digest then 'saved' else 'key-reused' end, 'version', saved.version, 'savedAt', saved.saved_at, 'sha256', saved.sha256);
    end if;
    return (select json_build_object('outcome', 'conflict', 'version', e.version, 'savedAt', e.saved_at, 'fields', (
        select coalesce(array_agg(distinct field), '{}') from evaluation_revision r, unnest(r.fields) field where r.evaluation_id = e.id and r.version > from_version),
        'scores', e.scores, 'commentToApplicant', e.comment_to_applicant, 'commentToJury', e.comment_to_jury)
      from evaluation e where e.id = of_evaluation);
  end $$;
