ALTER TABLE "call" ADD COLUMN "date_changes" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "call" ADD COLUMN "dates_changed_at" timestamp with time zone;
--> statement-breakpoint
grant update (date_changes, dates_changed_at) on call to portal_app;
