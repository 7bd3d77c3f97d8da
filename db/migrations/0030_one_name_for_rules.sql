ALTER TABLE "ranking" DROP CONSTRAINT "ranking_not_empty";--> statement-breakpoint
ALTER TABLE "round" ALTER COLUMN "not_applicable" SET DEFAULT 'spread-weights';--> statement-breakpoint
ALTER TABLE "ranking" DROP COLUMN "input";--> statement-breakpoint
ALTER TABLE "ranking" DROP COLUMN "input_sha256";--> statement-breakpoint
ALTER TABLE "ranking" DROP COLUMN "result";--> statement-breakpoint
ALTER TABLE "ranking" DROP COLUMN "result_sha256";--> statement-breakpoint
ALTER TABLE "ranking" ADD COLUMN "text" text NOT NULL;--> statement-breakpoint
ALTER TABLE "ranking" ADD COLUMN "sha256" text NOT NULL;--> statement-breakpoint
ALTER TABLE "ranking" ADD CONSTRAINT "ranking_has_its_digest" CHECK (sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex'));--> statement-breakpoint
-- Rules that had other names take those the ranking is computed by; a line that does not apply never counts as a mark.
alter table round disable trigger round_guard;
--> statement-breakpoint
update round set not_applicable = 'spread-weights',
  tie_rule = array(select case key when 'least' then 'lowest' else key end from unnest(tie_rule) with ordinality as it (key, place) where key <> 'agreement' order by place);
--> statement-breakpoint
alter table round enable trigger round_guard;
--> statement-breakpoint
alter table round add constraint round_not_applicable check (not_applicable in ('spread-weights', 'by-criterion'));
--> statement-breakpoint
-- How many applications of a round a link of interest hides from the manager who asks: a ranking must leave nobody out.
create function portal.walled_off_judged(of_round uuid) returns integer
  language sql stable security definer set search_path = public, pg_temp
  as $$ select count(*)::int from round_application ra join application a on a.id = ra.application_id and a.withdrawn_at is null
    where ra.round_id = of_round and ra.application_id = any (portal.actor_conflicts()) and portal.actor_manages() $$;
