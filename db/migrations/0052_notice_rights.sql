-- The least each role needs of notices: the job writes them, their people see them and choose.
grant select, update (seen_at) on notice to portal_app;
grant select, insert, update on notice_preference to portal_app;
grant select on notice_digest to portal_app;
grant select, insert, delete, update (mailed_at) on notice to portal_worker;
grant select on notice_preference to portal_worker;
grant select, insert, delete on notice_digest to portal_worker;
--> statement-breakpoint
create function portal.paris_today() returns date
  language sql stable
  as $$ select (portal.arrived() at time zone 'Europe/Paris')::date $$;
--> statement-breakpoint
-- Whether anything is asked of a programme on a day: from its first until its last follow-up, unless it was stopped.
create function portal.asks_on(starts_on date, months integer, follow_ups integer[], stopped_at timestamptz, today date) returns boolean
  language sql immutable
  as $$ select stopped_at is null and today between starts_on and (starts_on + make_interval(months => greatest(months, (select max(each) from unnest(follow_ups) each))))::date $$;
--> statement-breakpoint
-- Everything of which somebody is told, on the day of whoever asks: whose turn it is, and when it is due or since when it waits.
-- Fourteen days ahead, as in lib/domain/notice.ts. Of a metric only the earliest month that nothing measured yet.
create view portal.waiting_thing as
  select case when c.due_on < portal.paris_today() then 'check-in-overdue' else 'check-in-due' end as kind, '{laureate}'::text[] as sides, c.id as subject_id, p.call_id, p.id as programme_id,
    c.id as check_in_id, null::uuid as milestone_id, null::uuid as metric_id, null::uuid as measurement_id, null::uuid as commitment_id, c.due_on as day, null::uuid as not_by
    from check_in c join programme p on p.id = c.programme_id
    where c.submitted_at is null and c.skipped_at is null and c.opens_on <= portal.paris_today() and portal.asks_on(p.starts_on, p.months, p.follow_ups, p.stopped_at, portal.paris_today())
  union all
  select 'milestone-near', '{laureate}', m.id, p.call_id, p.id, null, m.id, null, null, null, m.due_on, null
    from milestone m join programme p on p.id = m.programme_id
    where m.done_at is null and m.due_on <= portal.paris_today() + 14 and portal.asks_on(p.starts_on, p.months, p.follow_ups, p.stopped_at, portal.paris_today())
  union all
  select 'metric-due', '{laureate}', m.id, p.call_id, p.id, null, null, m.id, null, null, due.day, null
    from programme_metric m join programme p on p.id = m.programme_id
    cross join lateral (
      select min((p.starts_on + make_interval(months => month))::date) as day from unnest(m.schedule) month
      where not exists (select from measurement v where v.metric_id = m.id and v.state <> 'draft' and v.period_end > (p.starts_on + make_interval(months => month - 1))::date)) due
    where m.locked_at is not null and due.day <= portal.paris_today() + 14 and portal.asks_on(p.starts_on, p.months, p.follow_ups, p.stopped_at, portal.paris_today())
  union all
  select 'commitment-due', '{partner}', o.id, o.call_id, o.programme_id, null, null, null, null, o.id, o.due_on, null
    from commitment o left join programme p on p.id = o.programme_id
    where o.state in ('promised', 'under-way') and o.due_on <= portal.paris_today() + 14 and p.stopped_at is null
  union all
  select 'milestone-to-accept', '{manager}', m.id, p.call_id, p.id, null, m.id, null, null, null, (m.done_at at time zone 'Europe/Paris')::date, null
    from milestone m join programme p on p.id = m.programme_id
    where m.done_at is not null and m.accepted_at is null and portal.asks_on(p.starts_on, p.months, p.follow_ups, p.stopped_at, portal.paris_today())
  union all
  select 'measurement-to-verify', '{manager,mentor}', v.id, p.call_id, p.id, null, null, v.metric_id, v.id, null, (v.submitted_at at time zone 'Europe/Paris')::date, v.submitted_by
    from measurement v join programme p on p.id = v.programme_id
    where v.state = 'submitted' and v.submitted_at is not null and portal.asks_on(p.starts_on, p.months, p.follow_ups, p.stopped_at, portal.paris_today());
--> statement-breakpoint
-- Who is told what waits in a programme, and as what: its own people who write, managers and mentors without a link, none of them shut out.
create view portal.programme_people as
  select p.id as programme_id, who.person_id, who.side from programme p
  cross join lateral (
    select m.person_id, 'laureate' as side from membership m where m.organisation_id = p.organisation_id and m.role <> 'reader' and m.ended_at is null
    union all select m.person_id, 'manager' from membership m join organisation o on o.id = m.organisation_id where o.kind = 'operator' and m.role <> 'reader' and m.ended_at is null
    union all select t.person_id, 'mentor' from mentor t join membership seat on seat.organisation_id = t.organisation_id and seat.person_id = t.person_id and seat.ended_at is null
      where t.programme_id = p.id and t.accepted_at is not null and t.ended_at is null
  ) who
  where exists (select from person a where a.id = who.person_id and a.disabled_at is null)
    and not exists (select from conflict k where k.person_id = who.person_id and k.application_id = p.id and k.lifted_at is null);
--> statement-breakpoint
-- Every thing that waits with everybody who is told of it, once each: for the job alone, which sees past the wall to keep it.
create function portal.told_things() returns table (person_id uuid, kind text, subject_id uuid, call_id uuid, programme_id uuid, check_in_id uuid, milestone_id uuid, metric_id uuid, measurement_id uuid, commitment_id uuid, day date)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select distinct who.person_id, w.kind, w.subject_id, w.call_id, w.programme_id, w.check_in_id, w.milestone_id, w.metric_id, w.measurement_id, w.commitment_id, w.day
      from portal.waiting_thing w join portal.programme_people who on who.programme_id = w.programme_id and who.side = any (w.sides)
      where who.person_id is distinct from w.not_by
    union all
    select m.person_id, w.kind, w.subject_id, w.call_id, w.programme_id, w.check_in_id, w.milestone_id, w.metric_id, w.measurement_id, w.commitment_id, w.day
      from portal.waiting_thing w join commitment o on o.id = w.commitment_id join membership m on m.organisation_id = o.organisation_id and m.role <> 'reader' and m.ended_at is null
      join person a on a.id = m.person_id and a.disabled_at is null $$;
--> statement-breakpoint
-- Whether the thing a notice told of still waits, on the same day. Says nothing of what it is.
create function portal.is_waiting(of_kind text, of_subject uuid, on_day date) returns boolean
  language sql stable security definer set search_path = public, pg_temp
  as $$ select exists (select from portal.waiting_thing w where w.subject_id = of_subject and w.kind = of_kind and w.day = on_day) $$;
--> statement-breakpoint
revoke execute on function portal.told_things() from public;
grant execute on function portal.told_things() to portal_worker;
grant execute on function portal.is_waiting(text, uuid, date) to portal_app;
