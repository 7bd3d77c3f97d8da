CREATE TABLE "application" (
	"id" uuid PRIMARY KEY NOT NULL,
	"call_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"number" text NOT NULL,
	"form_version_id" uuid NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"sequence" integer NOT NULL,
	"organisation_name" text NOT NULL,
	"siren" text,
	"solution" text,
	"pitch" text,
	"summary" text,
	"challenge_id" uuid,
	"primary_claim" jsonb,
	"second_claim" jsonb,
	"third_claim" jsonb,
	"evidence" text,
	"maturity" text,
	"regulatory_state" text,
	"regulatory_note" text,
	"team" text,
	"needs" text,
	"budget" bigint,
	"in_kind" text,
	"links" text,
	"consent" boolean,
	"answers" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"eligibility" text DEFAULT 'pending' NOT NULL,
	"eligibility_motive" text,
	CONSTRAINT "application_number" UNIQUE("number"),
	CONSTRAINT "application_one_each" UNIQUE("call_id","organisation_id"),
	CONSTRAINT "application_is_whole" CHECK (solution is not null and pitch is not null and summary is not null and challenge_id is not null and primary_claim is not null and consent),
	CONSTRAINT "application_motive" CHECK (eligibility <> 'ineligible' or eligibility_motive is not null)
);
--> statement-breakpoint
ALTER TABLE "application" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "application_counter" (
	"call_id" uuid PRIMARY KEY NOT NULL,
	"last" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "application_counter" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "application_draft" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"call_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	"solution" text,
	"pitch" text,
	"summary" text,
	"challenge_id" uuid,
	"primary_claim" jsonb,
	"second_claim" jsonb,
	"third_claim" jsonb,
	"evidence" text,
	"maturity" text,
	"regulatory_state" text,
	"regulatory_note" text,
	"team" text,
	"needs" text,
	"budget" bigint,
	"in_kind" text,
	"links" text,
	"consent" boolean,
	"answers" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "application_draft_one_each" UNIQUE("call_id","organisation_id")
);
--> statement-breakpoint
ALTER TABLE "application_draft" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "claim" (
	"application_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"rupture_version_id" uuid NOT NULL,
	"mechanism" text NOT NULL,
	"population" text NOT NULL,
	"indicator" text NOT NULL,
	"metric" text,
	"unit" text NOT NULL,
	"baseline" double precision NOT NULL,
	"target" double precision NOT NULL,
	"evidence_level" text NOT NULL,
	CONSTRAINT "claim_application_id_position_pk" PRIMARY KEY("application_id","position"),
	CONSTRAINT "claim_position" CHECK (position between 1 and 3)
);
--> statement-breakpoint
ALTER TABLE "claim" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "consultation" (
	"application_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"part" text NOT NULL,
	"day" text NOT NULL,
	"organisation_name" text NOT NULL,
	"opened_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "consultation_application_id_person_id_part_day_pk" PRIMARY KEY("application_id","person_id","part","day")
);
--> statement-breakpoint
ALTER TABLE "consultation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "correction" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"application_id" uuid NOT NULL,
	"fields" text[] NOT NULL,
	"request" text NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"asked_by" uuid,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"done_at" timestamp with time zone,
	"done_by" uuid,
	"cancelled_at" timestamp with time zone,
	CONSTRAINT "correction_fields" CHECK (cardinality(fields) > 0)
);
--> statement-breakpoint
ALTER TABLE "correction" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "draft_revision" (
	"draft_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"fields" text[] NOT NULL,
	"saved_by" uuid,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	"idempotency_key" text NOT NULL,
	"sha256" text NOT NULL,
	CONSTRAINT "draft_revision_draft_id_version_pk" PRIMARY KEY("draft_id","version"),
	CONSTRAINT "draft_revision_key" UNIQUE("draft_id","idempotency_key")
);
--> statement-breakpoint
ALTER TABLE "draft_revision" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "message" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"draft_id" uuid NOT NULL,
	"side" text NOT NULL,
	"sender_id" uuid,
	"sender_name" text NOT NULL,
	"text" text NOT NULL,
	"sent_at" timestamp with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "message" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "receipt" (
	"application_id" uuid NOT NULL,
	"sequence" integer NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	"submitted_by" uuid,
	"submitter_name" text NOT NULL,
	"kind" text NOT NULL,
	"content" text NOT NULL,
	"sha256" text NOT NULL,
	"files" jsonb NOT NULL,
	CONSTRAINT "receipt_application_id_sequence_pk" PRIMARY KEY("application_id","sequence")
);
--> statement-breakpoint
ALTER TABLE "receipt" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "challenge_rupture" (
	"challenge_id" uuid NOT NULL,
	"rupture_id" uuid NOT NULL,
	"call_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "challenge_rupture_challenge_id_rupture_id_pk" PRIMARY KEY("challenge_id","rupture_id")
);
--> statement-breakpoint
ALTER TABLE "challenge_rupture" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "deadline_change" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"call_id" uuid NOT NULL,
	"from_at" timestamp with time zone NOT NULL,
	"to_at" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	"changed_by" uuid,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "deadline_change" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "late_permit" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"call_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"until" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	"granted_by" uuid,
	"granted_at" timestamp with time zone DEFAULT now() NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "late_permit" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "reminder" (
	"draft_id" uuid NOT NULL,
	"days" integer NOT NULL,
	"closes_at" timestamp with time zone NOT NULL,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reminder_draft_id_days_closes_at_pk" PRIMARY KEY("draft_id","days","closes_at")
);
--> statement-breakpoint
ALTER TABLE "reminder" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "application_file" (
	"application_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	CONSTRAINT "application_file_application_id_file_id_pk" PRIMARY KEY("application_id","file_id")
);
--> statement-breakpoint
ALTER TABLE "application_file" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "file" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"draft_id" uuid NOT NULL,
	"question_id" uuid,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" bigint NOT NULL,
	"sha256" text NOT NULL,
	"received_sha256" text NOT NULL,
	"stripped_metadata" boolean DEFAULT false NOT NULL,
	"storage_key" text NOT NULL,
	"scan" text DEFAULT 'none' NOT NULL,
	"uploaded_by" uuid,
	"uploaded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "file_storageKey_unique" UNIQUE("storage_key"),
	CONSTRAINT "file_size" CHECK (size between 1 and 20971520)
);
--> statement-breakpoint
ALTER TABLE "file" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "criterion" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"call_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"position" integer NOT NULL,
	"name" jsonb NOT NULL,
	"weight" double precision NOT NULL,
	"anchors" jsonb NOT NULL,
	"guidance" jsonb,
	CONSTRAINT "criterion_callId_slug_unique" UNIQUE("call_id","slug"),
	CONSTRAINT "criterion_weight" CHECK (weight > 0 and weight <= 100)
);
--> statement-breakpoint
ALTER TABLE "criterion" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "eligibility_rule" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"call_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"statement" jsonb NOT NULL,
	"reason" jsonb NOT NULL,
	"yes_is_eligible" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
