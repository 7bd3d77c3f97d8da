CREATE TABLE "assignment_proposal" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"round_id" uuid NOT NULL,
	"basis" text NOT NULL,
	"question" jsonb NOT NULL,
	"pairs" jsonb NOT NULL,
	"report" jsonb NOT NULL,
	"made_by" uuid,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"applied_at" timestamp with time zone,
	"applied_by" uuid
);
--> statement-breakpoint
ALTER TABLE "assignment_proposal" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "assignment_proposal" ADD CONSTRAINT "assignment_proposal_round_id_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assignment_proposal_round_id_made_at_index" ON "assignment_proposal" USING btree ("round_id","made_at");--> statement-breakpoint
CREATE POLICY "assignment_proposal_shape" ON "assignment_proposal" AS PERMISSIVE FOR ALL TO "portal_app" USING ((select portal.actor_manages()) and round_id <> all ((select portal.actor_rounds())::uuid[])) WITH CHECK ((select portal.actor_manages()) and round_id <> all ((select portal.actor_rounds())::uuid[]));