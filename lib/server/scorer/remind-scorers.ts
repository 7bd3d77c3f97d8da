import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { application } from '#db/schema/application.ts'
import { assignment } from '#db/schema/evaluation.ts'
import { manager, type Person } from '#lib/domain/access.ts'
import { inLocale } from '#lib/domain/localized.ts'
import { formatParisInstant } from '#lib/i18n/format.ts'
import { command } from '#lib/server/command.ts'
import { type Addressee, pageAddress, writeMails } from '#lib/server/mail/write-mail.ts'
import { Refusal } from '#lib/server/refusal.ts'
import { askedRound, during, loadRound } from '#lib/server/round/load-round.ts'
import { z } from 'zod'

/** What a scorer still has to submit: the numbers of their applications, without a link and not abstained from. */
async function readRemaining(read: Reader, roundId: string, personIds: readonly string[]) {
  const rows = await read
    .select({ personId: assignment.personId, id: assignment.id, number: application.number })
    .from(assignment)
    .innerJoin(application, eq(application.id, assignment.applicationId))
    .where(and(
      eq(assignment.roundId, roundId), inArray(assignment.personId, [...personIds]), isNull(assignment.withdrawnAt), isNull(assignment.abstainedAt), isNull(application.withdrawnAt),
      sql`not portal.is_conflicted(${assignment.personId}, ${assignment.applicationId})`,
      sql`not exists (select from evaluation e where e.id = ${assignment.id} and e.submitted_at is not null)`,
    ))
    .orderBy(asc(application.number))
  return Map.groupBy(rows, ({ personId }) => personId)
}

/**
 * Reminds scorers of what they still have to submit: each by a mail that lists their own files, by number alone, with the
 * page of each. Whoever has nothing left is not written to; `conflict` for `nobody-to-remind` when that is everybody.
 */
export const remindScorers = command({
  name: 'scorer.remind',
  input: askedRound.extend({ personIds: z.array(z.uuid()).min(1).max(500) }),
  subject: (read, { roundId }) => loadRound(read, roundId),
  may: manager,
  when: during('scoring'),
  run: async ({ tx, actor, subject, note }, { personIds }) => {
    const remaining = await readRemaining(tx, subject.id, personIds)
    const people = (await tx.execute<Addressee>(sql`select person_id as "personId", email, locale from portal.scorer_addresses(${subject.id}::uuid)`)).filter(({ personId }) => remaining.has(personId))
    if (people.length === 0) throw new Refusal('conflict', { reason: 'nobody-to-remind' })
    for (const each of people) {
      const files = remaining.get(each.personId) ?? []
      await writeMails(tx, [each], (actor as Person).id, (locale) => ({
        kind: 'scorerReminder',
        values: {
          call: inLocale(subject.call.title, locale), round: inLocale(subject.name, locale), count: files.length, due: subject.dueAt ? 'day' : 'none', until: subject.dueAt ? formatParisInstant(subject.dueAt, locale) : '',
          list: files.map(({ id, number }) => `${number}\n${pageAddress(locale, `/scoring/evaluations/${id}`)}`).join('\n\n'), link: pageAddress(locale, '/scoring'),
        },
      }))
    }
    note({ subject: subject.id, detail: { people: people.map(({ personId }) => personId) } })
    return { told: people.length }
  },
})
