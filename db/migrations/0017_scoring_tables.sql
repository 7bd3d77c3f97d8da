CREATE TABLE "conflict" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"call_id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"origin" text NOT NULL,
	"reason" text NOT NULL,
	"note" text,
	"made_by" uuid,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"lifted_by" uuid,
	"lifted_at" timestamp with time zone,
	"lift_motive" text,
	CONSTRAINT "conflict_lifted_whole" CHECK (num_nonnulls(lifted_by, lifted_at, lift_motive) in (0, 3))
);
--> statement-breakpoint
ALTER TABLE "conflict" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "declared_tie" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"other_name" text NOT NULL,
	"other_siren" text,
	"declared_by" uuid,
	"declared_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "declared_tie_siren" CHECK (other_siren ~ '^[0-9]{9}$')
);
--> statement-breakpoint
ALTER TABLE "declared_tie" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "decision" (
	"application_id" uuid PRIMARY KEY NOT NULL,
	"call_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"reserve_rank" integer,
	"motive" text,
	"jury_text" text,
	"decided_by" uuid,
	"decided_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	"release_id" uuid,
	"released_at" timestamp with time zone,
	"feedback" jsonb,
	CONSTRAINT "decision_motive" CHECK (outcome <> 'not-selected' or length(btrim(coalesce(motive, ''))) > 0),
	CONSTRAINT "decision_reserve_rank" CHECK ((reserve_rank is not null) <= (outcome = 'reserve'))
);
--> statement-breakpoint
ALTER TABLE "decision" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "decision_reading" (
	"application_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"read_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "decision_reading_application_id_person_id_pk" PRIMARY KEY("application_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "decision_reading" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "decision_release" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"call_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"counts" jsonb NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"released_by" uuid,
	"released_at" timestamp with time zone,
	"cancelled_by" uuid,
	"cancelled_at" timestamp with time zone,
	CONSTRAINT "decision_release_two_people" CHECK (released_by <> proposed_by and num_nonnulls(released_by, released_at) <> 1)
);
--> statement-breakpoint
ALTER TABLE "decision_release" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "deliberation" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"round_id" uuid NOT NULL,
	"state" text DEFAULT 'planned' NOT NULL,
	"current_application_id" uuid,
	"version" integer DEFAULT 0 NOT NULL,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "deliberation_round" UNIQUE("round_id")
);
--> statement-breakpoint
ALTER TABLE "deliberation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "deliberation_item" (
	"deliberation_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"step" text DEFAULT 'waiting' NOT NULL,
	"notes" text,
	"notes_version" integer DEFAULT 0 NOT NULL,
	"revealed_at" timestamp with time zone,
	"settled_at" timestamp with time zone,
	"result" double precision,
	CONSTRAINT "deliberation_item_deliberation_id_application_id_pk" PRIMARY KEY("deliberation_id","application_id"),
	CONSTRAINT "deliberation_item_position" UNIQUE("deliberation_id","position")
);
--> statement-breakpoint
ALTER TABLE "deliberation_item" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "deliberation_presence" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"deliberation_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"arrived_at" timestamp with time zone DEFAULT now() NOT NULL,
	"left_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "deliberation_presence" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "deliberation_score" (
	"deliberation_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"score" double precision NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "deliberation_score_deliberation_id_application_id_person_id_kind_pk" PRIMARY KEY("deliberation_id","application_id","person_id","kind"),
	CONSTRAINT "deliberation_score_scale" CHECK (score between 1 and 5 and score * 2 = floor(score * 2))
);
--> statement-breakpoint
ALTER TABLE "deliberation_score" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "assignment" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"round_id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"origin" text NOT NULL,
	"assigned_by" uuid,
	"assigned_at" timestamp with time zone DEFAULT now() NOT NULL,
	"withdrawn_by" uuid,
	"withdrawn_at" timestamp with time zone,
	"started_at" timestamp with time zone,
	"abstained_at" timestamp with time zone,
	"abstention" text,
	"abstention_note" text
);
--> statement-breakpoint
ALTER TABLE "assignment" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "evaluation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"round_id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	"scores" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"comment_to_applicant" text,
	"comment_to_jury" text,
	"submitted_at" timestamp with time zone,
	"sequence" integer DEFAULT 0 NOT NULL,
	"reopened_at" timestamp with time zone,
	"reopened_by" uuid,
	"reopen_reason" text
);
--> statement-breakpoint
ALTER TABLE "evaluation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "evaluation_revision" (
	"evaluation_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"fields" text[] NOT NULL,
	"saved_by" uuid,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	"idempotency_key" text NOT NULL,
	"sha256" text NOT NULL,
	CONSTRAINT "evaluation_revision_evaluation_id_version_pk" PRIMARY KEY("evaluation_id","version"),
	CONSTRAINT "evaluation_revision_key" UNIQUE("evaluation_id","idempotency_key")
);
--> statement-breakpoint
ALTER TABLE "evaluation_revision" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "evaluation_submission" (
	"evaluation_id" uuid NOT NULL,
	"sequence" integer NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	"content" text NOT NULL,
	"sha256" text NOT NULL,
	"idempotency_key" text NOT NULL,
	CONSTRAINT "evaluation_submission_evaluation_id_sequence_pk" PRIMARY KEY("evaluation_id","sequence"),
	CONSTRAINT "evaluation_submission_key" UNIQUE("evaluation_id","idempotency_key")
);
--> statement-breakpoint
ALTER TABLE "evaluation_submission" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "ranking" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"round_id" uuid NOT NULL,
	"used_for" text NOT NULL,
	"algorithm" text NOT NULL,
	"input" text NOT NULL,
	"input_sha256" text NOT NULL,
	"result" text NOT NULL,
	"result_sha256" text NOT NULL,
	"complete" boolean NOT NULL,
	"made_by" uuid,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ranking_not_empty" CHECK (length(input) > 0 and length(result) > 0)
);
--> statement-breakpoint
ALTER TABLE "ranking" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "round" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"call_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"name" jsonb NOT NULL,
	"guidance" jsonb,
	"evaluations_per_application" integer NOT NULL,
	"applications_per_scorer" integer NOT NULL,
	"applicant_names" text DEFAULT 'shown' NOT NULL,
	"scorer_names" text DEFAULT 'shown' NOT NULL,
	"shown_after_own" text DEFAULT 'everything' NOT NULL,
	"aggregate" text DEFAULT 'mean' NOT NULL,
	"not_applicable" text DEFAULT 'leave-out' NOT NULL,
	"tie_rule" text[] DEFAULT '{}' NOT NULL,
	"quorum" integer NOT NULL,
	"places" integer NOT NULL,
	"declare_by" timestamp with time zone,
	"due_at" timestamp with time zone,
	"declaring_at" timestamp with time zone,
	"opened_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"version" integer DEFAULT 0 NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "round_position" UNIQUE("call_id","position"),
	CONSTRAINT "round_size" CHECK (evaluations_per_application between 1 and 10 and applications_per_scorer between 1 and 500 and quorum between 1 and 50 and places between 1 and 500),
	CONSTRAINT "round_in_order" CHECK ((opened_at is null or declaring_at is not null) and (closed_at is null or opened_at is not null))
);
--> statement-breakpoint
ALTER TABLE "round" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "round_application" (
	"round_id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"added_by" uuid,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "round_application_round_id_application_id_pk" PRIMARY KEY("round_id","application_id")
);
--> statement-breakpoint
ALTER TABLE "round_application" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "round_criterion" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"round_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"position" integer NOT NULL,
	"name" jsonb NOT NULL,
	"weight" integer NOT NULL,
	"anchors" jsonb NOT NULL,
	"guidance" jsonb,
	"may_be_not_applicable" boolean DEFAULT false NOT NULL,
	"put_to" text DEFAULT 'everyone' NOT NULL,
	CONSTRAINT "round_criterion_roundId_slug_unique" UNIQUE("round_id","slug"),
	CONSTRAINT "round_criterion_weight" CHECK (weight between 1 and 100)
);
--> statement-breakpoint
ALTER TABLE "round_criterion" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "scorer" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"round_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"partner_kind" text NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"lived_experience" boolean DEFAULT false NOT NULL,
	"clinical" boolean DEFAULT false NOT NULL,
	"chair" boolean DEFAULT false NOT NULL,
	"cap" integer NOT NULL,
	"stages" text[] DEFAULT '{}' NOT NULL,
	"rupture_ids" uuid[] DEFAULT '{}' NOT NULL,
	"added_by" uuid,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	"declared_at" timestamp with time zone,
	"removed_at" timestamp with time zone,
	CONSTRAINT "scorer_once" UNIQUE("round_id","person_id"),
	CONSTRAINT "scorer_cap" CHECK (cap between 0 and 500)
);
--> statement-breakpoint
ALTER TABLE "scorer" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "conflict" ADD CONSTRAINT "conflict_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict" ADD CONSTRAINT "conflict_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "declared_tie" ADD CONSTRAINT "declared_tie_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_release_id_decision_release_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."decision_release"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_reading" ADD CONSTRAINT "decision_reading_application_id_decision_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."decision"("application_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_release" ADD CONSTRAINT "decision_release_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliberation" ADD CONSTRAINT "deliberation_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliberation" ADD CONSTRAINT "deliberation_current_application_id_application_id_fk" FOREIGN KEY ("current_application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliberation_item" ADD CONSTRAINT "deliberation_item_deliberation_id_deliberation_id_fk" FOREIGN KEY ("deliberation_id") REFERENCES "public"."deliberation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliberation_item" ADD CONSTRAINT "deliberation_item_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliberation_item" ADD CONSTRAINT "deliberation_item_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliberation_presence" ADD CONSTRAINT "deliberation_presence_deliberation_id_deliberation_id_fk" FOREIGN KEY ("deliberation_id") REFERENCES "public"."deliberation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliberation_presence" ADD CONSTRAINT "deliberation_presence_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliberation_score" ADD CONSTRAINT "deliberation_score_deliberation_id_deliberation_id_fk" FOREIGN KEY ("deliberation_id") REFERENCES "public"."deliberation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliberation_score" ADD CONSTRAINT "deliberation_score_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliberation_score" ADD CONSTRAINT "deliberation_score_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluation" ADD CONSTRAINT "evaluation_id_assignment_id_fk" FOREIGN KEY ("id") REFERENCES "public"."assignment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluation" ADD CONSTRAINT "evaluation_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluation" ADD CONSTRAINT "evaluation_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluation_revision" ADD CONSTRAINT "evaluation_revision_evaluation_id_evaluation_id_fk" FOREIGN KEY ("evaluation_id") REFERENCES "public"."evaluation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluation_submission" ADD CONSTRAINT "evaluation_submission_evaluation_id_evaluation_id_fk" FOREIGN KEY ("evaluation_id") REFERENCES "public"."evaluation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ranking" ADD CONSTRAINT "ranking_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round" ADD CONSTRAINT "round_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_application" ADD CONSTRAINT "round_application_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_application" ADD CONSTRAINT "round_application_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_criterion" ADD CONSTRAINT "round_criterion_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scorer" ADD CONSTRAINT "scorer_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "conflict_standing" ON "conflict" USING btree ("person_id","application_id","origin","reason") WHERE lifted_at is null;--> statement-breakpoint
CREATE INDEX "conflict_application_id_index" ON "conflict" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "conflict_call_id_index" ON "conflict" USING btree ("call_id");--> statement-breakpoint
CREATE UNIQUE INDEX "declared_tie_once" ON "declared_tie" USING btree ("organisation_id","kind","other_name");--> statement-breakpoint
CREATE INDEX "decision_call_id_index" ON "decision" USING btree ("call_id");--> statement-breakpoint
CREATE UNIQUE INDEX "decision_release_pending" ON "decision_release" USING btree ("call_id") WHERE released_at is null and cancelled_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "decision_release_once" ON "decision_release" USING btree ("call_id") WHERE released_at is not null;--> statement-breakpoint
CREATE INDEX "deliberation_item_application_id_index" ON "deliberation_item" USING btree ("application_id");--> statement-breakpoint
CREATE UNIQUE INDEX "deliberation_presence_once" ON "deliberation_presence" USING btree ("deliberation_id","person_id") WHERE left_at is null;--> statement-breakpoint
CREATE INDEX "deliberation_score_application_id_index" ON "deliberation_score" USING btree ("application_id");--> statement-breakpoint
CREATE UNIQUE INDEX "assignment_once" ON "assignment" USING btree ("round_id","application_id","person_id") WHERE withdrawn_at is null;--> statement-breakpoint
CREATE INDEX "assignment_person_id_index" ON "assignment" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "assignment_application_id_index" ON "assignment" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "evaluation_by_application" ON "evaluation" USING btree ("round_id","application_id");--> statement-breakpoint
CREATE INDEX "evaluation_person_id_index" ON "evaluation" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "ranking_round_id_index" ON "ranking" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "round_application_application_id_index" ON "round_application" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "scorer_person_id_index" ON "scorer" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "scorer_organisation_id_index" ON "scorer" USING btree ("organisation_id");--> statement-breakpoint
CREATE POLICY "conflict_read" ON "conflict" AS PERMISSIVE FOR SELECT TO "portal_app" USING (person_id = (select portal.actor()) or (select portal.actor_manages()));--> statement-breakpoint
CREATE POLICY "conflict_declare" ON "conflict" AS PERMISSIVE FOR INSERT TO "portal_app" WITH CHECK (lifted_at is null and made_by = (select portal.actor()) and ((origin = 'declared' and person_id = (select portal.actor())) or (origin <> 'declared' and (select portal.actor_manages()))));--> statement-breakpoint
CREATE POLICY "conflict_lift" ON "conflict" AS PERMISSIVE FOR UPDATE TO "portal_app" USING ((select portal.actor_manages()) and person_id <> (select portal.actor())) WITH CHECK (lifted_by = (select portal.actor()));--> statement-breakpoint
CREATE POLICY "declared_tie_read" ON "declared_tie" AS PERMISSIVE FOR SELECT TO "portal_app" USING (organisation_id = any ((select portal.actor_organisations())::uuid[]) or (select portal.actor_manages()));--> statement-breakpoint
CREATE POLICY "declared_tie_write" ON "declared_tie" AS PERMISSIVE FOR ALL TO "portal_app" USING (organisation_id = any ((select portal.actor_owned_organisations())::uuid[])) WITH CHECK (organisation_id = any ((select portal.actor_owned_organisations())::uuid[]) and declared_by = (select portal.actor()));--> statement-breakpoint
CREATE POLICY "decision_read" ON "decision" AS PERMISSIVE FOR SELECT TO "portal_app" USING (((select portal.actor_manages()) and application_id <> all ((select portal.actor_conflicts())::uuid[])) or (released_at is not null and application_id in (select id from application where organisation_id = any ((select portal.actor_organisations())::uuid[]))));--> statement-breakpoint
CREATE POLICY "decision_shape" ON "decision" AS PERMISSIVE FOR ALL TO "portal_app" USING ((select portal.actor_manages()) and application_id <> all ((select portal.actor_conflicts())::uuid[])) WITH CHECK ((select portal.actor_manages()));--> statement-breakpoint
CREATE POLICY "decision_reading_read" ON "decision_reading" AS PERMISSIVE FOR SELECT TO "portal_app" USING (application_id in (select application_id from decision));--> statement-breakpoint
CREATE POLICY "decision_reading_write" ON "decision_reading" AS PERMISSIVE FOR INSERT TO "portal_app" WITH CHECK (person_id = (select portal.actor()) and application_id in (select d.application_id from decision d join application a on a.id = d.application_id where d.released_at is not null and a.organisation_id = any ((select portal.actor_organisations())::uuid[])));--> statement-breakpoint
CREATE POLICY "decision_release_read" ON "decision_release" AS PERMISSIVE FOR SELECT TO "portal_app" USING ((select portal.actor_manages()));--> statement-breakpoint
CREATE POLICY "decision_release_propose" ON "decision_release" AS PERMISSIVE FOR INSERT TO "portal_app" WITH CHECK ((select portal.actor_manages()) and proposed_by = (select portal.actor()) and released_at is null);--> statement-breakpoint
CREATE POLICY "decision_release_settle" ON "decision_release" AS PERMISSIVE FOR UPDATE TO "portal_app" USING ((select portal.actor_manages()) and released_at is null and cancelled_at is null) WITH CHECK ((select portal.actor_manages()));--> statement-breakpoint
CREATE POLICY "deliberation_read" ON "deliberation" AS PERMISSIVE FOR SELECT TO "portal_app" USING (((select portal.actor_manages()) or round_id = any ((select portal.actor_rounds())::uuid[])));--> statement-breakpoint
CREATE POLICY "deliberation_plan" ON "deliberation" AS PERMISSIVE FOR INSERT TO "portal_app" WITH CHECK ((select portal.actor_manages()));--> statement-breakpoint
CREATE POLICY "deliberation_lead" ON "deliberation" AS PERMISSIVE FOR UPDATE TO "portal_app" USING (((select portal.actor_manages()) or round_id = any ((select portal.actor_chaired_rounds())::uuid[]))) WITH CHECK (((select portal.actor_manages()) or round_id = any ((select portal.actor_chaired_rounds())::uuid[])));--> statement-breakpoint
CREATE POLICY "deliberation_item_read" ON "deliberation_item" AS PERMISSIVE FOR SELECT TO "portal_app" USING (((select portal.actor_manages()) or round_id = any ((select portal.actor_rounds())::uuid[])) and application_id <> all ((select portal.actor_conflicts())::uuid[]));--> statement-breakpoint
CREATE POLICY "deliberation_item_plan" ON "deliberation_item" AS PERMISSIVE FOR ALL TO "portal_app" USING ((select portal.actor_manages()) and application_id <> all ((select portal.actor_conflicts())::uuid[])) WITH CHECK ((select portal.actor_manages()));--> statement-breakpoint
CREATE POLICY "deliberation_item_lead" ON "deliberation_item" AS PERMISSIVE FOR UPDATE TO "portal_app" USING (((select portal.actor_manages()) or round_id = any ((select portal.actor_chaired_rounds())::uuid[])) and application_id <> all ((select portal.actor_conflicts())::uuid[])) WITH CHECK (((select portal.actor_manages()) or round_id = any ((select portal.actor_chaired_rounds())::uuid[])));--> statement-breakpoint
CREATE POLICY "deliberation_presence_read" ON "deliberation_presence" AS PERMISSIVE FOR SELECT TO "portal_app" USING (((select portal.actor_manages()) or round_id = any ((select portal.actor_rounds())::uuid[])));--> statement-breakpoint
CREATE POLICY "deliberation_presence_come" ON "deliberation_presence" AS PERMISSIVE FOR INSERT TO "portal_app" WITH CHECK (((select portal.actor_manages()) or round_id = any ((select portal.actor_rounds())::uuid[])) and (person_id = (select portal.actor()) or ((select portal.actor_manages()) or round_id = any ((select portal.actor_chaired_rounds())::uuid[]))));--> statement-breakpoint
CREATE POLICY "deliberation_presence_go" ON "deliberation_presence" AS PERMISSIVE FOR UPDATE TO "portal_app" USING (person_id = (select portal.actor()) or ((select portal.actor_manages()) or round_id = any ((select portal.actor_chaired_rounds())::uuid[]))) WITH CHECK (person_id = (select portal.actor()) or ((select portal.actor_manages()) or round_id = any ((select portal.actor_chaired_rounds())::uuid[])));--> statement-breakpoint
CREATE POLICY "deliberation_score_read" ON "deliberation_score" AS PERMISSIVE FOR SELECT TO "portal_app" USING (application_id <> all ((select portal.actor_conflicts())::uuid[]) and (person_id = (select portal.actor()) or (((select portal.actor_manages()) or round_id = any ((select portal.actor_rounds())::uuid[])) and exists (
        select from deliberation_item i where i.deliberation_id = deliberation_score.deliberation_id and i.application_id = deliberation_score.application_id
          and case kind when 'private' then i.revealed_at else i.settled_at end is not null))));--> statement-breakpoint
CREATE POLICY "deliberation_score_give" ON "deliberation_score" AS PERMISSIVE FOR INSERT TO "portal_app" WITH CHECK (person_id = (select portal.actor()) and round_id = any ((select portal.actor_rounds())::uuid[]) and application_id <> all ((select portal.actor_conflicts())::uuid[]));--> statement-breakpoint
CREATE POLICY "deliberation_score_correct" ON "deliberation_score" AS PERMISSIVE FOR UPDATE TO "portal_app" USING (person_id = (select portal.actor()) and application_id <> all ((select portal.actor_conflicts())::uuid[])) WITH CHECK (person_id = (select portal.actor()) and round_id = any ((select portal.actor_rounds())::uuid[]));--> statement-breakpoint
CREATE POLICY "assignment_read" ON "assignment" AS PERMISSIVE FOR SELECT TO "portal_app" USING ((((select portal.actor_manages()) and round_id <> all ((select portal.actor_rounds())::uuid[])) or (person_id = (select portal.actor()) and withdrawn_at is null and round_id = any ((select portal.actor_rounds())::uuid[]))) and application_id <> all ((select portal.actor_conflicts())::uuid[]));--> statement-breakpoint
CREATE POLICY "assignment_shape" ON "assignment" AS PERMISSIVE FOR ALL TO "portal_app" USING ((select portal.actor_manages()) and round_id <> all ((select portal.actor_rounds())::uuid[]) and application_id <> all ((select portal.actor_conflicts())::uuid[])) WITH CHECK ((select portal.actor_manages()) and round_id <> all ((select portal.actor_rounds())::uuid[]));--> statement-breakpoint
CREATE POLICY "assignment_work" ON "assignment" AS PERMISSIVE FOR UPDATE TO "portal_app" USING (person_id = (select portal.actor()) and withdrawn_at is null and application_id <> all ((select portal.actor_conflicts())::uuid[])) WITH CHECK (person_id = (select portal.actor()));--> statement-breakpoint
CREATE POLICY "evaluation_read" ON "evaluation" AS PERMISSIVE FOR SELECT TO "portal_app" USING ((person_id = (select portal.actor()) or ((select portal.actor_manages()) and round_id <> all ((select portal.actor_rounds())::uuid[]) and submitted_at is not null)) and application_id <> all ((select portal.actor_conflicts())::uuid[]));--> statement-breakpoint
CREATE POLICY "evaluation_begin" ON "evaluation" AS PERMISSIVE FOR INSERT TO "portal_app" WITH CHECK ((select portal.actor_manages()) and round_id <> all ((select portal.actor_rounds())::uuid[]) and version = 0 and submitted_at is null);--> statement-breakpoint
CREATE POLICY "evaluation_write" ON "evaluation" AS PERMISSIVE FOR UPDATE TO "portal_app" USING (person_id = (select portal.actor()) and application_id <> all ((select portal.actor_conflicts())::uuid[])) WITH CHECK (person_id = (select portal.actor()));--> statement-breakpoint
CREATE POLICY "evaluation_reopen" ON "evaluation" AS PERMISSIVE FOR UPDATE TO "portal_app" USING ((select portal.actor_manages()) and round_id <> all ((select portal.actor_rounds())::uuid[]) and submitted_at is not null and application_id <> all ((select portal.actor_conflicts())::uuid[])) WITH CHECK (reopened_by = (select portal.actor()));--> statement-breakpoint
CREATE POLICY "evaluation_revision_read" ON "evaluation_revision" AS PERMISSIVE FOR SELECT TO "portal_app" USING (evaluation_id in (select id from evaluation where person_id = (select portal.actor())));--> statement-breakpoint
CREATE POLICY "evaluation_revision_write" ON "evaluation_revision" AS PERMISSIVE FOR INSERT TO "portal_app" WITH CHECK (saved_by = (select portal.actor()) and evaluation_id in (select id from evaluation where person_id = (select portal.actor())));--> statement-breakpoint
CREATE POLICY "evaluation_submission_read" ON "evaluation_submission" AS PERMISSIVE FOR SELECT TO "portal_app" USING (evaluation_id in (select id from evaluation));--> statement-breakpoint
CREATE POLICY "evaluation_submission_write" ON "evaluation_submission" AS PERMISSIVE FOR INSERT TO "portal_app" WITH CHECK (evaluation_id in (select id from evaluation where person_id = (select portal.actor())));--> statement-breakpoint
CREATE POLICY "ranking_read" ON "ranking" AS PERMISSIVE FOR SELECT TO "portal_app" USING ((select portal.actor_manages()) and round_id <> all ((select portal.actor_rounds())::uuid[]));--> statement-breakpoint
CREATE POLICY "ranking_freeze" ON "ranking" AS PERMISSIVE FOR INSERT TO "portal_app" WITH CHECK ((select portal.actor_manages()) and round_id <> all ((select portal.actor_rounds())::uuid[]) and made_by = (select portal.actor()));--> statement-breakpoint
CREATE POLICY "round_read" ON "round" AS PERMISSIVE FOR SELECT TO "portal_app" USING ((select portal.actor_manages()) or id = any ((select portal.actor_rounds())::uuid[]) or (opened_at is not null and call_id in (select id from call where published_at is not null)));--> statement-breakpoint
CREATE POLICY "round_shape" ON "round" AS PERMISSIVE FOR ALL TO "portal_app" USING ((select portal.actor_manages())) WITH CHECK ((select portal.actor_manages()));--> statement-breakpoint
CREATE POLICY "round_application_read" ON "round_application" AS PERMISSIVE FOR SELECT TO "portal_app" USING (((select portal.actor_manages()) or round_id = any ((select portal.actor_rounds())::uuid[])) and application_id <> all ((select portal.actor_conflicts())::uuid[]));--> statement-breakpoint
CREATE POLICY "round_application_shape" ON "round_application" AS PERMISSIVE FOR ALL TO "portal_app" USING ((select portal.actor_manages()) and application_id <> all ((select portal.actor_conflicts())::uuid[])) WITH CHECK ((select portal.actor_manages()));--> statement-breakpoint
CREATE POLICY "round_criterion_read" ON "round_criterion" AS PERMISSIVE FOR SELECT TO "portal_app" USING (round_id in (select id from round));--> statement-breakpoint
CREATE POLICY "round_criterion_shape" ON "round_criterion" AS PERMISSIVE FOR ALL TO "portal_app" USING ((select portal.actor_manages())) WITH CHECK ((select portal.actor_manages()));--> statement-breakpoint
CREATE POLICY "scorer_read" ON "scorer" AS PERMISSIVE FOR SELECT TO "portal_app" USING ((select portal.actor_manages()) or person_id = (select portal.actor()));--> statement-breakpoint
CREATE POLICY "scorer_shape" ON "scorer" AS PERMISSIVE FOR ALL TO "portal_app" USING ((select portal.actor_manages())) WITH CHECK ((select portal.actor_manages()));--> statement-breakpoint
CREATE POLICY "scorer_declare" ON "scorer" AS PERMISSIVE FOR UPDATE TO "portal_app" USING (person_id = (select portal.actor()) and removed_at is null) WITH CHECK (person_id = (select portal.actor()));--> statement-breakpoint
ALTER POLICY "application_read" ON "application" TO portal_app USING (organisation_id = any ((select portal.actor_organisations())::uuid[]) or ((select portal.actor_manages()) and withdrawn_at is null and id <> all ((select portal.actor_conflicts())::uuid[])));--> statement-breakpoint
ALTER POLICY "application_change" ON "application" TO portal_app USING (organisation_id = any ((select portal.actor_owned_organisations())::uuid[]) or ((select portal.actor_manages()) and withdrawn_at is null and id <> all ((select portal.actor_conflicts())::uuid[]))) WITH CHECK (organisation_id = any ((select portal.actor_owned_organisations())::uuid[]) or (select portal.actor_manages()));--> statement-breakpoint
ALTER POLICY "claim_read" ON "claim" TO portal_app USING (exists (select from application a where a.id = application_id) or application_id = any ((select portal.actor_scored_applications())::uuid[]));--> statement-breakpoint
ALTER POLICY "consultation_write" ON "consultation" TO portal_app WITH CHECK (person_id = (select portal.actor()) and (exists (select from application a where a.id = application_id) or application_id = any ((select portal.actor_scored_applications())::uuid[])));--> statement-breakpoint
ALTER POLICY "application_file_read" ON "application_file" TO portal_app USING (exists (select from application a where a.id = application_id) or file_id = any ((select portal.actor_scored_files())::uuid[]));--> statement-breakpoint
ALTER POLICY "file_read" ON "file" TO portal_app USING (draft_id in (select id from application_draft)
        or ((select portal.actor_manages()) and exists (select from application_file f where f.file_id = file.id))
        or id = any ((select portal.actor_scored_files())::uuid[]));--> statement-breakpoint
ALTER POLICY "application_tag_managers" ON "application_tag" TO portal_app USING ((select portal.actor_manages()) and application_id <> all ((select portal.actor_conflicts())::uuid[])) WITH CHECK ((select portal.actor_manages()));--> statement-breakpoint
ALTER POLICY "screening_deed_managers" ON "screening_deed" TO portal_app USING ((select portal.actor_manages()) and application_id <> all ((select portal.actor_conflicts())::uuid[])) WITH CHECK ((select portal.actor_manages()));