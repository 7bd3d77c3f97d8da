-- From when to when each laureate is accompanied: public with the laureate, and nothing else of its programme.
create function portal.begun_programmes() returns table (application_id uuid, number text, starts_on date, ends_on date)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select p.id, p.number, p.starts_on, (p.starts_on + make_interval(months => p.months))::date
    from programme p join laureate l on l.application_id = p.id $$;
