ALTER TABLE "instance" ADD COLUMN "demonstration_filled" jsonb;--> statement-breakpoint
CREATE POLICY "initiative_invent" ON "initiative" AS PERMISSIVE FOR INSERT TO "portal_app" WITH CHECK (demonstration and not external and (select portal.actor_manages()) and (select i.demonstration from instance i));--> statement-breakpoint
CREATE POLICY "instance_fill" ON "instance" AS PERMISSIVE FOR UPDATE TO "portal_app" USING (demonstration and (select portal.actor_manages())) WITH CHECK (demonstration);--> statement-breakpoint
-- A demonstration is filled by its own verbs, as everything else is written.
grant insert on initiative to portal_app;--> statement-breakpoint
grant update (demonstration_filled) on instance to portal_app;
