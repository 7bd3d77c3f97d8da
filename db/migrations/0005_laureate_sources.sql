ALTER TABLE "laureate" ADD COLUMN "solution_source_id" text;--> statement-breakpoint
ALTER TABLE "laureate" ADD COLUMN "ruptures_note" jsonb;--> statement-breakpoint
ALTER TABLE "laureate" ADD CONSTRAINT "laureate_solution_source_id_source_id_fk" FOREIGN KEY ("solution_source_id") REFERENCES "public"."source"("id") ON DELETE no action ON UPDATE no action;