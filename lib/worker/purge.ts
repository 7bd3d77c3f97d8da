import { sql } from 'drizzle-orm'
import { transaction } from '#db/client.ts'
import { daysDeliveriesAreKept } from '#lib/domain/webhook.ts'

/** Notices to other tools are looked up by whoever runs those, and said on their page to be kept this long. */
const lastKept = sql`now() - make_interval(days => ${daysDeliveriesAreKept})`

/** Removes what is over and of no more use: the portal keeps no address longer than it needs it. */
export async function purge(): Promise<void> {
  await transaction('portal_worker', 'read write', async (tx) => {
    await tx.execute(sql`delete from sign_in_request where expires_at < now() - interval '1 day'`)
    await tx.execute(sql`delete from session where expires_at < now()`)
    await tx.execute(sql`delete from rate_limit where window_start < now() - interval '1 day'`)
    await tx.execute(sql`delete from invitation where expires_at < now() - interval '90 days'`)
    await tx.execute(sql`delete from notice_digest where written_at < now() - interval '30 days'`)
    await tx.execute(sql`delete from mail where created_at < now() - interval '30 days'`)
    // Of a disabled receiver too; one that is sent again by hand stays until that is over.
    await tx.execute(sql`delete from webhook_delivery where greatest(created_at, tried_at) < ${lastKept} and (next_try_at is null or next_try_at < ${lastKept})`)
  })
}
