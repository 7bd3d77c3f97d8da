import { sql } from 'drizzle-orm'
import { transaction, type Transaction } from '#db/client.ts'
import { parisDaysBetween } from '#lib/domain/calendar.ts'
import { inLocale, type Localized } from '#lib/domain/localized.ts'
import { formatParisInstant } from '#lib/i18n/format.ts'
import { type Addressee, pageAddress, writeMails } from '#lib/server/mail/write-mail.ts'

/** Days before a deadline at which those who have not deposited are reminded. */
const reminderDays = [7, 1] as const
/** Drafts reminded in one transaction. */
const mostAtOnce = 200

type Due = { draftId: string; organisationId: string; title: Localized; closesAt: string; now: string }

/**
 * Reminds the people of drafts that are not deposited, 7 days and 1 day before their call closes, on the database's clock.
 * Once each, whatever restarts and however many workers there are: that it was written is written with the mails, in one
 * transaction. A draft begun later than that is not reminded of it. Resolves to how many drafts were.
 */
export async function remindDrafts(): Promise<number> {
  let reminded = 0
  for (const days of reminderDays) {
    for (let more = mostAtOnce; more === mostAtOnce; reminded += more) more = await transaction('portal_worker', 'read write', (tx) => remind(tx, days))
  }
  return reminded
}

/** Of the next number of days down to none: a worker that slept through the seventh day still reminds of it, not past the last. */
async function remind(tx: Transaction, days: (typeof reminderDays)[number]): Promise<number> {
  const until = reminderDays.find((each) => each < days) ?? 0
  const due = await tx.execute<Due>(sql`
    with due as (
      select d.id, c.id as call_id, d.organisation_id, c.title, c.closes_at from application_draft d join call c on c.id = d.call_id
      where c.run_here and c.published_at is not null and d.created_at < c.closes_at - make_interval(days => ${days})
        and c.closes_at - make_interval(days => ${days}) <= now() and now() < c.closes_at - make_interval(days => ${until})
        and not exists (select from application a where a.id = d.id and a.withdrawn_at is null)
        and not exists (select from reminder r where r.draft_id = d.id and r.days = ${days} and r.closes_at = c.closes_at)
      order by d.id limit ${mostAtOnce}),
    written as (insert into reminder (draft_id, days, closes_at) select id, ${days}, closes_at from due on conflict do nothing returning draft_id)
    select due.id as "draftId", due.organisation_id as "organisationId", due.title, due.closes_at as "closesAt", now() as now from written join due on due.id = written.draft_id`)
  for (const { draftId, organisationId, title, closesAt, now } of due) {
    await writeMails(tx, await peopleOf(tx, organisationId), null, (locale) => ({
      kind: 'reminder',
      values: {
        call: inLocale(title, locale), until: formatParisInstant(new Date(closesAt), locale), days: parisDaysBetween(new Date(now), new Date(closesAt)), link: pageAddress(locale, `/applications/${draftId}`),
      },
    }), new Date(closesAt))
  }
  return due.length
}

async function peopleOf(tx: Transaction, organisationId: string): Promise<Addressee[]> {
  return tx.execute<Addressee>(sql`
    select p.id as "personId", p.email, p.locale from membership m join person p on p.id = m.person_id
    where m.organisation_id = ${organisationId} and m.ended_at is null and m.role in ('owner', 'member') and p.disabled_at is null`)
}
