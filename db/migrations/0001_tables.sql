CREATE TABLE "audit_entry" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"transaction" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"actor_id" uuid,
	"deed" text NOT NULL,
	"subject" text,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_entry" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "audit_seal" (
	"id" bigint PRIMARY KEY NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"from_transaction" "xid8" NOT NULL,
	"to_transaction" "xid8" NOT NULL,
	"entry_ids" bigint[] NOT NULL,
	"digests" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_seal" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "call" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"initiative_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"title" jsonb NOT NULL,
	"edition" integer,
	"opens_on" date,
	"closes_on" date,
	"opens_at" timestamp with time zone,
	"closes_at" timestamp with time zone,
	"target" jsonb,
	"target_source_id" text,
	"applications_received" integer,
	"applications_received_is_approximate" boolean DEFAULT false NOT NULL,
	"applications_source_id" text,
	"facts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"source_ids" text[] NOT NULL,
	"external" boolean DEFAULT false NOT NULL,
	"demonstration" boolean DEFAULT false NOT NULL,
	"published_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "call_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
ALTER TABLE "call" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "call_partner" (
	"call_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"role" jsonb NOT NULL,
	"note" jsonb,
	"source_id" text,
	CONSTRAINT "call_partner_call_id_organisation_id_pk" PRIMARY KEY("call_id","organisation_id")
);
--> statement-breakpoint
ALTER TABLE "call_partner" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "challenge" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"call_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"position" integer NOT NULL,
	"title" jsonb NOT NULL,
	"description" jsonb,
	"source_id" text,
	CONSTRAINT "challenge_callId_slug_unique" UNIQUE("call_id","slug")
);
--> statement-breakpoint
ALTER TABLE "challenge" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "initiative" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"slug" text NOT NULL,
	"title" jsonb NOT NULL,
	"summary" jsonb NOT NULL,
	"field" text NOT NULL,
	"external" boolean DEFAULT false NOT NULL,
	"demonstration" boolean DEFAULT false NOT NULL,
	"source_ids" text[] NOT NULL,
	CONSTRAINT "initiative_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
ALTER TABLE "initiative" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "laureate" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"call_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"position" integer NOT NULL,
	"solution" jsonb NOT NULL,
	"solution_source_id" text,
	"ruptures_note" jsonb,
	"call_is_inferred" boolean DEFAULT false NOT NULL,
	"later_facts" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"note" jsonb,
	"source_id" text,
	"demonstration" boolean DEFAULT false NOT NULL,
	CONSTRAINT "laureate_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
