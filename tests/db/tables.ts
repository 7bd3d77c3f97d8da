import type { Sql } from 'postgres'

/** Every table of the portal but the counts of tries, which a refusal may leave higher. */
export async function tableNames(sql: Sql): Promise<string[]> {
  const rows = await sql<{ name: string }[]>`
    select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'rate_limit' order by 1`
  return rows.map(({ name }) => name)
}

/** One hash for the rows of each table, whatever their order. */
export async function hashTables(sql: Sql, tables: readonly string[]): Promise<Record<string, string>> {
  const hashes = tables.map((name) => `(select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) from ${name} t) as ${name}`)
  const [row] = await sql.unsafe<Record<string, string>[]>(`select ${hashes.join(', ')}`)
  return { ...row }
}

/** What judging is kept in: rounds, links of interest, evaluations, the jury's meeting, decisions. */
export const judgingTables = ['assignment', 'assignment_proposal', 'conflict', 'decision', 'decision_reading', 'decision_release', 'declared_tie', 'deliberation', 'deliberation_item', 'deliberation_presence',
  'deliberation_score', 'evaluation', 'evaluation_revision', 'evaluation_submission', 'ranking', 'round', 'round_application', 'round_criterion', 'scorer']

/** What a programme is kept in: plan, check-ins, mentors, commitments, metrics, notices, what was disclosed. */
export const programmeTables = ['amendment', 'check_in', 'check_in_answer', 'check_in_revision', 'commitment', 'delivery', 'disclosed_result', 'disclosure', 'measurement', 'mentor', 'mentoring_session', 'milestone',
  'milestone_move', 'notice', 'notice_digest', 'notice_preference', 'programme', 'programme_document', 'programme_metric', 'programme_reminder', 'programme_template', 'session_note']

/** What goes out to other tools: calendar.test.ts and webhook.test.ts say whose they are. */
export const outwardTables = ['calendar_feed', 'webhook', 'webhook_delivery']
