CREATE TABLE "webhook" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"address" text NOT NULL,
	"events" text[] NOT NULL,
	"secret" text NOT NULL,
	"former_secret" text,
	"former_until" timestamp with time zone,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"disabled_at" timestamp with time zone,
	"disabled_reason" text,
	CONSTRAINT "webhook_events" CHECK (cardinality(events) > 0),
	CONSTRAINT "webhook_former_secret" CHECK (num_nonnulls(former_secret, former_until) <> 1),
	CONSTRAINT "webhook_disabled_whole" CHECK (num_nonnulls(disabled_at, disabled_reason) <> 1)
);
--> statement-breakpoint
ALTER TABLE "webhook" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "webhook_delivery" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"webhook_id" uuid NOT NULL,
	"type" text NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"next_try_at" timestamp with time zone DEFAULT now(),
	"tried_at" timestamp with time zone,
	"delivered_at" timestamp with time zone,
	"last_status" integer,
	"last_error" text,
	"replayed_by" uuid
);
--> statement-breakpoint
ALTER TABLE "webhook_delivery" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_webhook_id_webhook_id_fk" FOREIGN KEY ("webhook_id") REFERENCES "public"."webhook"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "webhook_delivery_to_send" ON "webhook_delivery" USING btree ("next_try_at") WHERE next_try_at is not null;--> statement-breakpoint
CREATE INDEX "webhook_delivery_webhook_id_created_at_index" ON "webhook_delivery" USING btree ("webhook_id","created_at");--> statement-breakpoint
CREATE POLICY "webhook_administer" ON "webhook" AS PERMISSIVE FOR ALL TO "portal_app" USING ((select portal.actor_administers())) WITH CHECK ((select portal.actor_administers()));--> statement-breakpoint
CREATE POLICY "webhook_deliver" ON "webhook" AS PERMISSIVE FOR ALL TO "portal_worker" USING (true) WITH CHECK (true);--> statement-breakpoint
CREATE POLICY "webhook_delivery_administer" ON "webhook_delivery" AS PERMISSIVE FOR SELECT TO "portal_app" USING ((select portal.actor_administers()));--> statement-breakpoint
CREATE POLICY "webhook_delivery_replay" ON "webhook_delivery" AS PERMISSIVE FOR UPDATE TO "portal_app" USING ((select portal.actor_administers()) and next_try_at is null) WITH CHECK ((select portal.actor_administers()) and replayed_by = (select portal.actor()));--> statement-breakpoint
CREATE POLICY "webhook_delivery_deliver" ON "webhook_delivery" AS PERMISSIVE FOR ALL TO "portal_worker" USING (true) WITH CHECK (true);