-- A save is judged twice, by the law and by the guard: both at the instant its first question was found to have come in.
drop function portal.save_draft(uuid, double precision, uuid, integer, text, text, jsonb, jsonb);
--> statement-breakpoint
drop function portal.act(uuid, double precision);
--> statement-breakpoint
create function portal.act(person_id uuid, arrived_at timestamptz) returns void
  language plpgsql volatile
  as $$ begin
    perform set_config('portal.actor', coalesce(person_id::text, ''), true), set_config('portal.arrived', arrived_at::text, true);
  end $$;
--> statement-breakpoint
create function portal.save_draft(person_id uuid, arrived_at timestamptz, of_draft uuid, from_version integer, key text, digest text, patch jsonb, answers_patch jsonb) returns jsonb
  language plpgsql volatile set search_path = public, pg_temp
  as $$
  declare
    saved record;
    names text[] := array(select jsonb_object_keys(patch) union all select 'answers.' || each from jsonb_object_keys(answers_patch) each);
  begin
    perform portal.act(person_id, arrived_at);
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