ALTER TABLE "laureate" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "laureate_rupture" (
	"laureate_id" uuid NOT NULL,
	"rupture_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"is_proposal" boolean NOT NULL,
	"note" jsonb,
	CONSTRAINT "laureate_rupture_laureate_id_rupture_id_pk" PRIMARY KEY("laureate_id","rupture_id")
);
--> statement-breakpoint
ALTER TABLE "laureate_rupture" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "phase" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"call_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"position" integer NOT NULL,
	"title" jsonb NOT NULL,
	"starts_on" date,
	"ends_on" date,
	"starts_month" text,
	"dates_are_planned" boolean NOT NULL,
	"note" jsonb,
	"source_id" text,
	CONSTRAINT "phase_callId_slug_unique" UNIQUE("call_id","slug")
);
--> statement-breakpoint
ALTER TABLE "phase" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "instance" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"demonstration" boolean NOT NULL,
	"mailbox_is_open" boolean NOT NULL,
	CONSTRAINT "instance_single" CHECK (id = 1)
);
--> statement-breakpoint
ALTER TABLE "instance" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "mail" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"recipient" text NOT NULL,
	"person_id" uuid,
	"sender_id" uuid,
	"kind" text NOT NULL,
	"locale" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone,
	"tries" integer DEFAULT 0 NOT NULL,
	"next_try_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	"last_error" text
);
--> statement-breakpoint
ALTER TABLE "mail" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "invitation" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"invited_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "invitation_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "invitation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "membership" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "membership" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "organisation" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"siren" text,
	"listed" boolean DEFAULT false NOT NULL,
	"demonstration" boolean DEFAULT false NOT NULL,
	"source_id" text,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organisation_slug_unique" UNIQUE("slug"),
	CONSTRAINT "organisation_siren_digits" CHECK (siren ~ '^[0-9]{9}$')
);
--> statement-breakpoint
ALTER TABLE "organisation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "organisation_domain" (
	"organisation_id" uuid NOT NULL,
	"domain" text NOT NULL,
	CONSTRAINT "organisation_domain_organisation_id_domain_pk" PRIMARY KEY("organisation_id","domain")
);
--> statement-breakpoint
ALTER TABLE "organisation_domain" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "identity" (
	"provider" text NOT NULL,
	"subject" text NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "identity_provider_subject_pk" PRIMARY KEY("provider","subject")
);
--> statement-breakpoint
ALTER TABLE "identity" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "person" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"email" text NOT NULL,
	"name" text,
	"locale" text DEFAULT 'fr' NOT NULL,
	"administrator" boolean DEFAULT false NOT NULL,
	"demonstration" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"disabled_at" timestamp with time zone,
	CONSTRAINT "person_email_unique" UNIQUE("email")
);
--> statement-breakpoint
ALTER TABLE "person" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "rate_limit" (
	"subject" text NOT NULL,
	"window_start" timestamp with time zone NOT NULL,
	"tries" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "rate_limit_subject_windowStart_unique" UNIQUE("subject","window_start")
);
--> statement-breakpoint
ALTER TABLE "rate_limit" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "session" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"person_id" uuid NOT NULL,
	"user_agent" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "session_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "session" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "sign_in_request" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"email" text,
	"token_hash" "bytea" NOT NULL,
	"code_hash" "bytea",
	"code_tries" integer DEFAULT 0 NOT NULL,
	"purpose" text DEFAULT 'sign-in' NOT NULL,
	"locale" text DEFAULT 'fr' NOT NULL,
	"return_to" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "sign_in_request_tokenHash_unique" UNIQUE("token_hash"),
	CONSTRAINT "sign_in_request_address" CHECK (purpose = 'first-administrator' or (email is not null and code_hash is not null))
);
--> statement-breakpoint
ALTER TABLE "sign_in_request" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "current_rupture" (
	"rupture_id" uuid NOT NULL,
	"rupture_version_id" uuid NOT NULL,
	CONSTRAINT "current_rupture_rupture_id_pk" PRIMARY KEY("rupture_id")
);
--> statement-breakpoint
ALTER TABLE "current_rupture" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "estimate" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"rupture_version_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"name" jsonb NOT NULL,
	"low" double precision,
	"central" double precision,
	"high" double precision,
	"range_kind" text,
	"range_source_id" text,
	"approximate" boolean DEFAULT false NOT NULL,
	"computed" boolean DEFAULT false NOT NULL,
	"unit" jsonb,
	"year" integer,
	"place" jsonb,
	"size_kind" text,
	"conflict_group" text,
	"evidence" text,
	"source_id" text,
	"note" jsonb,
	CONSTRAINT "estimate_ruptureVersionId_slug_unique" UNIQUE("rupture_version_id","slug"),
	CONSTRAINT "estimate_range" CHECK (coalesce(low, central) <= coalesce(central, high) and coalesce(central, low) <= coalesce(high, central))
);
--> statement-breakpoint
ALTER TABLE "estimate" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "metric" (
	"slug" text PRIMARY KEY NOT NULL,
	"position" integer NOT NULL,
	"name" jsonb NOT NULL,
	"unit" jsonb NOT NULL,
	"family" text NOT NULL,
	"direction" text NOT NULL,
	"method" jsonb NOT NULL,
	"source_id" text,
	"is_proposal" boolean NOT NULL,
	"note" jsonb
);
--> statement-breakpoint
ALTER TABLE "metric" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "referential_document" (
	"slug" text PRIMARY KEY NOT NULL,
	"content" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "referential_document" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "rupture" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"slug" text NOT NULL,
	"position" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rupture_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
ALTER TABLE "rupture" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "rupture_version" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"rupture_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"stage" text NOT NULL,
	"stage_is_proposal" boolean NOT NULL,
	"field" text NOT NULL,
	"title" jsonb NOT NULL,
	"summary" jsonb NOT NULL,
	"population" jsonb NOT NULL,
	"indicator_definition" jsonb NOT NULL,
	"data_source_types" text[] NOT NULL,
	"evidence" text NOT NULL,
	"source_ids" text[] NOT NULL,
	"change_note" jsonb,
	"content_hash" text NOT NULL,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rupture_version_ruptureId_version_unique" UNIQUE("rupture_id","version")
);
--> statement-breakpoint
ALTER TABLE "rupture_version" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "stage" (
	"slug" text PRIMARY KEY NOT NULL,
	"position" integer NOT NULL,
	"title" jsonb NOT NULL,
	"definition" jsonb NOT NULL,
	"definition_is_proposal" boolean NOT NULL,
	"source_id" text,
	CONSTRAINT "stage_position_unique" UNIQUE("position")
);
--> statement-breakpoint
ALTER TABLE "stage" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "source" (
	"id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"language" text NOT NULL,
	"publisher" jsonb NOT NULL,
	"year" integer,
	"url" text,
	"kind" text NOT NULL,
	"note" jsonb,
	"position" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "source" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "call" ADD CONSTRAINT "call_initiative_id_initiative_id_fk" FOREIGN KEY ("initiative_id") REFERENCES "public"."initiative"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call" ADD CONSTRAINT "call_target_source_id_source_id_fk" FOREIGN KEY ("target_source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call" ADD CONSTRAINT "call_applications_source_id_source_id_fk" FOREIGN KEY ("applications_source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_partner" ADD CONSTRAINT "call_partner_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_partner" ADD CONSTRAINT "call_partner_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_partner" ADD CONSTRAINT "call_partner_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenge" ADD CONSTRAINT "challenge_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenge" ADD CONSTRAINT "challenge_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "laureate" ADD CONSTRAINT "laureate_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "laureate" ADD CONSTRAINT "laureate_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "laureate" ADD CONSTRAINT "laureate_solution_source_id_source_id_fk" FOREIGN KEY ("solution_source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "laureate" ADD CONSTRAINT "laureate_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "laureate_rupture" ADD CONSTRAINT "laureate_rupture_laureate_id_laureate_id_fk" FOREIGN KEY ("laureate_id") REFERENCES "public"."laureate"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "laureate_rupture" ADD CONSTRAINT "laureate_rupture_rupture_id_rupture_id_fk" FOREIGN KEY ("rupture_id") REFERENCES "public"."rupture"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phase" ADD CONSTRAINT "phase_call_id_call_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phase" ADD CONSTRAINT "phase_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "mail_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_invited_by_person_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_domain" ADD CONSTRAINT "organisation_domain_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity" ADD CONSTRAINT "identity_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "current_rupture" ADD CONSTRAINT "current_rupture_rupture_id_rupture_id_fk" FOREIGN KEY ("rupture_id") REFERENCES "public"."rupture"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "current_rupture" ADD CONSTRAINT "current_rupture_rupture_version_id_rupture_version_id_fk" FOREIGN KEY ("rupture_version_id") REFERENCES "public"."rupture_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "estimate" ADD CONSTRAINT "estimate_rupture_version_id_rupture_version_id_fk" FOREIGN KEY ("rupture_version_id") REFERENCES "public"."rupture_version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "estimate" ADD CONSTRAINT "estimate_range_source_id_source_id_fk" FOREIGN KEY ("range_source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "estimate" ADD CONSTRAINT "estimate_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "metric" ADD CONSTRAINT "metric_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rupture_version" ADD CONSTRAINT "rupture_version_rupture_id_rupture_id_fk" FOREIGN KEY ("rupture_id") REFERENCES "public"."rupture"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rupture_version" ADD CONSTRAINT "rupture_version_stage_stage_slug_fk" FOREIGN KEY ("stage") REFERENCES "public"."stage"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stage" ADD CONSTRAINT "stage_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "laureate_call_id_index" ON "laureate" USING btree ("call_id");--> statement-breakpoint
CREATE INDEX "laureate_organisation_id_index" ON "laureate" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "laureate_rupture_rupture_id_index" ON "laureate_rupture" USING btree ("rupture_id");--> statement-breakpoint
CREATE INDEX "mail_to_send" ON "mail" USING btree ("next_try_at") WHERE sent_at is null;--> statement-breakpoint
CREATE INDEX "invitation_organisation_id_index" ON "invitation" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "invitation_email_index" ON "invitation" USING btree ("email");--> statement-breakpoint
CREATE UNIQUE INDEX "membership_current" ON "membership" USING btree ("organisation_id","person_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "membership_person_id_index" ON "membership" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "organisation_listed_siren" ON "organisation" USING btree ("siren") WHERE listed;--> statement-breakpoint
CREATE INDEX "organisation_siren_index" ON "organisation" USING btree ("siren");--> statement-breakpoint
CREATE INDEX "identity_person_id_index" ON "identity" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "session_person_id_index" ON "session" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sign_in_request_email_created_at_index" ON "sign_in_request" USING btree ("email","created_at");--> statement-breakpoint
CREATE INDEX "estimate_source_id_index" ON "estimate" USING btree ("source_id");--> statement-breakpoint
CREATE POLICY "audit_entry_read" ON "audit_entry" AS PERMISSIVE FOR SELECT TO "portal_app" USING ((select portal.actor_administers()) or actor_id = (select portal.actor()));--> statement-breakpoint
CREATE POLICY "audit_entry_write" ON "audit_entry" AS PERMISSIVE FOR INSERT TO "portal_app" WITH CHECK (actor_id is not distinct from (select portal.actor()) and at = now() and transaction = pg_current_xact_id());--> statement-breakpoint
CREATE POLICY "audit_entry_sign_in" ON "audit_entry" AS PERMISSIVE FOR INSERT TO "portal_auth" WITH CHECK (at = now() and transaction = pg_current_xact_id());--> statement-breakpoint
CREATE POLICY "audit_entry_seal" ON "audit_entry" AS PERMISSIVE FOR SELECT TO "portal_worker" USING (true);--> statement-breakpoint
CREATE POLICY "audit_seal_read" ON "audit_seal" AS PERMISSIVE FOR SELECT TO "portal_app" USING ((select portal.actor_administers()));--> statement-breakpoint
CREATE POLICY "audit_seal_write" ON "audit_seal" AS PERMISSIVE FOR ALL TO "portal_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "call_read_published" ON "call" AS PERMISSIVE FOR SELECT TO "portal_app" USING (published_at is not null);--> statement-breakpoint
CREATE POLICY "call_partner_read_with_call" ON "call_partner" AS PERMISSIVE FOR SELECT TO "portal_app" USING (call_id in (select id from call where published_at is not null));--> statement-breakpoint
CREATE POLICY "challenge_read_with_call" ON "challenge" AS PERMISSIVE FOR SELECT TO "portal_app" USING (call_id in (select id from call where published_at is not null));--> statement-breakpoint
CREATE POLICY "initiative_read_by_anyone" ON "initiative" AS PERMISSIVE FOR SELECT TO "portal_app" USING (true);--> statement-breakpoint
CREATE POLICY "laureate_read_with_call" ON "laureate" AS PERMISSIVE FOR SELECT TO "portal_app" USING (call_id in (select id from call where published_at is not null));--> statement-breakpoint
CREATE POLICY "laureate_rupture_read_with_laureate" ON "laureate_rupture" AS PERMISSIVE FOR SELECT TO "portal_app" USING (laureate_id in (select id from laureate));--> statement-breakpoint
CREATE POLICY "phase_read_with_call" ON "phase" AS PERMISSIVE FOR SELECT TO "portal_app" USING (call_id in (select id from call where published_at is not null));--> statement-breakpoint
CREATE POLICY "instance_read_by_anyone" ON "instance" AS PERMISSIVE FOR SELECT TO "portal_app" USING (true);--> statement-breakpoint
CREATE POLICY "instance_read_sign_in" ON "instance" AS PERMISSIVE FOR SELECT TO "portal_auth" USING (true);--> statement-breakpoint
CREATE POLICY "mail_write" ON "mail" AS PERMISSIVE FOR INSERT TO "portal_app" WITH CHECK (sender_id = (select portal.actor()) and sent_at is null and tries = 0);--> statement-breakpoint
CREATE POLICY "mail_demonstration_mailbox" ON "mail" AS PERMISSIVE FOR SELECT TO "portal_app" USING ((select portal.mailbox_is_open()));--> statement-breakpoint
CREATE POLICY "mail_sign_in" ON "mail" AS PERMISSIVE FOR INSERT TO "portal_auth" WITH CHECK (sent_at is null and tries = 0);--> statement-breakpoint
CREATE POLICY "mail_send" ON "mail" AS PERMISSIVE FOR ALL TO "portal_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "invitation_read" ON "invitation" AS PERMISSIVE FOR SELECT TO "portal_app" USING (organisation_id = any ((select portal.actor_owned_organisations())::uuid[]) or email = (select portal.actor_email()) or (select portal.actor_administers()));--> statement-breakpoint
CREATE POLICY "invitation_send" ON "invitation" AS PERMISSIVE FOR INSERT TO "portal_app" WITH CHECK (organisation_id = any ((select portal.actor_owned_organisations())::uuid[]) or (select portal.actor_administers()));--> statement-breakpoint
CREATE POLICY "invitation_settle" ON "invitation" AS PERMISSIVE FOR UPDATE TO "portal_app" USING (accepted_at is null and revoked_at is null and (organisation_id = any ((select portal.actor_owned_organisations())::uuid[]) or email = (select portal.actor_email()) or (select portal.actor_administers()))) WITH CHECK (organisation_id = any ((select portal.actor_owned_organisations())::uuid[]) or email = (select portal.actor_email()) or (select portal.actor_administers()));--> statement-breakpoint
CREATE POLICY "invitation_purge" ON "invitation" AS PERMISSIVE FOR ALL TO "portal_worker" USING (true);--> statement-breakpoint
CREATE POLICY "membership_read" ON "membership" AS PERMISSIVE FOR SELECT TO "portal_app" USING (organisation_id = any ((select portal.actor_organisations())::uuid[]) or person_id = (select portal.actor()) or (select portal.actor_administers()));--> statement-breakpoint
CREATE POLICY "membership_join" ON "membership" AS PERMISSIVE FOR INSERT TO "portal_app" WITH CHECK (person_id = (select portal.actor()) and portal.may_join(organisation_id, role));--> statement-breakpoint
CREATE POLICY "membership_change" ON "membership" AS PERMISSIVE FOR UPDATE TO "portal_app" USING (organisation_id = any ((select portal.actor_owned_organisations())::uuid[]) or person_id = (select portal.actor()) or (select portal.actor_administers())) WITH CHECK (organisation_id = any ((select portal.actor_owned_organisations())::uuid[]) or (select portal.actor_administers()) or (person_id = (select portal.actor()) and ended_at is not null));--> statement-breakpoint
CREATE POLICY "organisation_read" ON "organisation" AS PERMISSIVE FOR SELECT TO "portal_app" USING (listed or id = any ((select portal.actor_organisations())::uuid[]) or id = any ((select portal.actor_invitations())::uuid[]) or (select portal.actor_manages()) or (select portal.actor_administers()));--> statement-breakpoint
CREATE POLICY "organisation_create" ON "organisation" AS PERMISSIVE FOR INSERT TO "portal_app" WITH CHECK (created_by = (select portal.actor()) and not listed and (kind <> 'operator' or (select portal.actor_administers())));--> statement-breakpoint
CREATE POLICY "organisation_update" ON "organisation" AS PERMISSIVE FOR UPDATE TO "portal_app" USING (id = any ((select portal.actor_owned_organisations())::uuid[]) or (select portal.actor_administers())) WITH CHECK ((id = any ((select portal.actor_owned_organisations())::uuid[]) and kind <> 'operator') or (select portal.actor_administers()));--> statement-breakpoint
CREATE POLICY "organisation_close" ON "organisation" AS PERMISSIVE FOR DELETE TO "portal_app" USING (id = any ((select portal.actor_owned_organisations())::uuid[]) and not listed);--> statement-breakpoint
CREATE POLICY "organisation_domain_read" ON "organisation_domain" AS PERMISSIVE FOR SELECT TO "portal_app" USING (organisation_id = any ((select portal.actor_organisations())::uuid[]) or (select portal.actor_manages()) or (select portal.actor_administers()));--> statement-breakpoint
CREATE POLICY "organisation_domain_write" ON "organisation_domain" AS PERMISSIVE FOR ALL TO "portal_app" USING (organisation_id = any ((select portal.actor_owned_organisations())::uuid[]) or (select portal.actor_administers())) WITH CHECK (organisation_id = any ((select portal.actor_owned_organisations())::uuid[]) or (select portal.actor_administers()));--> statement-breakpoint
CREATE POLICY "identity_own_read" ON "identity" AS PERMISSIVE FOR SELECT TO "portal_app" USING (person_id = (select portal.actor()));--> statement-breakpoint
CREATE POLICY "identity_sign_in" ON "identity" AS PERMISSIVE FOR ALL TO "portal_auth" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "person_read" ON "person" AS PERMISSIVE FOR SELECT TO "portal_app" USING (id = (select portal.actor()) or (select portal.actor_administers()) or id = any ((select portal.actor_colleagues())::uuid[]));--> statement-breakpoint
CREATE POLICY "person_update" ON "person" AS PERMISSIVE FOR UPDATE TO "portal_app" USING (id = (select portal.actor()) or (select portal.actor_administers())) WITH CHECK (id = (select portal.actor()) or (select portal.actor_administers()));--> statement-breakpoint
CREATE POLICY "person_delete" ON "person" AS PERMISSIVE FOR DELETE TO "portal_app" USING (id = (select portal.actor()));--> statement-breakpoint
CREATE POLICY "person_sign_in" ON "person" AS PERMISSIVE FOR ALL TO "portal_auth" USING (true) WITH CHECK (not administrator or portal.no_administrator());--> statement-breakpoint
CREATE POLICY "person_mail" ON "person" AS PERMISSIVE FOR SELECT TO "portal_worker" USING (true);--> statement-breakpoint
CREATE POLICY "rate_limit_sign_in" ON "rate_limit" AS PERMISSIVE FOR ALL TO "portal_auth" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "rate_limit_purge" ON "rate_limit" AS PERMISSIVE FOR ALL TO "portal_worker" USING (true);--> statement-breakpoint
CREATE POLICY "session_own_read" ON "session" AS PERMISSIVE FOR SELECT TO "portal_app" USING (person_id = (select portal.actor()));--> statement-breakpoint
CREATE POLICY "session_own_end" ON "session" AS PERMISSIVE FOR DELETE TO "portal_app" USING (person_id = (select portal.actor()) or (select portal.actor_administers()));--> statement-breakpoint
CREATE POLICY "session_sign_in" ON "session" AS PERMISSIVE FOR ALL TO "portal_auth" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "session_purge" ON "session" AS PERMISSIVE FOR ALL TO "portal_worker" USING (true);--> statement-breakpoint
CREATE POLICY "sign_in_request_sign_in" ON "sign_in_request" AS PERMISSIVE FOR ALL TO "portal_auth" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "sign_in_request_purge" ON "sign_in_request" AS PERMISSIVE FOR ALL TO "portal_worker" USING (true);--> statement-breakpoint
CREATE POLICY "current_rupture_read_by_anyone" ON "current_rupture" AS PERMISSIVE FOR SELECT TO "portal_app" USING (true);--> statement-breakpoint
CREATE POLICY "estimate_read_by_anyone" ON "estimate" AS PERMISSIVE FOR SELECT TO "portal_app" USING (true);--> statement-breakpoint
CREATE POLICY "metric_read_by_anyone" ON "metric" AS PERMISSIVE FOR SELECT TO "portal_app" USING (true);--> statement-breakpoint
CREATE POLICY "referential_document_read_by_anyone" ON "referential_document" AS PERMISSIVE FOR SELECT TO "portal_app" USING (true);--> statement-breakpoint
CREATE POLICY "rupture_read_by_anyone" ON "rupture" AS PERMISSIVE FOR SELECT TO "portal_app" USING (true);--> statement-breakpoint
CREATE POLICY "rupture_version_read_by_anyone" ON "rupture_version" AS PERMISSIVE FOR SELECT TO "portal_app" USING (true);--> statement-breakpoint
CREATE POLICY "stage_read_by_anyone" ON "stage" AS PERMISSIVE FOR SELECT TO "portal_app" USING (true);--> statement-breakpoint
CREATE POLICY "source_read_by_anyone" ON "source" AS PERMISSIVE FOR SELECT TO "portal_app" USING (true);