ALTER TABLE "eligibility_rule" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "form_version" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"call_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"questions" jsonb NOT NULL,
	"note" text,
	"published_by" uuid,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "form_version_callId_version_unique" UNIQUE("call_id","version")
);
--> statement-breakpoint
ALTER TABLE "form_version" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "question" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"call_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"label" jsonb NOT NULL,
	"help" jsonb,
	"required" boolean NOT NULL,
	"audience" text NOT NULL,
	"shown_if" jsonb,
	"options" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"unit" jsonb,
	"least" double precision,
	"most" double precision,
	"limit" integer
);
--> statement-breakpoint
ALTER TABLE "question" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "application_tag" (
	"application_id" uuid NOT NULL,
	"tag_id" uuid NOT NULL,
	CONSTRAINT "application_tag_application_id_tag_id_pk" PRIMARY KEY("application_id","tag_id")
);
--> statement-breakpoint
ALTER TABLE "application_tag" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "saved_view" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"call_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"search" text NOT NULL,
	"shared" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "saved_view_name" UNIQUE("call_id","person_id","name")
);
--> statement-breakpoint
ALTER TABLE "saved_view" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "screening_deed" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"call_id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"batch_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"done_by" uuid,
	"done_at" timestamp with time zone DEFAULT now() NOT NULL,
	"undone_at" timestamp with time zone,
	"undone_by" uuid
);
--> statement-breakpoint
ALTER TABLE "screening_deed" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tag" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"call_id" uuid NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tag_name" UNIQUE("call_id","name")
);
--> statement-breakpoint
ALTER TABLE "tag" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "call" ADD COLUMN "run_here" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "call" ADD COLUMN "created_by" uuid;--> statement-breakpoint
ALTER TABLE "call" ADD COLUMN "answer_on" date;--> statement-breakpoint
ALTER TABLE "call" ADD COLUMN "who_may_apply" jsonb;--> statement-breakpoint
ALTER TABLE "call" ADD COLUMN "applicant_kinds" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "call" ADD COLUMN "stays_open" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "call" ADD COLUMN "stays_open_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "call" ADD COLUMN "version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "phase" ADD COLUMN "starts_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "phase" ADD COLUMN "ends_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "application" ADD CONSTRAINT "application_id_application_draft_id_fk" FOREIGN KEY ("id") REFERENCES "public"."application_draft"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application" ADD CONSTRAINT "application_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application" ADD CONSTRAINT "application_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application" ADD CONSTRAINT "application_form_version_id_form_version_id_fk" FOREIGN KEY ("form_version_id") REFERENCES "public"."form_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application" ADD CONSTRAINT "application_challenge_id_challenge_id_fk" FOREIGN KEY ("challenge_id") REFERENCES "public"."challenge"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_counter" ADD CONSTRAINT "application_counter_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_draft" ADD CONSTRAINT "application_draft_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_draft" ADD CONSTRAINT "application_draft_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_draft" ADD CONSTRAINT "application_draft_challenge_id_challenge_id_fk" FOREIGN KEY ("challenge_id") REFERENCES "public"."challenge"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_rupture_version_id_rupture_version_id_fk" FOREIGN KEY ("rupture_version_id") REFERENCES "public"."rupture_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultation" ADD CONSTRAINT "consultation_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction" ADD CONSTRAINT "correction_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_revision" ADD CONSTRAINT "draft_revision_draft_id_application_draft_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."application_draft"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_draft_id_application_draft_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."application_draft"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipt" ADD CONSTRAINT "receipt_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenge_rupture" ADD CONSTRAINT "challenge_rupture_challenge_id_challenge_id_fk" FOREIGN KEY ("challenge_id") REFERENCES "public"."challenge"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenge_rupture" ADD CONSTRAINT "challenge_rupture_rupture_id_rupture_id_fk" FOREIGN KEY ("rupture_id") REFERENCES "public"."rupture"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenge_rupture" ADD CONSTRAINT "challenge_rupture_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deadline_change" ADD CONSTRAINT "deadline_change_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "late_permit" ADD CONSTRAINT "late_permit_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "late_permit" ADD CONSTRAINT "late_permit_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "late_permit" ADD CONSTRAINT "late_permit_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_file" ADD CONSTRAINT "application_file_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_file" ADD CONSTRAINT "application_file_file_id_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "file" ADD CONSTRAINT "file_draft_id_application_draft_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."application_draft"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "criterion" ADD CONSTRAINT "criterion_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "eligibility_rule" ADD CONSTRAINT "eligibility_rule_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "form_version" ADD CONSTRAINT "form_version_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question" ADD CONSTRAINT "question_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_tag" ADD CONSTRAINT "application_tag_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_tag" ADD CONSTRAINT "application_tag_tag_id_tag_id_fk" FOREIGN KEY ("tag_id") REFERENCES "public"."tag"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screening_deed" ADD CONSTRAINT "screening_deed_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screening_deed" ADD CONSTRAINT "screening_deed_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tag" ADD CONSTRAINT "tag_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "application_organisation_id_index" ON "application" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "application_by_time" ON "application" USING btree ("call_id","submitted_at","id");--> statement-breakpoint
CREATE INDEX "application_by_number" ON "application" USING btree ("call_id","number");--> statement-breakpoint
CREATE INDEX "application_draft_organisation_id_index" ON "application_draft" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "claim_rupture_version_id_index" ON "claim" USING btree ("rupture_version_id");--> statement-breakpoint
CREATE INDEX "correction_application_id_index" ON "correction" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "message_draft_id_sent_at_index" ON "message" USING btree ("draft_id","sent_at");--> statement-breakpoint
CREATE INDEX "challenge_rupture_rupture_id_index" ON "challenge_rupture" USING btree ("rupture_id");--> statement-breakpoint
CREATE INDEX "challenge_rupture_call_id_index" ON "challenge_rupture" USING btree ("call_id");--> statement-breakpoint
CREATE INDEX "deadline_change_call_id_index" ON "deadline_change" USING btree ("call_id");--> statement-breakpoint
CREATE INDEX "late_permit_call_id_organisation_id_index" ON "late_permit" USING btree ("call_id","organisation_id");--> statement-breakpoint
CREATE INDEX "late_permit_person_id_index" ON "late_permit" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "application_file_file_id_index" ON "application_file" USING btree ("file_id");--> statement-breakpoint
CREATE INDEX "file_draft_id_index" ON "file" USING btree ("draft_id");--> statement-breakpoint
CREATE INDEX "file_to_scan" ON "file" USING btree ("uploaded_at") WHERE scan = 'pending';--> statement-breakpoint
CREATE INDEX "eligibility_rule_call_id_index" ON "eligibility_rule" USING btree ("call_id");--> statement-breakpoint
CREATE INDEX "question_call_id_index" ON "question" USING btree ("call_id");--> statement-breakpoint
CREATE INDEX "application_tag_tag_id_index" ON "application_tag" USING btree ("tag_id");--> statement-breakpoint
CREATE INDEX "screening_deed_application_id_index" ON "screening_deed" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "screening_deed_batch_id_index" ON "screening_deed" USING btree ("batch_id");--> statement-breakpoint
CREATE INDEX "screening_deed_call_id_done_at_index" ON "screening_deed" USING btree ("call_id","done_at");--> statement-breakpoint
ALTER TABLE "call" ADD CONSTRAINT "call_run_here_is_dated" CHECK (not run_here or published_at is null or (opens_at is not null and closes_at is not null and answer_on is not null));--> statement-breakpoint
ALTER TABLE "call" ADD CONSTRAINT "call_opens_before_it_closes" CHECK (opens_at < closes_at);--> statement-breakpoint
CREATE POLICY "call_read_worker" ON "call" AS PERMISSIVE FOR SELECT TO "portal_worker" USING (true);--> statement-breakpoint
CREATE POLICY "call_create" ON "call" AS PERMISSIVE FOR INSERT TO "portal_app" WITH CHECK ((select portal.actor_manages()) and run_here and created_by = (select portal.actor()) and published_at is null);--> statement-breakpoint
CREATE POLICY "call_shape" ON "call" AS PERMISSIVE FOR UPDATE TO "portal_app" USING ((select portal.actor_manages()) and run_here) WITH CHECK ((select portal.actor_manages()) and run_here);--> statement-breakpoint
CREATE POLICY "call_discard" ON "call" AS PERMISSIVE FOR DELETE TO "portal_app" USING ((select portal.actor_manages()) and run_here and published_at is null);--> statement-breakpoint
CREATE POLICY "call_partner_shape" ON "call_partner" AS PERMISSIVE FOR ALL TO "portal_app" USING ((select portal.actor_manages()) and call_id in (select id from call where run_here)) WITH CHECK ((select portal.actor_manages()) and call_id in (select id from call where run_here));--> statement-breakpoint
CREATE POLICY "challenge_shape" ON "challenge" AS PERMISSIVE FOR ALL TO "portal_app" USING ((select portal.actor_manages()) and call_id in (select id from call where run_here)) WITH CHECK ((select portal.actor_manages()) and call_id in (select id from call where run_here));--> statement-breakpoint
CREATE POLICY "phase_shape" ON "phase" AS PERMISSIVE FOR ALL TO "portal_app" USING ((select portal.actor_manages()) and call_id in (select id from call where run_here)) WITH CHECK ((select portal.actor_manages()) and call_id in (select id from call where run_here));--> statement-breakpoint
CREATE POLICY "membership_read_worker" ON "membership" AS PERMISSIVE FOR SELECT TO "portal_worker" USING (true);--> statement-breakpoint
CREATE POLICY "application_read" ON "application" AS PERMISSIVE FOR SELECT TO "portal_app" USING (organisation_id = any ((select portal.actor_organisations())::uuid[]) or ((select portal.actor_manages()) and withdrawn_at is null));--> statement-breakpoint
CREATE POLICY "application_submit" ON "application" AS PERMISSIVE FOR INSERT TO "portal_app" WITH CHECK (organisation_id = any ((select portal.actor_owned_organisations())::uuid[]));--> statement-breakpoint
CREATE POLICY "application_change" ON "application" AS PERMISSIVE FOR UPDATE TO "portal_app" USING (organisation_id = any ((select portal.actor_owned_organisations())::uuid[]) or ((select portal.actor_manages()) and withdrawn_at is null)) WITH CHECK (organisation_id = any ((select portal.actor_owned_organisations())::uuid[]) or (select portal.actor_manages()));--> statement-breakpoint
CREATE POLICY "application_remind" ON "application" AS PERMISSIVE FOR SELECT TO "portal_worker" USING (true);--> statement-breakpoint
CREATE POLICY "application_draft_read" ON "application_draft" AS PERMISSIVE FOR SELECT TO "portal_app" USING (organisation_id = any ((select portal.actor_organisations())::uuid[]));--> statement-breakpoint
CREATE POLICY "application_draft_create" ON "application_draft" AS PERMISSIVE FOR INSERT TO "portal_app" WITH CHECK (organisation_id = any ((select portal.actor_edited_organisations())::uuid[]) and created_by = (select portal.actor()));--> statement-breakpoint
CREATE POLICY "application_draft_write" ON "application_draft" AS PERMISSIVE FOR UPDATE TO "portal_app" USING (organisation_id = any ((select portal.actor_edited_organisations())::uuid[])) WITH CHECK (organisation_id = any ((select portal.actor_edited_organisations())::uuid[]));--> statement-breakpoint
CREATE POLICY "application_draft_remind" ON "application_draft" AS PERMISSIVE FOR SELECT TO "portal_worker" USING (true);--> statement-breakpoint
CREATE POLICY "claim_read" ON "claim" AS PERMISSIVE FOR SELECT TO "portal_app" USING (application_id in (select id from application));--> statement-breakpoint
CREATE POLICY "claim_write" ON "claim" AS PERMISSIVE FOR ALL TO "portal_app" USING (application_id in (select id from application where organisation_id = any ((select portal.actor_owned_organisations())::uuid[]))) WITH CHECK (application_id in (select id from application where organisation_id = any ((select portal.actor_owned_organisations())::uuid[])));--> statement-breakpoint
CREATE POLICY "consultation_read" ON "consultation" AS PERMISSIVE FOR SELECT TO "portal_app" USING (application_id in (select id from application));--> statement-breakpoint
CREATE POLICY "consultation_write" ON "consultation" AS PERMISSIVE FOR INSERT TO "portal_app" WITH CHECK (person_id = (select portal.actor()) and application_id in (select id from application));--> statement-breakpoint
CREATE POLICY "correction_read" ON "correction" AS PERMISSIVE FOR SELECT TO "portal_app" USING (application_id in (select id from application));--> statement-breakpoint
CREATE POLICY "correction_ask" ON "correction" AS PERMISSIVE FOR INSERT TO "portal_app" WITH CHECK ((select portal.actor_manages()) and asked_by = (select portal.actor()) and application_id in (select id from application));--> statement-breakpoint
CREATE POLICY "correction_settle" ON "correction" AS PERMISSIVE FOR UPDATE TO "portal_app" USING (application_id in (select id from application)) WITH CHECK (application_id in (select id from application));--> statement-breakpoint
CREATE POLICY "draft_revision_read" ON "draft_revision" AS PERMISSIVE FOR SELECT TO "portal_app" USING (draft_id in (select id from application_draft));--> statement-breakpoint
CREATE POLICY "draft_revision_write" ON "draft_revision" AS PERMISSIVE FOR INSERT TO "portal_app" WITH CHECK (saved_by = (select portal.actor()) and draft_id in (select id from application_draft where organisation_id = any ((select portal.actor_edited_organisations())::uuid[])));--> statement-breakpoint
CREATE POLICY "message_read" ON "message" AS PERMISSIVE FOR SELECT TO "portal_app" USING (draft_id in (select id from application_draft) or draft_id in (select id from application));--> statement-breakpoint
CREATE POLICY "message_send" ON "message" AS PERMISSIVE FOR INSERT TO "portal_app" WITH CHECK (sender_id = (select portal.actor()) and seen_at is null and (
        (side = 'applicant' and draft_id in (select id from application_draft where organisation_id = any ((select portal.actor_edited_organisations())::uuid[])))
        or (side = 'manager' and (select portal.actor_manages()) and draft_id in (select id from application))));--> statement-breakpoint
