import { sql } from 'drizzle-orm'
import { transaction } from '#db/client.ts'

/** Removes what is over and of no more use: the portal keeps no address longer than it needs it. */
export async function purge(): Promise<void> {
  await transaction('portal_worker', 'read write', async (tx) => {
    await tx.execute(sql`delete from sign_in_request where expires_at < now() - interval '1 day'`)
    await tx.execute(sql`delete from session where expires_at < now()`)
    await tx.execute(sql`delete from rate_limit where window_start < now() - interval '1 day'`)
    await tx.execute(sql`delete from invitation where expires_at < now() - interval '90 days'`)
    await tx.execute(sql`delete from notice_digest where written_at < now() - interval '30 days'`)
    await tx.execute(sql`delete from mail where created_at < now() - interval '30 days'`)
  })
}
