CREATE TABLE "check_in" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"programme_id" uuid NOT NULL,
	"month" integer NOT NULL,
	"opens_on" date NOT NULL,
	"due_on" date NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	"progress" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"figures" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"blockers" text,
	"ask_organisation_id" uuid,
	"ask" text,
	"mood" text,
	"mood_reason" text,
	"submitted_at" timestamp with time zone,
	"submitted_by" uuid,
	"skipped_at" timestamp with time zone,
	"skipped_by" uuid,
	"skip_reason" text,
	CONSTRAINT "check_in_each_month" UNIQUE("programme_id","month"),
	CONSTRAINT "check_in_submitted_or_skipped" CHECK (submitted_at is null or skipped_at is null),
	CONSTRAINT "check_in_skipped_whole" CHECK (num_nonnulls(skipped_at, skip_reason) <> 1),
	CONSTRAINT "check_in_submitted_whole" CHECK (submitted_at is null or (mood is not null and (mood = 'on-track' or length(btrim(coalesce(mood_reason, ''))) > 0)))
);
--> statement-breakpoint
ALTER TABLE "check_in" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "check_in_answer" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"check_in_id" uuid NOT NULL,
	"programme_id" uuid NOT NULL,
	"person_id" uuid,
	"person_name" text NOT NULL,
	"organisation_name" text NOT NULL,
	"text" text NOT NULL,
	"answered_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "check_in_answer" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "check_in_revision" (
	"check_in_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"fields" text[] NOT NULL,
	"saved_by" uuid,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	"idempotency_key" text NOT NULL,
	"sha256" text NOT NULL,
	CONSTRAINT "check_in_revision_check_in_id_version_pk" PRIMARY KEY("check_in_id","version"),
	CONSTRAINT "check_in_revision_key" UNIQUE("check_in_id","idempotency_key")
);
--> statement-breakpoint
ALTER TABLE "check_in_revision" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "commitment" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"call_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"programme_id" uuid,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"owner_name" text,
	"amount" double precision NOT NULL,
	"unit" text NOT NULL,
	"due_on" date,
	"state" text DEFAULT 'promised' NOT NULL,
	"note" text,
	"recorded_by" uuid,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "commitment_amount" CHECK (amount > 0)
);
--> statement-breakpoint
ALTER TABLE "commitment" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "delivery" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"commitment_id" uuid NOT NULL,
	"amount" double precision NOT NULL,
	"delivered_on" date NOT NULL,
	"note" text,
	"recorded_by" uuid,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "delivery_amount" CHECK (amount <> 0)
);
--> statement-breakpoint
ALTER TABLE "delivery" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "disclosed_result" (
	"disclosure_id" uuid NOT NULL,
	"metric_id" uuid NOT NULL,
	"call_id" uuid NOT NULL,
	"laureate_id" uuid NOT NULL,
	"rupture_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"content" jsonb NOT NULL,
	CONSTRAINT "disclosed_result_disclosure_id_metric_id_pk" PRIMARY KEY("disclosure_id","metric_id")
);
--> statement-breakpoint
ALTER TABLE "disclosed_result" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "disclosure" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"call_id" uuid NOT NULL,
	"sequence" integer NOT NULL,
	"text" text NOT NULL,
	"sha256" text NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"released_by" uuid,
	"released_at" timestamp with time zone,
	"cancelled_by" uuid,
	"cancelled_at" timestamp with time zone,
	CONSTRAINT "disclosure_has_its_digest" CHECK (sha256 = encode(sha256(convert_to(text, 'UTF8')), 'hex')),
	CONSTRAINT "disclosure_two_people" CHECK (released_by <> proposed_by and num_nonnulls(released_by, released_at) <> 1)
);
--> statement-breakpoint
ALTER TABLE "disclosure" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "mentor" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"programme_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"name" text,
	"email" text NOT NULL,
	"added_by" uuid,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	"declared_at" timestamp with time zone,
	"accepted_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	"end_reason" text,
	CONSTRAINT "mentor_accepts_after_declaring" CHECK (accepted_at is null or declared_at is not null)
);
--> statement-breakpoint
ALTER TABLE "mentor" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "mentoring_session" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"programme_id" uuid NOT NULL,
	"mentor_id" uuid,
	"subject" text NOT NULL,
	"proposed_by" uuid,
	"proposed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"proposed_times" timestamp with time zone[] NOT NULL,
	"minutes" integer NOT NULL,
	"place" text,
	"starts_at" timestamp with time zone,
	"chosen_by" uuid,
	"cancelled_at" timestamp with time zone,
	"cancel_reason" text,
	"shared_notes" text,
	"sequence" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "mentoring_session_minutes" CHECK (minutes between 15 and 480),
	CONSTRAINT "mentoring_session_times" CHECK (cardinality(proposed_times) between 1 and 6)
);
--> statement-breakpoint
ALTER TABLE "mentoring_session" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "session_note" (
	"session_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"programme_id" uuid NOT NULL,
	"text" text NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "session_note_session_id_person_id_pk" PRIMARY KEY("session_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "session_note" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "amendment" (
	"metric_id" uuid NOT NULL,
	"programme_id" uuid NOT NULL,
	"sequence" integer NOT NULL,
	"changes" jsonb NOT NULL,
	"reason" text NOT NULL,
	"amended_by" uuid,
	"amended_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "amendment_metric_id_sequence_pk" PRIMARY KEY("metric_id","sequence"),
	CONSTRAINT "amendment_has_a_reason" CHECK (length(btrim(reason)) > 0)
);
--> statement-breakpoint
ALTER TABLE "amendment" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "measurement" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"metric_id" uuid NOT NULL,
	"programme_id" uuid NOT NULL,
	"check_in_id" uuid,
	"period_start" date NOT NULL,
	"period_end" date NOT NULL,
	"value" double precision,
	"numerator" integer,
	"denominator" integer,
	"sd" double precision,
	"n" integer,
	"method" text,
	"note" text,
	"file_id" uuid,
	"state" text DEFAULT 'draft' NOT NULL,
	"surprise_reason" text,
	"corrects_id" uuid,
	"correction_reason" text,
	"recorded_by" uuid,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"submitted_by" uuid,
	"submitted_at" timestamp with time zone,
	"verified_by" uuid,
	"verified_at" timestamp with time zone,
	"idempotency_key" text,
	"version" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "measurement_key" UNIQUE("metric_id","idempotency_key"),
	CONSTRAINT "measurement_corrected_once" UNIQUE("corrects_id"),
	CONSTRAINT "measurement_period" CHECK (period_start <= period_end),
	CONSTRAINT "measurement_counts" CHECK (numerator >= 0 and denominator >= 0 and n >= 0 and num_nonnulls(numerator, denominator) <> 1),
	CONSTRAINT "measurement_figure" CHECK (state = 'draft' or num_nonnulls(value, numerator) > 0),
	CONSTRAINT "measurement_verified_by_somebody_else" CHECK (state <> 'verified' or (verified_at is not null and verified_by is distinct from submitted_by)),
	CONSTRAINT "measurement_correction_has_a_reason" CHECK (corrects_id is null or length(btrim(coalesce(correction_reason, ''))) > 0)
);
--> statement-breakpoint
ALTER TABLE "measurement" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "programme_metric" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"programme_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"claim_position" integer,
	"rupture_id" uuid NOT NULL,
	"metric_slug" text,
	"name" text NOT NULL,
	"measure" text NOT NULL,
	"unit" text NOT NULL,
	"ucum" text,
	"direction" text NOT NULL,
	"numerator" text,
	"denominator" text,
	"population" text NOT NULL,
	"period" text,
	"method" text,
	"data_source" text,
	"comparator" text DEFAULT 'none' NOT NULL,
	"comparator_note" text,
	"national_estimate_id" uuid,
	"baseline" double precision,
	"baseline_n" integer,
	"baseline_on" date,
	"target" double precision,
	"target_on" date,
	"schedule" integer[] NOT NULL,
	"lowest" double precision,
	"highest" double precision,
	"laureate_agreed_at" timestamp with time zone,
	"laureate_agreed_by" uuid,
	"manager_agreed_at" timestamp with time zone,
	"manager_agreed_by" uuid,
	"locked_at" timestamp with time zone,
	"amendments" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "programme_metric_locked_by_both" CHECK ((locked_at is not null) = (laureate_agreed_at is not null and manager_agreed_at is not null)),
	CONSTRAINT "programme_metric_two_people" CHECK (laureate_agreed_by <> manager_agreed_by),
	CONSTRAINT "programme_metric_locked_whole" CHECK (locked_at is null or (baseline is not null and target is not null and method is not null and data_source is not null)),
	CONSTRAINT "programme_metric_bounds" CHECK (lowest < highest)
);
--> statement-breakpoint
ALTER TABLE "programme_metric" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "milestone" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"programme_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"month" integer NOT NULL,
	"title" jsonb NOT NULL,
	"due_on" date NOT NULL,
	"is_proposal" boolean DEFAULT false NOT NULL,
	"evidence" text,
	"done_at" timestamp with time zone,
	"done_by" uuid,
	"accepted_at" timestamp with time zone,
	"accepted_by" uuid,
	"returned_reason" text,
	"version" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "milestone_done_whole" CHECK (num_nonnulls(done_at, done_by) <> 1),
	CONSTRAINT "milestone_accepted_once_done" CHECK (num_nonnulls(accepted_at, accepted_by) <> 1 and (accepted_at is null or done_at is not null))
);
--> statement-breakpoint
ALTER TABLE "milestone" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "milestone_move" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"milestone_id" uuid NOT NULL,
	"programme_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date NOT NULL,
	"reason" text NOT NULL,
	"moved_by" uuid,
	"moved_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "milestone_move_has_a_reason" CHECK (length(btrim(reason)) > 0)
);
--> statement-breakpoint
ALTER TABLE "milestone_move" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "programme" (
	"id" uuid PRIMARY KEY NOT NULL,
	"call_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"organisation_name" text NOT NULL,
	"number" text NOT NULL,
	"solution" text NOT NULL,
	"pitch" text NOT NULL,
	"starts_on" date NOT NULL,
	"months" integer NOT NULL,
	"modules" jsonb NOT NULL,
	"follow_ups" integer[] NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"stopped_at" timestamp with time zone,
	"stop_reason" text,
	CONSTRAINT "programme_stopped_whole" CHECK (num_nonnulls(stopped_at, stop_reason) <> 1)
);
--> statement-breakpoint
ALTER TABLE "programme" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "programme_document" (
	"programme_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	"milestone_id" uuid,
	"added_by" uuid,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "programme_document_programme_id_file_id_pk" PRIMARY KEY("programme_id","file_id")
);
--> statement-breakpoint
ALTER TABLE "programme_document" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "programme_template" (
	"call_id" uuid PRIMARY KEY NOT NULL,
	"months" integer NOT NULL,
	"modules" jsonb NOT NULL,
	"milestones" jsonb NOT NULL,
	"follow_ups" integer[] NOT NULL,
	"starts_on" date,
	"version" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "programme_template_months" CHECK (months between 1 and 36)
);
--> statement-breakpoint
ALTER TABLE "programme_template" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "file" ADD COLUMN "part" text DEFAULT 'application' NOT NULL;--> statement-breakpoint
ALTER TABLE "check_in" ADD CONSTRAINT "check_in_programme_id_programme_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programme"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_in" ADD CONSTRAINT "check_in_ask_organisation_id_organisation_id_fk" FOREIGN KEY ("ask_organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_in_answer" ADD CONSTRAINT "check_in_answer_check_in_id_check_in_id_fk" FOREIGN KEY ("check_in_id") REFERENCES "public"."check_in"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_in_answer" ADD CONSTRAINT "check_in_answer_programme_id_programme_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programme"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_in_revision" ADD CONSTRAINT "check_in_revision_check_in_id_check_in_id_fk" FOREIGN KEY ("check_in_id") REFERENCES "public"."check_in"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment" ADD CONSTRAINT "commitment_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment" ADD CONSTRAINT "commitment_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commitment" ADD CONSTRAINT "commitment_programme_id_programme_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programme"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_commitment_id_commitment_id_fk" FOREIGN KEY ("commitment_id") REFERENCES "public"."commitment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosed_result" ADD CONSTRAINT "disclosed_result_disclosure_id_disclosure_id_fk" FOREIGN KEY ("disclosure_id") REFERENCES "public"."disclosure"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosed_result" ADD CONSTRAINT "disclosed_result_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosed_result" ADD CONSTRAINT "disclosed_result_laureate_id_laureate_id_fk" FOREIGN KEY ("laureate_id") REFERENCES "public"."laureate"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosed_result" ADD CONSTRAINT "disclosed_result_rupture_id_rupture_id_fk" FOREIGN KEY ("rupture_id") REFERENCES "public"."rupture"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosure" ADD CONSTRAINT "disclosure_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentor" ADD CONSTRAINT "mentor_programme_id_programme_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programme"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentor" ADD CONSTRAINT "mentor_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentoring_session" ADD CONSTRAINT "mentoring_session_programme_id_programme_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programme"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentoring_session" ADD CONSTRAINT "mentoring_session_mentor_id_mentor_id_fk" FOREIGN KEY ("mentor_id") REFERENCES "public"."mentor"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_note" ADD CONSTRAINT "session_note_session_id_mentoring_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."mentoring_session"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_note" ADD CONSTRAINT "session_note_programme_id_programme_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programme"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "amendment" ADD CONSTRAINT "amendment_metric_id_programme_metric_id_fk" FOREIGN KEY ("metric_id") REFERENCES "public"."programme_metric"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "amendment" ADD CONSTRAINT "amendment_programme_id_programme_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programme"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measurement" ADD CONSTRAINT "measurement_metric_id_programme_metric_id_fk" FOREIGN KEY ("metric_id") REFERENCES "public"."programme_metric"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measurement" ADD CONSTRAINT "measurement_programme_id_programme_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programme"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measurement" ADD CONSTRAINT "measurement_check_in_id_check_in_id_fk" FOREIGN KEY ("check_in_id") REFERENCES "public"."check_in"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measurement" ADD CONSTRAINT "measurement_file_id_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_metric" ADD CONSTRAINT "programme_metric_programme_id_programme_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programme"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_metric" ADD CONSTRAINT "programme_metric_rupture_id_rupture_id_fk" FOREIGN KEY ("rupture_id") REFERENCES "public"."rupture"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_metric" ADD CONSTRAINT "programme_metric_metric_slug_metric_slug_fk" FOREIGN KEY ("metric_slug") REFERENCES "public"."metric"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_metric" ADD CONSTRAINT "programme_metric_national_estimate_id_estimate_id_fk" FOREIGN KEY ("national_estimate_id") REFERENCES "public"."estimate"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_programme_id_programme_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programme"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestone_move" ADD CONSTRAINT "milestone_move_milestone_id_milestone_id_fk" FOREIGN KEY ("milestone_id") REFERENCES "public"."milestone"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "milestone_move" ADD CONSTRAINT "milestone_move_programme_id_programme_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programme"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme" ADD CONSTRAINT "programme_id_application_id_fk" FOREIGN KEY ("id") REFERENCES "public"."application"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme" ADD CONSTRAINT "programme_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme" ADD CONSTRAINT "programme_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_document" ADD CONSTRAINT "programme_document_programme_id_programme_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programme"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_document" ADD CONSTRAINT "programme_document_file_id_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."file"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_document" ADD CONSTRAINT "programme_document_milestone_id_milestone_id_fk" FOREIGN KEY ("milestone_id") REFERENCES "public"."milestone"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_template" ADD CONSTRAINT "programme_template_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "check_in_answer_check_in_id_index" ON "check_in_answer" USING btree ("check_in_id");--> statement-breakpoint
CREATE INDEX "check_in_answer_programme_id_index" ON "check_in_answer" USING btree ("programme_id");--> statement-breakpoint
CREATE INDEX "commitment_call_id_index" ON "commitment" USING btree ("call_id");--> statement-breakpoint
CREATE INDEX "commitment_programme_id_index" ON "commitment" USING btree ("programme_id");--> statement-breakpoint
CREATE INDEX "commitment_organisation_id_index" ON "commitment" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "delivery_commitment_id_index" ON "delivery" USING btree ("commitment_id");--> statement-breakpoint
CREATE INDEX "disclosed_result_rupture_id_index" ON "disclosed_result" USING btree ("rupture_id");--> statement-breakpoint
CREATE INDEX "disclosed_result_laureate_id_index" ON "disclosed_result" USING btree ("laureate_id");--> statement-breakpoint
CREATE UNIQUE INDEX "disclosure_pending" ON "disclosure" USING btree ("call_id") WHERE released_at is null and cancelled_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "disclosure_number" ON "disclosure" USING btree ("call_id","sequence") WHERE released_at is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "mentor_current" ON "mentor" USING btree ("programme_id","person_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "mentor_person_id_index" ON "mentor" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "mentoring_session_programme_id_index" ON "mentoring_session" USING btree ("programme_id");--> statement-breakpoint
CREATE INDEX "amendment_programme_id_index" ON "amendment" USING btree ("programme_id");--> statement-breakpoint
CREATE INDEX "measurement_metric_id_period_end_index" ON "measurement" USING btree ("metric_id","period_end");--> statement-breakpoint
CREATE INDEX "measurement_programme_id_index" ON "measurement" USING btree ("programme_id");--> statement-breakpoint
CREATE INDEX "programme_metric_programme_id_position_index" ON "programme_metric" USING btree ("programme_id","position");--> statement-breakpoint
CREATE INDEX "programme_metric_rupture_id_index" ON "programme_metric" USING btree ("rupture_id");--> statement-breakpoint
CREATE INDEX "milestone_programme_id_position_index" ON "milestone" USING btree ("programme_id","position");--> statement-breakpoint
CREATE INDEX "milestone_move_programme_id_index" ON "milestone_move" USING btree ("programme_id");--> statement-breakpoint
CREATE INDEX "programme_call_id_index" ON "programme" USING btree ("call_id");--> statement-breakpoint
CREATE INDEX "programme_organisation_id_index" ON "programme" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "programme_document_file" ON "programme_document" USING btree ("file_id");--> statement-breakpoint
CREATE INDEX "programme_document_milestone_id_index" ON "programme_document" USING btree ("milestone_id");--> statement-breakpoint
CREATE POLICY "check_in_read" ON "check_in" AS PERMISSIVE FOR SELECT TO "portal_app" USING (programme_id in (select id from programme) and (submitted_at is not null or skipped_at is not null or programme_id in (select id from programme where organisation_id = any ((select portal.actor_organisations())::uuid[]))));--> statement-breakpoint
CREATE POLICY "check_in_write" ON "check_in" AS PERMISSIVE FOR UPDATE TO "portal_app" USING (programme_id in (select id from programme where organisation_id = any ((select portal.actor_edited_organisations())::uuid[]))) WITH CHECK (programme_id in (select id from programme where organisation_id = any ((select portal.actor_edited_organisations())::uuid[])));--> statement-breakpoint
CREATE POLICY "check_in_read_worker" ON "check_in" AS PERMISSIVE FOR SELECT TO "portal_worker" USING (true);--> statement-breakpoint
CREATE POLICY "check_in_answer_read" ON "check_in_answer" AS PERMISSIVE FOR SELECT TO "portal_app" USING (programme_id in (select id from programme));--> statement-breakpoint
CREATE POLICY "check_in_answer_write" ON "check_in_answer" AS PERMISSIVE FOR INSERT TO "portal_app" WITH CHECK (person_id = (select portal.actor()) and (((select portal.actor_manages()) and programme_id <> all ((select portal.actor_conflicts())::uuid[])) or programme_id = any ((select portal.actor_mentored())::uuid[])) and check_in_id in (select c.id from check_in c where c.submitted_at is not null));--> statement-breakpoint
CREATE POLICY "check_in_revision_read" ON "check_in_revision" AS PERMISSIVE FOR SELECT TO "portal_app" USING (check_in_id in (select id from check_in where programme_id in (select id from programme where organisation_id = any ((select portal.actor_edited_organisations())::uuid[]))));--> statement-breakpoint
CREATE POLICY "check_in_revision_write" ON "check_in_revision" AS PERMISSIVE FOR INSERT TO "portal_app" WITH CHECK (saved_by = (select portal.actor()) and check_in_id in (select id from check_in where programme_id in (select id from programme where organisation_id = any ((select portal.actor_edited_organisations())::uuid[]))));--> statement-breakpoint
CREATE POLICY "commitment_read" ON "commitment" AS PERMISSIVE FOR SELECT TO "portal_app" USING (((select portal.actor_manages()) and (programme_id is null or programme_id <> all ((select portal.actor_conflicts())::uuid[]))) or organisation_id = any ((select portal.actor_organisations())::uuid[]) or programme_id in (select id from programme));--> statement-breakpoint
CREATE POLICY "commitment_shape" ON "commitment" AS PERMISSIVE FOR ALL TO "portal_app" USING ((select portal.actor_manages()) and (programme_id is null or programme_id <> all ((select portal.actor_conflicts())::uuid[]))) WITH CHECK ((select portal.actor_manages()) and (programme_id is null or programme_id <> all ((select portal.actor_conflicts())::uuid[])));--> statement-breakpoint
CREATE POLICY "commitment_report" ON "commitment" AS PERMISSIVE FOR UPDATE TO "portal_app" USING (organisation_id = any ((select portal.actor_edited_organisations())::uuid[])) WITH CHECK (organisation_id = any ((select portal.actor_edited_organisations())::uuid[]));--> statement-breakpoint
CREATE POLICY "commitment_read_worker" ON "commitment" AS PERMISSIVE FOR SELECT TO "portal_worker" USING (true);--> statement-breakpoint
CREATE POLICY "delivery_read" ON "delivery" AS PERMISSIVE FOR SELECT TO "portal_app" USING (commitment_id in (select id from commitment));--> statement-breakpoint
CREATE POLICY "delivery_write" ON "delivery" AS PERMISSIVE FOR INSERT TO "portal_app" WITH CHECK (recorded_by = (select portal.actor()) and commitment_id in (select c.id from commitment c where c.organisation_id = any ((select portal.actor_edited_organisations())::uuid[]) or (select portal.actor_manages())));--> statement-breakpoint
CREATE POLICY "disclosed_result_read" ON "disclosed_result" AS PERMISSIVE FOR SELECT TO "portal_app" USING (disclosure_id in (select id from disclosure));--> statement-breakpoint
CREATE POLICY "disclosed_result_write" ON "disclosed_result" AS PERMISSIVE FOR INSERT TO "portal_app" WITH CHECK (disclosure_id in (select id from disclosure where proposed_by = (select portal.actor()) and released_at is null));--> statement-breakpoint
CREATE POLICY "disclosure_read" ON "disclosure" AS PERMISSIVE FOR SELECT TO "portal_app" USING ((released_at is not null and call_id in (select id from call where published_at is not null)) or ((select portal.actor_manages()) and portal.walled_off_files(call_id) = 0));--> statement-breakpoint
CREATE POLICY "disclosure_propose" ON "disclosure" AS PERMISSIVE FOR INSERT TO "portal_app" WITH CHECK ((select portal.actor_manages()) and portal.walled_off_files(call_id) = 0 and proposed_by = (select portal.actor()) and released_at is null);--> statement-breakpoint
CREATE POLICY "disclosure_settle" ON "disclosure" AS PERMISSIVE FOR UPDATE TO "portal_app" USING ((select portal.actor_manages()) and portal.walled_off_files(call_id) = 0 and released_at is null and cancelled_at is null) WITH CHECK ((select portal.actor_manages()) and (released_by = (select portal.actor()) or cancelled_by = (select portal.actor())));--> statement-breakpoint
CREATE POLICY "mentor_read" ON "mentor" AS PERMISSIVE FOR SELECT TO "portal_app" USING (person_id = (select portal.actor()) or programme_id in (select id from programme));--> statement-breakpoint
CREATE POLICY "mentor_assign" ON "mentor" AS PERMISSIVE FOR INSERT TO "portal_app" WITH CHECK ((select portal.actor_manages()) and programme_id <> all ((select portal.actor_conflicts())::uuid[]) and added_by = (select portal.actor()) and declared_at is null and accepted_at is null);--> statement-breakpoint
CREATE POLICY "mentor_end" ON "mentor" AS PERMISSIVE FOR UPDATE TO "portal_app" USING ((select portal.actor_manages()) and programme_id <> all ((select portal.actor_conflicts())::uuid[])) WITH CHECK ((select portal.actor_manages()) and programme_id <> all ((select portal.actor_conflicts())::uuid[]));--> statement-breakpoint
CREATE POLICY "mentor_answer" ON "mentor" AS PERMISSIVE FOR UPDATE TO "portal_app" USING (person_id = (select portal.actor()) and ended_at is null) WITH CHECK (person_id = (select portal.actor()));--> statement-breakpoint
CREATE POLICY "mentor_read_worker" ON "mentor" AS PERMISSIVE FOR SELECT TO "portal_worker" USING (true);--> statement-breakpoint
CREATE POLICY "mentoring_session_read" ON "mentoring_session" AS PERMISSIVE FOR SELECT TO "portal_app" USING (programme_id in (select id from programme));--> statement-breakpoint
CREATE POLICY "mentoring_session_shape" ON "mentoring_session" AS PERMISSIVE FOR ALL TO "portal_app" USING ((select portal.actor_manages()) and programme_id <> all ((select portal.actor_conflicts())::uuid[]) or programme_id in (select id from programme where organisation_id = any ((select portal.actor_edited_organisations())::uuid[])) or programme_id = any ((select portal.actor_mentored())::uuid[])) WITH CHECK ((select portal.actor_manages()) and programme_id <> all ((select portal.actor_conflicts())::uuid[]) or programme_id in (select id from programme where organisation_id = any ((select portal.actor_edited_organisations())::uuid[])) or programme_id = any ((select portal.actor_mentored())::uuid[]));--> statement-breakpoint
CREATE POLICY "mentoring_session_read_worker" ON "mentoring_session" AS PERMISSIVE FOR SELECT TO "portal_worker" USING (true);--> statement-breakpoint
CREATE POLICY "session_note_own" ON "session_note" AS PERMISSIVE FOR ALL TO "portal_app" USING (person_id = (select portal.actor()) and programme_id in (select id from programme)) WITH CHECK (person_id = (select portal.actor()) and programme_id in (select id from programme));--> statement-breakpoint
CREATE POLICY "amendment_read" ON "amendment" AS PERMISSIVE FOR SELECT TO "portal_app" USING (programme_id in (select id from programme));--> statement-breakpoint
CREATE POLICY "amendment_write" ON "amendment" AS PERMISSIVE FOR INSERT TO "portal_app" WITH CHECK (amended_by = (select portal.actor()) and (select portal.actor_manages()) and programme_id <> all ((select portal.actor_conflicts())::uuid[]));--> statement-breakpoint
CREATE POLICY "measurement_read" ON "measurement" AS PERMISSIVE FOR SELECT TO "portal_app" USING (programme_id in (select id from programme) and (state <> 'draft' or programme_id in (select id from programme where organisation_id = any ((select portal.actor_organisations())::uuid[]))));--> statement-breakpoint
CREATE POLICY "measurement_enter" ON "measurement" AS PERMISSIVE FOR INSERT TO "portal_app" WITH CHECK (recorded_by = (select portal.actor()) and state <> 'verified' and programme_id in (select id from programme where organisation_id = any ((select portal.actor_edited_organisations())::uuid[])));--> statement-breakpoint
CREATE POLICY "measurement_write" ON "measurement" AS PERMISSIVE FOR UPDATE TO "portal_app" USING (programme_id in (select id from programme where organisation_id = any ((select portal.actor_edited_organisations())::uuid[])) and state = 'draft') WITH CHECK (programme_id in (select id from programme where organisation_id = any ((select portal.actor_edited_organisations())::uuid[])) and state <> 'verified');--> statement-breakpoint
CREATE POLICY "measurement_discard" ON "measurement" AS PERMISSIVE FOR DELETE TO "portal_app" USING (programme_id in (select id from programme where organisation_id = any ((select portal.actor_edited_organisations())::uuid[])) and state = 'draft');--> statement-breakpoint
CREATE POLICY "measurement_verify" ON "measurement" AS PERMISSIVE FOR UPDATE TO "portal_app" USING (state = 'submitted' and (((select portal.actor_manages()) and programme_id <> all ((select portal.actor_conflicts())::uuid[])) or programme_id = any ((select portal.actor_mentored())::uuid[]))) WITH CHECK (((select portal.actor_manages()) and programme_id <> all ((select portal.actor_conflicts())::uuid[])) or programme_id = any ((select portal.actor_mentored())::uuid[]));--> statement-breakpoint
CREATE POLICY "measurement_read_worker" ON "measurement" AS PERMISSIVE FOR SELECT TO "portal_worker" USING (true);--> statement-breakpoint
CREATE POLICY "programme_metric_read" ON "programme_metric" AS PERMISSIVE FOR SELECT TO "portal_app" USING (programme_id in (select id from programme));--> statement-breakpoint
CREATE POLICY "programme_metric_shape" ON "programme_metric" AS PERMISSIVE FOR ALL TO "portal_app" USING (((select portal.actor_manages()) and programme_id <> all ((select portal.actor_conflicts())::uuid[])) or programme_id in (select id from programme where organisation_id = any ((select portal.actor_edited_organisations())::uuid[]))) WITH CHECK (((select portal.actor_manages()) and programme_id <> all ((select portal.actor_conflicts())::uuid[])) or programme_id in (select id from programme where organisation_id = any ((select portal.actor_edited_organisations())::uuid[])));--> statement-breakpoint
CREATE POLICY "programme_metric_read_worker" ON "programme_metric" AS PERMISSIVE FOR SELECT TO "portal_worker" USING (true);--> statement-breakpoint
CREATE POLICY "milestone_read" ON "milestone" AS PERMISSIVE FOR SELECT TO "portal_app" USING (programme_id in (select id from programme));--> statement-breakpoint
CREATE POLICY "milestone_shape" ON "milestone" AS PERMISSIVE FOR ALL TO "portal_app" USING ((select portal.actor_manages()) and programme_id <> all ((select portal.actor_conflicts())::uuid[])) WITH CHECK ((select portal.actor_manages()) and programme_id <> all ((select portal.actor_conflicts())::uuid[]));--> statement-breakpoint
CREATE POLICY "milestone_work" ON "milestone" AS PERMISSIVE FOR UPDATE TO "portal_app" USING (programme_id in (select id from programme where organisation_id = any ((select portal.actor_edited_organisations())::uuid[]))) WITH CHECK (programme_id in (select id from programme where organisation_id = any ((select portal.actor_edited_organisations())::uuid[])));--> statement-breakpoint
CREATE POLICY "milestone_read_worker" ON "milestone" AS PERMISSIVE FOR SELECT TO "portal_worker" USING (true);--> statement-breakpoint
CREATE POLICY "milestone_move_read" ON "milestone_move" AS PERMISSIVE FOR SELECT TO "portal_app" USING (programme_id in (select id from programme));--> statement-breakpoint
CREATE POLICY "milestone_move_write" ON "milestone_move" AS PERMISSIVE FOR INSERT TO "portal_app" WITH CHECK ((select portal.actor_manages()) and programme_id <> all ((select portal.actor_conflicts())::uuid[]) and moved_by = (select portal.actor()));--> statement-breakpoint
CREATE POLICY "programme_read" ON "programme" AS PERMISSIVE FOR SELECT TO "portal_app" USING (organisation_id = any ((select portal.actor_organisations())::uuid[]) or ((select portal.actor_manages()) and id <> all ((select portal.actor_conflicts())::uuid[])) or id = any ((select portal.actor_mentored())::uuid[]));--> statement-breakpoint
CREATE POLICY "programme_steer" ON "programme" AS PERMISSIVE FOR UPDATE TO "portal_app" USING ((select portal.actor_manages()) and id <> all ((select portal.actor_conflicts())::uuid[])) WITH CHECK ((select portal.actor_manages()));--> statement-breakpoint
CREATE POLICY "programme_read_worker" ON "programme" AS PERMISSIVE FOR SELECT TO "portal_worker" USING (true);--> statement-breakpoint
CREATE POLICY "programme_document_read" ON "programme_document" AS PERMISSIVE FOR SELECT TO "portal_app" USING (programme_id in (select id from programme));--> statement-breakpoint
CREATE POLICY "programme_document_write" ON "programme_document" AS PERMISSIVE FOR ALL TO "portal_app" USING (programme_id in (select id from programme where organisation_id = any ((select portal.actor_edited_organisations())::uuid[]))) WITH CHECK (programme_id in (select id from programme where organisation_id = any ((select portal.actor_edited_organisations())::uuid[])) and added_by = (select portal.actor()));--> statement-breakpoint
CREATE POLICY "programme_template_read" ON "programme_template" AS PERMISSIVE FOR SELECT TO "portal_app" USING (call_id in (select id from call));--> statement-breakpoint
CREATE POLICY "programme_template_shape" ON "programme_template" AS PERMISSIVE FOR ALL TO "portal_app" USING ((select portal.actor_manages()) and call_id in (select id from call where run_here)) WITH CHECK ((select portal.actor_manages()) and call_id in (select id from call where run_here));--> statement-breakpoint
ALTER POLICY "consultation_write" ON "consultation" TO portal_app WITH CHECK (person_id = (select portal.actor()) and (exists (select from application a where a.id = application_id) or application_id = any ((select portal.actor_scored_applications())::uuid[]) or application_id = any ((select portal.actor_mentored())::uuid[])));--> statement-breakpoint
ALTER POLICY "ranking_read" ON "ranking" TO portal_app USING ((select portal.actor_manages()) and round_id <> all ((select portal.actor_rounds())::uuid[]) and not portal.walled_off_in(round_id));--> statement-breakpoint
ALTER POLICY "file_read" ON "file" TO portal_app USING (draft_id in (select id from application_draft)
        or ((select portal.actor_manages()) and exists (select from application_file f where f.file_id = file.id))
        or id = any ((select portal.actor_scored_files())::uuid[])
        or exists (select from programme_document d where d.file_id = file.id));