CREATE TABLE "programme_reminder" (
	"idempotency_key" text NOT NULL,
	"programme_id" uuid NOT NULL,
	"people" integer NOT NULL,
	"sent_by" uuid NOT NULL,
	"sent_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "programme_reminder_idempotency_key_programme_id_pk" PRIMARY KEY("idempotency_key","programme_id"),
	CONSTRAINT "programme_reminder_people" CHECK (people > 0)
);
--> statement-breakpoint
ALTER TABLE "programme_reminder" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "programme_reminder" ADD CONSTRAINT "programme_reminder_programme_id_programme_id_fk" FOREIGN KEY ("programme_id") REFERENCES "public"."programme"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "programme_reminder_programme_id_sent_at_index" ON "programme_reminder" USING btree ("programme_id","sent_at");--> statement-breakpoint
CREATE POLICY "programme_reminder_read" ON "programme_reminder" AS PERMISSIVE FOR SELECT TO "portal_app" USING ((select portal.actor_manages()) and programme_id <> all ((select portal.actor_conflicts())::uuid[]));--> statement-breakpoint
CREATE POLICY "programme_reminder_write" ON "programme_reminder" AS PERMISSIVE FOR INSERT TO "portal_app" WITH CHECK ((select portal.actor_manages()) and programme_id <> all ((select portal.actor_conflicts())::uuid[]) and sent_by = (select portal.actor()));