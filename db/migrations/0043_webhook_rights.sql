-- The least each role needs of webhooks. Administrators write a secret and never read one back.
grant select (id, address, events, former_until, created_by, created_at, disabled_at, disabled_reason), insert, delete,
  update (address, events, secret, former_secret, former_until, disabled_at, disabled_reason) on webhook to portal_app;
grant select, update (next_try_at, tries, delivered_at, replayed_by) on webhook_delivery to portal_app;
grant select, update (disabled_at, disabled_reason, former_secret, former_until) on webhook to portal_worker;
grant select, delete, update (tries, next_try_at, tried_at, delivered_at, last_status, last_error) on webhook_delivery to portal_worker;
--> statement-breakpoint
-- Writes what happened for every tool that asked to be told, in the transaction of the deed. The body is made once.
create function portal.tell_webhooks(kind text, content text) returns integer
  language plpgsql volatile security definer set search_path = public, pg_temp
  as $$
  declare told integer;
  begin
    insert into webhook_delivery (webhook_id, type, body) select w.id, kind, content from webhook w where w.disabled_at is null and kind = any (w.events);
    get diagnostics told = row_count;
    if told > 0 then perform pg_notify('portal_webhook', ''); end if;
    return told;
  end $$;
--> statement-breakpoint
-- A new secret; the one before signs beside it for a day, so that the other side has time.
create function portal.rotate_webhook_secret(of_webhook uuid, fresh text) returns timestamptz
  language plpgsql volatile security definer set search_path = public, pg_temp
  as $$
  declare until timestamptz := now() + interval '1 day';
  begin
    if not portal.actor_administers() then return null; end if;
    update webhook set former_secret = secret, former_until = until, secret = fresh where id = of_webhook;
    return case when found then until end;
  end $$;
