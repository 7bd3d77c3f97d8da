import { sql } from 'drizzle-orm'
import { transaction, type Transaction } from '#db/client.ts'
import { quietHoursAt, usualPreference } from '#lib/domain/notice.ts'
import { chosenWay, lettered, standingNotices, type ToldNotice, writeNoticeLetters } from '#lib/worker/notice-letter.ts'

/** Notices written, or mailed, in one transaction. */
const mostAtOnce = 500

/**
 * Tells everybody of what waits for them: on the portal, and by mail at once where they chose so, unless it is a quiet hour
 * of theirs; then the mail waits for its end, and is not written if the thing is done by then. Once each, whatever restarts
 * and however many run: what was written is written with it. `at` stands for the database's clock. Resolves to how many were new.
 */
export async function tellNotices(at?: Date): Promise<number> {
  let told = 0
  for (let found = mostAtOnce; found === mostAtOnce; ) {
    const made = await transaction('portal_worker', 'read write', async (tx) => {
      await setClock(tx, at)
      return makeNotices(tx)
    })
    found = made.found
    told += made.written
  }
  for (let more = mostAtOnce; more === mostAtOnce; ) {
    more = await transaction('portal_worker', 'read write', async (tx) => mailAtOnce(tx, await setClock(tx, at)))
  }
  return told
}

/** Sets the transaction's instant, which `portal.arrived()` tells from then on. */
export async function setClock(tx: Transaction, at: Date | undefined): Promise<Date> {
  const [row] = await tx.execute<{ now: string }>(sql`select set_config('portal.arrived', coalesce(${at?.toISOString() ?? null}::timestamptz, clock_timestamp())::text, true) as now`)
  return new Date(row?.now ?? Number.NaN)
}

async function makeNotices(tx: Transaction): Promise<{ found: number; written: number }> {
  const [row] = await tx.execute<{ found: number; written: number }>(sql`
    with fresh as (
      select t.* from portal.told_things() t
      where not exists (select from notice n where n.person_id = t.person_id and n.kind = t.kind and n.subject_id = t.subject_id and n.day = t.day)
      order by t.person_id, t.kind, t.subject_id, t.day limit ${mostAtOnce}),
    written as (
      insert into notice (person_id, kind, call_id, programme_id, check_in_id, milestone_id, metric_id, measurement_id, commitment_id, day, created_at)
      select person_id, kind, call_id, programme_id, check_in_id, milestone_id, metric_id, measurement_id, commitment_id, day, portal.arrived() from fresh on conflict do nothing returning id)
    select (select count(*)::int from fresh) as found, (select count(*)::int from written) as written`)
  return row ?? { found: 0, written: 0 }
}

/** True of `f` while its person wants no mail, on a clock of Paris that shows `now`. */
export function isQuietNow(now: Date) {
  const { quiet } = usualPreference
  return sql`(case when f.person_id is null then ${quiet?.from ?? null}::int else f.quiet_from end, case when f.person_id is null then ${quiet?.until ?? null}::int else f.quiet_until end)
    in (select q."from", q.until from jsonb_to_recordset(${JSON.stringify(quietHoursAt(now))}::jsonb) as q("from" int, until int))`
}

async function mailAtOnce(tx: Transaction, now: Date): Promise<number> {
  const notices = await tx.execute<ToldNotice>(sql`
    with due as (
      select n.id from ${standingNotices}
      where n.mailed_at is null and ${chosenWay} = 'at-once' and (${isQuietNow(now)}) is not true
      order by n.person_id, n.id limit ${mostAtOnce} for update of n skip locked),
    marked as (update notice n set mailed_at = portal.arrived() from due where due.id = n.id returning n.*)
    ${lettered}`)
  await writeNoticeLetters(tx, 'notice', notices)
  return notices.length
}