CREATE POLICY "message_see" ON "message" AS PERMISSIVE FOR UPDATE TO "portal_app" USING (draft_id in (select id from application_draft) or draft_id in (select id from application)) WITH CHECK (seen_at is not null);--> statement-breakpoint
CREATE POLICY "receipt_read" ON "receipt" AS PERMISSIVE FOR SELECT TO "portal_app" USING (application_id in (select id from application));--> statement-breakpoint
CREATE POLICY "receipt_write" ON "receipt" AS PERMISSIVE FOR INSERT TO "portal_app" WITH CHECK (submitted_by = (select portal.actor()) and application_id in (select id from application where organisation_id = any ((select portal.actor_owned_organisations())::uuid[])));--> statement-breakpoint
CREATE POLICY "challenge_rupture_read_with_call" ON "challenge_rupture" AS PERMISSIVE FOR SELECT TO "portal_app" USING (call_id in (select id from call));--> statement-breakpoint
CREATE POLICY "challenge_rupture_shape" ON "challenge_rupture" AS PERMISSIVE FOR ALL TO "portal_app" USING ((select portal.actor_manages()) and call_id in (select id from call where run_here)) WITH CHECK ((select portal.actor_manages()) and call_id in (select id from call where run_here));--> statement-breakpoint
CREATE POLICY "deadline_change_read_with_call" ON "deadline_change" AS PERMISSIVE FOR SELECT TO "portal_app" USING (call_id in (select id from call));--> statement-breakpoint
CREATE POLICY "deadline_change_write" ON "deadline_change" AS PERMISSIVE FOR INSERT TO "portal_app" WITH CHECK ((select portal.actor_manages()) and changed_by = (select portal.actor()));--> statement-breakpoint
CREATE POLICY "late_permit_read" ON "late_permit" AS PERMISSIVE FOR SELECT TO "portal_app" USING (person_id = (select portal.actor()) or (select portal.actor_manages()));--> statement-breakpoint
CREATE POLICY "late_permit_grant" ON "late_permit" AS PERMISSIVE FOR INSERT TO "portal_app" WITH CHECK ((select portal.actor_manages()) and granted_by = (select portal.actor()) and revoked_at is null);--> statement-breakpoint
CREATE POLICY "late_permit_revoke" ON "late_permit" AS PERMISSIVE FOR UPDATE TO "portal_app" USING ((select portal.actor_manages())) WITH CHECK ((select portal.actor_manages()) and revoked_at is not null);--> statement-breakpoint
CREATE POLICY "reminder_write" ON "reminder" AS PERMISSIVE FOR ALL TO "portal_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "application_file_read" ON "application_file" AS PERMISSIVE FOR SELECT TO "portal_app" USING (application_id in (select id from application));--> statement-breakpoint
CREATE POLICY "application_file_write" ON "application_file" AS PERMISSIVE FOR ALL TO "portal_app" USING (application_id in (select id from application where organisation_id = any ((select portal.actor_owned_organisations())::uuid[]))) WITH CHECK (application_id in (select id from application where organisation_id = any ((select portal.actor_owned_organisations())::uuid[])));--> statement-breakpoint
CREATE POLICY "file_read" ON "file" AS PERMISSIVE FOR SELECT TO "portal_app" USING (draft_id in (select id from application_draft)
        or ((select portal.actor_manages()) and id in (select file_id from application_file where application_id in (select id from application))));--> statement-breakpoint
