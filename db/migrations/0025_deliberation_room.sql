-- The first item of an agenda after a position, whoever asks: that there is one, and nothing of it.
create function portal.next_item(of_deliberation uuid, after integer) returns uuid
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select i.application_id from deliberation_item i join deliberation d on d.id = i.deliberation_id
    where d.id = of_deliberation and i.position > after and (portal.actor_manages() or d.round_id = any (portal.actor_chaired_rounds())) order by i.position limit 1 $$;
--> statement-breakpoint
create function portal.item_after(of_deliberation uuid, current uuid) returns uuid
  language sql stable security definer set search_path = public, pg_temp
  as $$ select portal.next_item(of_deliberation, coalesce((select position from deliberation_item where deliberation_id = of_deliberation and application_id = current), -1)) $$;
--> statement-breakpoint
-- How many scores are given, before anybody may see them: for those who take part.
create function portal.count_jury_scores(of_deliberation uuid, of_application uuid) returns table (private integer, final integer)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select count(*) filter (where s.kind = 'private')::int, count(*) filter (where s.kind = 'final')::int from deliberation_score s join deliberation d on d.id = s.deliberation_id
    where d.id = of_deliberation and s.application_id = of_application and not portal.is_conflicted(s.person_id, s.application_id)
      and (portal.actor_manages() or d.round_id = any (portal.actor_rounds())) and of_application <> all (portal.actor_conflicts()) $$;
--> statement-breakpoint
-- Who sits in a jury, by name, for those who take part.
create function portal.jurors(of_round uuid) returns table (person_id uuid, name text, chair boolean)
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select s.person_id, s.name, s.chair from scorer s where s.round_id = of_round and s.removed_at is null
      and (portal.actor_manages() or of_round = any (portal.actor_rounds())) order by s.name, s.person_id $$;
--> statement-breakpoint
-- Who must leave for what is being discussed: everybody in the room sees them go.
create function portal.recused_jurors(of_deliberation uuid) returns uuid[]
  language sql stable security definer set search_path = public, pg_temp
  as $$
    select coalesce(array_agg(distinct s.person_id), '{}') from deliberation d join scorer s on s.round_id = d.round_id and s.removed_at is null
    join conflict c on c.person_id = s.person_id and c.application_id = d.current_application_id and c.lifted_at is null
    where d.id = of_deliberation and (portal.actor_manages() or d.round_id = any (portal.actor_rounds())) $$;
--> statement-breakpoint
-- Every screen of a meeting hears that it moved, on every instance; what moved is asked for again, as its reader.
create function portal.deliberation_changed() returns trigger language plpgsql
  as $$ declare row_of jsonb := to_jsonb(coalesce(new, old)); begin
    perform pg_notify('portal_deliberation', coalesce(row_of->>'deliberation_id', row_of->>'id')); return null;
  end $$;
--> statement-breakpoint
create trigger deliberation_changed after insert or update on deliberation for each row execute function portal.deliberation_changed();
--> statement-breakpoint
create trigger deliberation_item_changed after insert or update or delete on deliberation_item for each row execute function portal.deliberation_changed();
--> statement-breakpoint
create trigger deliberation_presence_changed after insert or update on deliberation_presence for each row execute function portal.deliberation_changed();
--> statement-breakpoint
create trigger deliberation_score_changed after insert or update on deliberation_score for each row execute function portal.deliberation_changed();
