-- Somebody's own address links them to nobody: that they sit with the applicant is found as such.
create or replace function portal.detected_links(of_round uuid, public_domains text[]) returns table (application_id uuid, person_id uuid, reason text)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    with judged as (
      select a.id, a.organisation_id, o.siren, o.name from round_application ra join application a on a.id = ra.application_id join organisation o on o.id = a.organisation_id
      where ra.round_id = of_round and portal.actor_manages()
    ), scoring as (
      select s.person_id, o.siren, o.name, s.organisation_id, split_part(p.email, '@', 2) as domain, p.demonstration
      from scorer s join person p on p.id = s.person_id join organisation o on o.id = s.organisation_id where s.round_id = of_round and s.removed_at is null
    ), seats as (
      select s.person_id, o.id as organisation_id, o.siren, o.kind from scoring s join membership m on m.person_id = s.person_id and m.ended_at is null join organisation o on o.id = m.organisation_id
    )
    select j.id, s.person_id, case s.kind when 'start-up' then 'applicant' else 'same-organisation' end from judged j join seats s on s.organisation_id = j.organisation_id
    union
    select j.id, s.person_id, 'same-siren' from judged j join seats s on s.siren = j.siren and s.organisation_id <> j.organisation_id
    union
    select j.id, s.person_id, 'declared-tie' from judged j join declared_tie t on t.organisation_id = j.organisation_id
      join scoring s on s.siren = t.other_siren or portal.fold(s.name) = portal.fold(t.other_name)
    union
    select j.id, s.person_id, 'declared-tie' from scoring s join declared_tie t on t.organisation_id = s.organisation_id
      join judged j on j.siren = t.other_siren or portal.fold(j.name) = portal.fold(t.other_name)
    union
    select j.id, s.person_id, 'mail-domain' from judged j join organisation_domain d on d.organisation_id = j.organisation_id
      join scoring s on s.domain = d.domain or exists (select from organisation_domain theirs where theirs.organisation_id = s.organisation_id and theirs.domain = d.domain)
    union
    -- The invented people of a demonstration share one domain, which links nobody.
    select j.id, s.person_id, 'mail-domain' from judged j join membership m on m.organisation_id = j.organisation_id and m.ended_at is null join person p on p.id = m.person_id
      join scoring s on s.person_id <> p.id and s.domain = split_part(p.email, '@', 2) and s.domain <> all (public_domains) and not (s.demonstration and p.demonstration) $$;
