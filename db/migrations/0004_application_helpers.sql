-- What the policies and guards of calls, drafts and applications ask. Bodies are checked at first use: tables come next.
set check_function_bodies = off;

create function portal.actor_edited_organisations() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp
  as $$ select coalesce(array_agg(organisation_id), '{}') from membership where person_id = portal.actor() and ended_at is null and role in ('owner', 'member') $$;

-- Readers of the operator read nothing of its calls that the public does not.
create or replace function portal.actor_manages() returns boolean
  language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (
    select from membership m join organisation o on o.id = m.organisation_id
    where m.person_id = portal.actor() and m.ended_at is null and m.role <> 'reader' and o.kind = 'operator') $$;

-- When the request at hand came in, on the database's clock: waiting in a queue makes nobody late.
create function portal.arrived() returns timestamptz
  language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('portal.arrived', true), '')::timestamptz, clock_timestamp()) $$;

-- Opens a transaction for a person, named or by the hash of a session's token, since `spent_ms` milliseconds.
drop function portal.begin(uuid);
create function portal.begin(person_id uuid, session_hash bytea default null, spent_ms double precision default 0) returns jsonb
  language plpgsql volatile security definer set search_path = public, pg_temp
  as $$
  declare
    found_actor jsonb;
    arrived timestamptz := clock_timestamp() - make_interval(secs => greatest(coalesce(spent_ms, 0), 0) / 1000.0);
    who uuid := $1;
  begin
    if who is null and session_hash is not null then
      select s.person_id into who from session s where s.token_hash = session_hash and s.expires_at > now();
    end if;
    select jsonb_build_object(
      'id', p.id, 'email', p.email, 'name', p.name, 'locale', p.locale,
      'administrator', p.administrator, 'demonstration', p.demonstration,
      'memberships', coalesce((
        select jsonb_agg(jsonb_build_object('organisationId', o.id, 'kind', o.kind, 'role', m.role) order by m.created_at)
        from membership m join organisation o on o.id = m.organisation_id
        where m.person_id = p.id and m.ended_at is null), '[]'))
      into found_actor from person p where p.id = who and p.disabled_at is null;
    perform set_config('portal.actor', coalesce(found_actor->>'id', ''), true), set_config('portal.arrived', arrived::text, true);
    return jsonb_build_object('now', arrived, 'actor', found_actor);
  end $$;

-- A deadline is inclusive to the last second it names.
create function portal.is_past(deadline timestamptz) returns boolean
  language sql stable
  as $$ select date_trunc('second', portal.arrived()) > date_trunc('second', deadline) $$;

-- The fields of a draft that may be changed now: {*} for all. The same rule as editableFields of lib/domain/draft.ts.
create function portal.editable_fields(of_draft uuid, of_call uuid, of_organisation uuid) returns text[]
  language plpgsql stable security definer set search_path = public, pg_temp
  as $$
  declare asked record;
  begin
    select opens_at, closes_at, stays_open, stays_open_until into asked from call where id = of_call and run_here and published_at is not null;
    if not found or portal.arrived() < asked.opens_at then return '{}'; end if;
    if not portal.is_past(asked.closes_at) then return '{*}'; end if;
    if exists (select from late_permit where call_id = of_call and organisation_id = of_organisation and person_id = portal.actor()
      and revoked_at is null and not portal.is_past(until)) then return '{*}'; end if;
    if not exists (select from application where id = of_draft and withdrawn_at is null) then return '{}'; end if;
    return case when not portal.is_past(asked.stays_open_until) then asked.stays_open else '{}' end || coalesce((
      select array_agg(distinct field) from correction, unnest(fields) field
      where application_id = of_draft and done_at is null and cancelled_at is null and not portal.is_past(until)), '{}');
  end $$;

