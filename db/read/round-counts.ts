import { type SQL, sql } from 'drizzle-orm'
import { doubtfulReasons } from '#lib/domain/conflict.ts'

const count = (from: SQL) => sql<number>`(select count(*)::int from ${from})`

/**
 * What is counted of a round, each within a statement over `round`, as the wall lets its managers see it: scorers and
 * those who declared, applications and those short of scorers, links to settle, evaluations given and submitted.
 */
export function roundCounts() {
  // Named in full: a statement over one table leaves the table out, and these have tables of their own.
  const roundId = sql`round.id`
  const scorers = sql`scorer s where s.round_id = ${roundId} and s.removed_at is null`
  const judged = sql`round_application ra join application a on a.id = ra.application_id and a.withdrawn_at is null where ra.round_id = ${roundId}`
  // A link of interest ends what was given, whatever the row says.
  const given = sql`assignment g where g.round_id = ${roundId} and g.withdrawn_at is null and g.abstained_at is null
    and not exists (select from conflict c where c.person_id = g.person_id and c.application_id = g.application_id and c.lifted_at is null)`
  return {
    scorers: count(scorers),
    declared: count(sql`${scorers} and s.declared_at is not null`),
    applications: count(judged),
    short: count(sql`${judged} and (select count(*) from ${given} and g.application_id = ra.application_id) < round.evaluations_per_application`),
    toSettle: count(sql`(
      select from conflict c where c.lifted_at is null and c.application_id in (select ra.application_id from ${judged})
        and c.person_id in (select s.person_id from ${scorers})
      group by c.person_id, c.application_id having bool_and(c.origin = 'detected' and c.reason = any (${sql.param([...doubtfulReasons])}::text[]))) pair`),
    given: count(given),
    submitted: count(sql`${given} and exists (select from evaluation e where e.id = g.id and e.submitted_at is not null)`),
  }
}
