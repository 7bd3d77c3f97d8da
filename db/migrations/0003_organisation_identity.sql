ALTER TABLE "organisation" ADD COLUMN "being_created" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "identity_source" text;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "identity_confirmed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "legal_name" text;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "legal_form" text;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "naf" text;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "registered_on" date;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "address" text;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "postcode" text;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "city" text;--> statement-breakpoint
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_identity_source" CHECK (identity_source in ('register', 'declared'));--> statement-breakpoint
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_identity_confirmed" CHECK (coalesce(identity_source = 'register', false) = (identity_confirmed_at is not null));--> statement-breakpoint
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_register_facts" CHECK (case when identity_source = 'register' then siren is not null and legal_name is not null else num_nonnulls(legal_name, legal_form, naf, registered_on, address, postcode, city) = 0 end);--> statement-breakpoint
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_being_created" CHECK (not being_created or (siren is null and identity_source = 'declared'));--> statement-breakpoint
grant update (being_created, identity_source, identity_confirmed_at, legal_name, legal_form, naf, registered_on, address, postcode, city) on organisation to portal_app;
