ALTER TABLE "estimate" ADD COLUMN "range_kind" text;--> statement-breakpoint
ALTER TABLE "estimate" ADD COLUMN "range_source_id" text;--> statement-breakpoint
ALTER TABLE "estimate" ADD COLUMN "computed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "estimate" ADD CONSTRAINT "estimate_range_source_id_source_id_fk" FOREIGN KEY ("range_source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source" DROP COLUMN "note_fr";--> statement-breakpoint
ALTER TABLE "source" DROP COLUMN "note_en";--> statement-breakpoint
ALTER TABLE "source" ALTER COLUMN "publisher" SET DATA TYPE jsonb USING jsonb_build_object('fr', "publisher", 'en', "publisher");--> statement-breakpoint
ALTER TABLE "source" ADD COLUMN "language" text DEFAULT 'fr' NOT NULL;--> statement-breakpoint
ALTER TABLE "source" ALTER COLUMN "language" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "source" ADD COLUMN "note" jsonb;
