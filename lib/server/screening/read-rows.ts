import { type SQL, sql } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import type { Eligibility, Maturity, RegulatoryState } from '#lib/domain/application.ts'
import type { Answer } from '#lib/domain/question.ts'
import { markOf, questionOf, type ScreeningRow } from '#lib/domain/screening.ts'
import type { Place } from '#lib/domain/screening-cursor.ts'
import type { ScreeningView } from '#lib/domain/screening-view.ts'
import type { Vocabulary } from '#lib/server/screening/vocabulary.ts'
import { condition, ordering } from '#lib/server/screening/view-sql.ts'

type Found = {
  id: string; number: string; solution: string; organisation_name: string; challenge_id: string; rupture_version_id: string | null; maturity: Maturity | null
  regulatory_state: RegulatoryState | null; budget: string | null; submitted_at: string; eligibility: Eligibility; judged_by: string | null; motive: string | null
  tags: { id: string; name: string }[]; corrections: number; messages: number; files: number; place: string | null; [answer: `answer_${number}`]: Answer
}
export type PlacedRow = { row: ScreeningRow; place: Place }

/** The rows of a view in its order, from where its page begins; `limit` null is all of them. One statement. */
export async function readRows(read: Reader, callId: string, view: ScreeningView, vocabulary: Vocabulary, limit: number | null): Promise<PlacedRow[]> {
  const asked = view.columns.map(questionOf).filter((id) => id !== null)
  const { value, textOf, order, backwards, beyond } = ordering(view.sort, vocabulary, view.from)
  // The page first, by little more than identifiers: what its rows hold is read for them alone.
  const found = await read.execute<Found>(sql`
    with page as (
      select a.id, ${value} as sort_value from application a where ${condition(callId, view, vocabulary)} and ${beyond}
      order by ${order(value, sql`a.id`, backwards)} ${limit === null ? sql`` : sql`limit ${limit}`})
    select a.id, a.number, a.solution, a.organisation_name, a.challenge_id, a.rupture_version_id, a.maturity, a.regulatory_state, a.budget,
      to_char(a.submitted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as submitted_at, a.eligibility, ${textOf(sql`page.sort_value`)} as place${answerColumns(asked)},
      judged.id as judged_by, judged.motive,
      (select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name) order by g.name), '[]') from application_tag t join tag g on g.id = t.tag_id where t.application_id = page.id) as tags,
      (select count(*)::int from correction k where k.application_id = page.id and k.done_at is null and k.cancelled_at is null) as corrections,
      (select count(*)::int from message m where m.draft_id = page.id and m.side = 'applicant' and m.seen_at is null) as messages,
      (select count(*)::int from application_file f where f.application_id = page.id) as files
    from page join application a on a.id = page.id left join lateral (
      select d.id, d.after->>'motive' as motive from screening_deed d
      where d.application_id = page.id and d.kind = 'eligibility' and d.undone_at is null order by d.id desc limit 1) judged on true
    order by ${order(sql`page.sort_value`, sql`page.id`)}`)
  return found.map((row) => ({ row: rowOf(row, asked, vocabulary), place: { value: row.place, id: row.id } }))
}

function answerColumns(asked: readonly string[]): SQL {
  return sql.join(asked.map((id, index) => sql`, a.answers->${id} as ${sql.identifier(`answer_${index}`)}`), sql``)
}

function rowOf(found: Found, asked: readonly string[], { challenges, versions }: Vocabulary): ScreeningRow {
  const version = versions.find(({ id }) => id === found.rupture_version_id)
  return {
    id: found.id,
    number: found.number,
    solution: found.solution,
    organisation: found.organisation_name,
    challenge: challenges.find(({ id }) => id === found.challenge_id)?.slug ?? null,
    rupture: version ? { slug: version.slug, title: version.title } : null,
    maturity: found.maturity,
    regulatoryState: found.regulatory_state,
    budget: found.budget === null ? null : Number(found.budget),
    submittedAt: found.submitted_at,
    eligibility: found.eligibility,
    // A judgement of what was deposited before does not speak of what is there now.
    motive: found.eligibility === 'ineligible' ? found.motive : null,
    tags: found.tags,
    corrections: found.corrections,
    messages: found.messages,
    files: found.files,
    answers: Object.fromEntries(asked.map((id, index) => [id, found[`answer_${index}`] ?? null])),
    mark: markOf(found.eligibility, found.judged_by),
  }
}
