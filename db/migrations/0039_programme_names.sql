ALTER TABLE "commitment" ADD COLUMN "organisation_name" text NOT NULL;--> statement-breakpoint
ALTER TABLE "commitment" ADD COLUMN "laureate_name" text;--> statement-breakpoint
ALTER TABLE "mentor" ADD COLUMN "organisation_name" text NOT NULL;--> statement-breakpoint
ALTER TABLE "commitment" ADD CONSTRAINT "commitment_names_its_laureate" CHECK ((programme_id is null) = (laureate_name is null));