CREATE POLICY "file_add" ON "file" AS PERMISSIVE FOR INSERT TO "portal_app" WITH CHECK (uploaded_by = (select portal.actor()) and removed_at is null and draft_id in (select id from application_draft where organisation_id = any ((select portal.actor_edited_organisations())::uuid[])));--> statement-breakpoint
CREATE POLICY "file_remove" ON "file" AS PERMISSIVE FOR UPDATE TO "portal_app" USING (draft_id in (select id from application_draft where organisation_id = any ((select portal.actor_edited_organisations())::uuid[]))) WITH CHECK (draft_id in (select id from application_draft where organisation_id = any ((select portal.actor_edited_organisations())::uuid[])));--> statement-breakpoint
CREATE POLICY "file_scan" ON "file" AS PERMISSIVE FOR ALL TO "portal_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "criterion_read_with_call" ON "criterion" AS PERMISSIVE FOR SELECT TO "portal_app" USING (call_id in (select id from call));--> statement-breakpoint
CREATE POLICY "criterion_shape" ON "criterion" AS PERMISSIVE FOR ALL TO "portal_app" USING ((select portal.actor_manages()) and call_id in (select id from call where run_here)) WITH CHECK ((select portal.actor_manages()) and call_id in (select id from call where run_here));--> statement-breakpoint
CREATE POLICY "eligibility_rule_read_with_call" ON "eligibility_rule" AS PERMISSIVE FOR SELECT TO "portal_app" USING (call_id in (select id from call));--> statement-breakpoint
CREATE POLICY "eligibility_rule_shape" ON "eligibility_rule" AS PERMISSIVE FOR ALL TO "portal_app" USING ((select portal.actor_manages()) and call_id in (select id from call where run_here)) WITH CHECK ((select portal.actor_manages()) and call_id in (select id from call where run_here));--> statement-breakpoint
CREATE POLICY "form_version_read_with_call" ON "form_version" AS PERMISSIVE FOR SELECT TO "portal_app" USING (call_id in (select id from call));--> statement-breakpoint
CREATE POLICY "form_version_publish" ON "form_version" AS PERMISSIVE FOR INSERT TO "portal_app" WITH CHECK ((select portal.actor_manages()) and published_by = (select portal.actor()) and call_id in (select id from call where run_here));--> statement-breakpoint
CREATE POLICY "question_read" ON "question" AS PERMISSIVE FOR SELECT TO "portal_app" USING ((select portal.actor_manages()));--> statement-breakpoint
CREATE POLICY "question_shape" ON "question" AS PERMISSIVE FOR ALL TO "portal_app" USING ((select portal.actor_manages()) and call_id in (select id from call where run_here)) WITH CHECK ((select portal.actor_manages()) and call_id in (select id from call where run_here));--> statement-breakpoint
CREATE POLICY "application_tag_managers" ON "application_tag" AS PERMISSIVE FOR ALL TO "portal_app" USING ((select portal.actor_manages())) WITH CHECK ((select portal.actor_manages()));--> statement-breakpoint
CREATE POLICY "saved_view_read" ON "saved_view" AS PERMISSIVE FOR SELECT TO "portal_app" USING ((select portal.actor_manages()) and (shared or person_id = (select portal.actor())));--> statement-breakpoint
CREATE POLICY "saved_view_write" ON "saved_view" AS PERMISSIVE FOR ALL TO "portal_app" USING ((select portal.actor_manages()) and person_id = (select portal.actor())) WITH CHECK ((select portal.actor_manages()) and person_id = (select portal.actor()));--> statement-breakpoint
CREATE POLICY "screening_deed_managers" ON "screening_deed" AS PERMISSIVE FOR ALL TO "portal_app" USING ((select portal.actor_manages())) WITH CHECK ((select portal.actor_manages()));--> statement-breakpoint
CREATE POLICY "tag_managers" ON "tag" AS PERMISSIVE FOR ALL TO "portal_app" USING ((select portal.actor_manages())) WITH CHECK ((select portal.actor_manages()));--> statement-breakpoint
ALTER POLICY "call_read_published" ON "call" TO portal_app USING (published_at is not null or (select portal.actor_manages()));--> statement-breakpoint
ALTER POLICY "call_partner_read_with_call" ON "call_partner" TO portal_app USING (call_id in (select id from call));--> statement-breakpoint
ALTER POLICY "challenge_read_with_call" ON "challenge" TO portal_app USING (call_id in (select id from call));--> statement-breakpoint
ALTER POLICY "phase_read_with_call" ON "phase" TO portal_app USING (call_id in (select id from call));