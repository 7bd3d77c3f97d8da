grant update (laureate_name) on commitment to portal_app;
--> statement-breakpoint
-- Where to write to a laureate's mentors, for its managers and its own people: those named and not ended.
create function portal.mentor_addresses(of_programme uuid) returns table (person_id uuid, email text, locale text)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select p.id, p.email, p.locale from mentor m join person p on p.id = m.person_id and p.disabled_at is null join programme g on g.id = m.programme_id
    where m.programme_id = of_programme and m.ended_at is null and (portal.actor_manages() or g.organisation_id = any (portal.actor_organisations())) and g.id <> all (portal.actor_conflicts()) $$;
