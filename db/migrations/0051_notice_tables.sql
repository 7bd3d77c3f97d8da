CREATE TABLE "notice" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"call_id" uuid NOT NULL,
	"programme_id" uuid,
	"check_in_id" uuid,
	"milestone_id" uuid,
	"metric_id" uuid,
	"measurement_id" uuid,
	"commitment_id" uuid,
	"subject_id" uuid GENERATED ALWAYS AS (coalesce(check_in_id, milestone_id, measurement_id, metric_id, commitment_id)) STORED NOT NULL,
	"day" date NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp with time zone,
	"mailed_at" timestamp with time zone,
	CONSTRAINT "notice_once" UNIQUE("person_id","kind","subject_id","day"),
	CONSTRAINT "notice_of_one_thing" CHECK (num_nonnulls(check_in_id, milestone_id, measurement_id, commitment_id) + (metric_id is not null and measurement_id is null)::int = 1)
);
--> statement-breakpoint
ALTER TABLE "notice" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "notice_digest" (
	"person_id" uuid NOT NULL,
	"week" date NOT NULL,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "notice_digest_person_id_week_pk" PRIMARY KEY("person_id","week")
);
--> statement-breakpoint
ALTER TABLE "notice_digest" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "notice_preference" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"choices" jsonb NOT NULL,
	"quiet_from" integer,
	"quiet_until" integer,
	"digest_day" integer NOT NULL,
	"digest_hour" integer NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "notice_preference_quiet" CHECK (num_nonnulls(quiet_from, quiet_until) <> 1 and quiet_from between 0 and 23 and quiet_until between 0 and 23),
	CONSTRAINT "notice_preference_digest" CHECK (digest_day between 1 and 7 and digest_hour between 0 and 23)
);
--> statement-breakpoint
ALTER TABLE "notice_preference" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_programme_id_programme_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programme"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_check_in_id_check_in_id_fk" FOREIGN KEY ("check_in_id") REFERENCES "public"."check_in"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_milestone_id_milestone_id_fk" FOREIGN KEY ("milestone_id") REFERENCES "public"."milestone"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_metric_id_programme_metric_id_fk" FOREIGN KEY ("metric_id") REFERENCES "public"."programme_metric"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_measurement_id_measurement_id_fk" FOREIGN KEY ("measurement_id") REFERENCES "public"."measurement"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_commitment_id_commitment_id_fk" FOREIGN KEY ("commitment_id") REFERENCES "public"."commitment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_digest" ADD CONSTRAINT "notice_digest_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_preference" ADD CONSTRAINT "notice_preference_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notice_to_mail" ON "notice" USING btree ("person_id") WHERE mailed_at is null;--> statement-breakpoint
CREATE POLICY "notice_own" ON "notice" AS PERMISSIVE FOR SELECT TO "portal_app" USING (person_id = (select portal.actor()) and case
  when kind = 'commitment-due' then commitment_id in (select id from commitment where organisation_id = any ((select portal.actor_edited_organisations())::uuid[]))
  when kind = 'milestone-to-accept' then (select portal.actor_manages()) and programme_id <> all ((select portal.actor_conflicts())::uuid[]) and programme_id in (select id from programme where stopped_at is null)
  when kind = 'measurement-to-verify' then programme_id <> all ((select portal.actor_conflicts())::uuid[]) and programme_id in (select id from programme where stopped_at is null and ((select portal.actor_manages()) or id = any ((select portal.actor_mentored())::uuid[])))
  else programme_id <> all ((select portal.actor_conflicts())::uuid[]) and programme_id in (select id from programme where stopped_at is null and organisation_id = any ((select portal.actor_edited_organisations())::uuid[])) end);--> statement-breakpoint
CREATE POLICY "notice_see" ON "notice" AS PERMISSIVE FOR UPDATE TO "portal_app" USING (person_id = (select portal.actor()) and case
  when kind = 'commitment-due' then commitment_id in (select id from commitment where organisation_id = any ((select portal.actor_edited_organisations())::uuid[]))
  when kind = 'milestone-to-accept' then (select portal.actor_manages()) and programme_id <> all ((select portal.actor_conflicts())::uuid[]) and programme_id in (select id from programme where stopped_at is null)
  when kind = 'measurement-to-verify' then programme_id <> all ((select portal.actor_conflicts())::uuid[]) and programme_id in (select id from programme where stopped_at is null and ((select portal.actor_manages()) or id = any ((select portal.actor_mentored())::uuid[])))
  else programme_id <> all ((select portal.actor_conflicts())::uuid[]) and programme_id in (select id from programme where stopped_at is null and organisation_id = any ((select portal.actor_edited_organisations())::uuid[])) end) WITH CHECK (person_id = (select portal.actor()));--> statement-breakpoint
CREATE POLICY "notice_tell" ON "notice" AS PERMISSIVE FOR ALL TO "portal_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "notice_digest_own" ON "notice_digest" AS PERMISSIVE FOR SELECT TO "portal_app" USING (person_id = (select portal.actor()));--> statement-breakpoint
CREATE POLICY "notice_digest_tell" ON "notice_digest" AS PERMISSIVE FOR ALL TO "portal_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "notice_preference_own" ON "notice_preference" AS PERMISSIVE FOR ALL TO "portal_app" USING (person_id = (select portal.actor())) WITH CHECK (person_id = (select portal.actor()));--> statement-breakpoint
CREATE POLICY "notice_preference_read_worker" ON "notice_preference" AS PERMISSIVE FOR SELECT TO "portal_worker" USING (true);