-- Names of the fields in which two rows of a draft or an application differ, as the form names them.
create function portal.changed_fields(before jsonb, after jsonb) returns text[]
  language sql immutable
  as $$
    select coalesce(array_agg(name), '{}') from (
      select lower(left(spaced, 1)) || substr(replace(spaced, ' ', ''), 2)
      from jsonb_object_keys(before - '{id,call_id,organisation_id,created_by,created_at,version,saved_at,answers,number,form_version_id,submitted_at,withdrawn_at,sequence,organisation_name,siren,eligibility,eligibility_motive}'::text[]) key,
        initcap(replace(key, '_', ' ')) spaced
      where before->key is distinct from after->key
      union all
      select 'answers.' || key from (
        select jsonb_object_keys(before->'answers') union select jsonb_object_keys(after->'answers')) each(key)
      where nullif(before->'answers'->key, 'null') is distinct from nullif(after->'answers'->key, 'null')) changed(name) $$;

-- Nothing is written to a draft before opening or after closing, but for what was left or reopened.
create function portal.guard_draft() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
  as $$
  declare editable text[] := portal.editable_fields(new.id, new.call_id, new.organisation_id);
  begin
    if tg_op = 'UPDATE' and (new.call_id, new.organisation_id, new.created_by) is distinct from (old.call_id, old.organisation_id, old.created_by)
    then raise exception 'a draft stays where it is' using errcode = 'insufficient_privilege'; end if;
    if editable = '{*}' then return new; end if;
    if tg_op = 'UPDATE' and portal.changed_fields(to_jsonb(old), to_jsonb(new)) <@ editable and editable <> '{}' then return new; end if;
    raise exception 'closed' using errcode = 'check_violation', constraint = 'draft_closed';
  end $$;

-- Applicants deposit and withdraw in time; managers judge eligibility and touch nothing else.
create function portal.guard_application() returns trigger
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
    judged := (new.eligibility, new.eligibility_motive) is distinct from (old.eligibility, old.eligibility_motive);
    if not owns then
      if not portal.actor_manages() or to_jsonb(new) - '{eligibility,eligibility_motive}'::text[] is distinct from to_jsonb(old) - '{eligibility,eligibility_motive}'::text[]
      then raise exception 'only eligibility is for managers to change' using errcode = 'insufficient_privilege'; end if;
      return new;
    end if;
    if judged and not portal.actor_manages() then raise exception 'not yours to judge' using errcode = 'insufficient_privilege'; end if;
    if editable = '{*}' then
      -- What is deposited anew is screened anew.
      if new.sequence > old.sequence then new.eligibility := 'pending'; new.eligibility_motive := null; end if;
      return new;
    end if;
    if new.withdrawn_at is not distinct from old.withdrawn_at and editable <> '{}' and portal.changed_fields(to_jsonb(old), to_jsonb(new)) <@ editable then return new; end if;
    raise exception 'closed' using errcode = 'check_violation', constraint = 'application_closed';
  end $$;

-- The next number of a call's applications: DEMO-OUVERT-0007. One counter a call, so that no table is locked.
create function portal.next_application_number(of_call uuid) returns text
  language sql volatile security definer set search_path = public, pg_temp
  as $$
    insert into application_counter as c (call_id, last) values (of_call, 1) on conflict (call_id) do update set last = c.last + 1
    returning (select upper(slug) from call where id = of_call) || '-' || lpad(c.last::text, 4, '0') $$;

