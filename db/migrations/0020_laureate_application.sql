ALTER TABLE "laureate" ADD COLUMN "application_id" uuid;--> statement-breakpoint
ALTER TABLE "laureate" ADD CONSTRAINT "laureate_application" UNIQUE("application_id");