import { sql } from 'drizzle-orm'
import { transaction, type Transaction } from '#db/client.ts'
import { digestSlots, usualPreference } from '#lib/domain/notice.ts'
import { chosenWay, lettered, standingNotices, type ToldNotice, writeNoticeLetters } from '#lib/worker/notice-letter.ts'
import { isQuietNow, setClock } from '#lib/worker/tell-notices.ts'

/** People written to in one transaction. */
const mostAtOnce = 200

/**
 * Writes to everybody their digest of the week, from the hour they chose on and outside of their quiet hours: all that
 * waits for them and is not told otherwise, if something of it was already known at that hour. One a week, whatever restarts,
 * however many run and however often they choose another day. `at` stands for the database's clock. Resolves to how many were written.
 */
export async function writeDigests(at?: Date): Promise<number> {
  let written = 0
  for (let more = mostAtOnce; more === mostAtOnce; written += more) {
    more = await transaction('portal_worker', 'read write', async (tx) => digest(tx, await setClock(tx, at)))
  }
  return written
}

async function digest(tx: Transaction, now: Date): Promise<number> {
  const notices = await tx.execute<ToldNotice>(sql`
    with slot as (select * from jsonb_to_recordset(${JSON.stringify(digestSlots(now))}::jsonb) as s(day int, hour int, at timestamptz, week date)),
    open as (
      select n.id, n.person_id, n.created_at, slot.at, slot.week from ${standingNotices}
      join slot on slot.day = coalesce(f.digest_day, ${usualPreference.digestDay}) and slot.hour = coalesce(f.digest_hour, ${usualPreference.digestHour})
      where ${chosenWay} = 'digest' and (${isQuietNow(now)}) is not true and not exists (select from notice_digest d where d.person_id = n.person_id and d.week >= slot.week)),
    whom as (select person_id, min(week) as week from open group by person_id having bool_or(created_at <= at) order by person_id limit ${mostAtOnce}),
    written as (insert into notice_digest (person_id, week, written_at) select person_id, week, portal.arrived() from whom on conflict do nothing returning person_id),
    marked as (update notice n set mailed_at = coalesce(n.mailed_at, portal.arrived()) from open join written on written.person_id = open.person_id where open.id = n.id returning n.*)
    ${lettered}`)
  return writeNoticeLetters(tx, 'digest', notices)
}