-- What a save needs to know of a draft before the law is asked, in one question; null where the wall shows none.
create function portal.open_draft(person_id uuid, session_hash bytea, spent_ms double precision, of_draft uuid) returns jsonb
  language plpgsql volatile set search_path = public, pg_temp
  as $$
  declare begun jsonb := portal.begin(person_id, session_hash, spent_ms);
  begin
    return begun || jsonb_build_object('subject', (
      select jsonb_build_object(
        'id', d.id, 'organisationId', d.organisation_id, 'version', d.version,
        'formVersionId', (select f.id from form_version f where f.call_id = d.call_id order by f.version desc limit 1),
        'opensAt', c.opens_at, 'closesAt', c.closes_at, 'staysOpen', c.stays_open, 'staysOpenUntil', c.stays_open_until,
        'permitUntil', (select max(p.until) from late_permit p where p.call_id = d.call_id and p.organisation_id = d.organisation_id and p.person_id = portal.actor() and p.revoked_at is null),
        'isSubmitted', exists (select from application a where a.id = d.id and a.withdrawn_at is null),
        'corrections', coalesce((select jsonb_agg(jsonb_build_object('fields', k.fields, 'until', k.until)) from correction k where k.application_id = d.id and k.done_at is null and k.cancelled_at is null), '[]'))
      from application_draft d join call c on c.id = d.call_id where d.id = of_draft));
  end $$;

-- Saves fields of a draft if it still is at the version they were written on; tells what differs if it is not.
-- A key answered once is answered the same again. Runs with the rights of whoever calls: policies and guard judge it.
create function portal.save_draft(person_id uuid, session_hash bytea, spent_ms double precision, of_draft uuid, from_version integer, key text, digest text, patch jsonb, answers_patch jsonb) returns jsonb
  language plpgsql volatile set search_path = public, pg_temp
  as $$
  declare
    saved record;
    names text[] := array(select jsonb_object_keys(patch) union all select 'answers.' || each from jsonb_object_keys(answers_patch) each);
  begin
    perform portal.begin(person_id, session_hash, spent_ms);
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
      return jsonb_build_object('outcome', 'saved', 'version', saved.version, 'savedAt', saved.saved_at, 'sha256', digest);
    end if;
    select r.version, r.saved_at, r.sha256 into saved from draft_revision r where r.draft_id = of_draft and r.idempotency_key = key;
    if found then
      return jsonb_build_object('outcome', case when saved.sha256 = digest then 'saved' else 'key-reused' end, 'version', saved.version, 'savedAt', saved.saved_at, 'sha256', saved.sha256);
    end if;
    return (select jsonb_build_object('outcome', 'conflict', 'version', d.version, 'savedAt', d.saved_at, 'fields', (
        select coalesce(array_agg(distinct field), '{}') from draft_revision r, unnest(r.fields) field where r.draft_id = d.id and r.version > from_version),
        'row', to_jsonb(d)) from application_draft d where d.id = of_draft);
  end $$;

-- Whom to write to about a file: its organisation's people, or the managers. Only for those who see the file themselves.
create function portal.addressees(of_draft uuid, side text) returns table (person_id uuid, email text, locale text)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select p.id, p.email, p.locale from application_draft d
    join membership m on case side when 'applicant' then m.organisation_id = d.organisation_id and m.role in ('owner', 'member')
      else m.organisation_id in (select id from organisation where kind = 'operator') end
    join person p on p.id = m.person_id
    where d.id = of_draft and m.ended_at is null and p.disabled_at is null
      and (d.organisation_id = any (portal.actor_organisations()) or portal.actor_manages())
    group by p.id $$;

-- Drafts of a call as managers may know of them: that they exist, whose, and since when nothing was saved. Never what is in them.
create function portal.drafts_in_progress(of_call uuid) returns table (id uuid, organisation_id uuid, organisation_name text, saved_at timestamptz)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select d.id, o.id, o.name, d.saved_at from application_draft d join organisation o on o.id = d.organisation_id
    where d.call_id = of_call and portal.actor_manages()
      and not exists (select from application a where a.id = d.id and a.withdrawn_at is null)
    order by d.saved_at desc $$;

-- People of an organisation a late permit can be given to: managers write an address they were told on the phone.
create function portal.member_by_address(of_organisation uuid, address text) returns uuid
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select p.id from person p join membership m on m.person_id = p.id
    where p.email = address and m.organisation_id = of_organisation and m.ended_at is null and p.disabled_at is null and portal.actor_manages() $$;
