import { type SQL, sql } from 'drizzle-orm'
import { eligibilities, maturities, regulatoryStates } from '#lib/domain/application.ts'
import { type Place, type Sort, type SortKey, sortKinds } from '#lib/domain/screening-cursor.ts'
import type { ScreeningView } from '#lib/domain/screening-view.ts'
import { searchWords } from '#lib/domain/search.ts'
import type { Vocabulary } from '#lib/server/screening/vocabulary.ts'

/** What is open is little beside what there is: it is listed first, as an array, and looked up by identifier. */
const openCorrection = sql`a.id = any (array(select k.application_id from correction k where k.done_at is null and k.cancelled_at is null))`
const doneCorrection = sql`a.id = any (array(select k.application_id from correction k where k.done_at is not null and k.cancelled_at is null))`
const unreadMessage = sql`a.id = any (array(select m.draft_id from message m where m.side = 'applicant' and m.seen_at is null))`

/** What a row `a` of `application` must fulfil to be in the view; `eligibility` may be left out, to count each of its values. */
export function condition(callId: string, view: ScreeningView, vocabulary: Vocabulary, leaveOut?: 'eligibility'): SQL {
  const all: SQL[] = [sql`a.call_id = ${callId}`, sql`a.withdrawn_at is null`]
  for (const word of searchWords(view.q)) all.push(sql`position(portal.fold(${word}) in a.search) > 0`)
  if (view.eligibility.length > 0 && leaveOut !== 'eligibility') all.push(sql`a.eligibility in ${view.eligibility}`)
  if (view.challenge.length > 0) all.push(sql`a.challenge_id in ${vocabulary.challenges.filter(({ slug }) => view.challenge.includes(slug)).map(({ id }) => id)}`)
  if (view.rupture.length > 0) all.push(sql`a.rupture_version_id in ${vocabulary.versions.filter(({ slug }) => view.rupture.includes(slug)).map(({ id }) => id)}`)
  if (view.maturity.length > 0) all.push(sql`a.maturity in ${view.maturity}`)
  if (view.regulatoryState.length > 0) all.push(sql`a.regulatory_state in ${view.regulatoryState}`)
  if (view.tag.length > 0) all.push(sql`exists (select from application_tag t where t.application_id = a.id and t.tag_id in ${view.tag})`)
  if (view.correction === 'open') all.push(openCorrection)
  if (view.correction === 'done') all.push(sql`${doneCorrection} and not ${openCorrection}`)
  if (view.message === 'unread') all.push(unreadMessage)
  for (const [question, options] of Object.entries(view.answers)) all.push(sql`(${sql.join(options.map((option) => answers(vocabulary, question, option)), sql` or `)})`)
  return sql.join(all, sql` and `)
}

/** True when the answer is this option, or holds it. */
function answers({ questions }: Vocabulary, id: string, option: string): SQL {
  const kind = questions.find((asked) => asked.id === id)?.kind
  const value = kind === 'yes-no' ? option === 'yes' : kind === 'choices' ? [option] : option
  return sql`a.answers @> ${JSON.stringify({ [id]: value })}::jsonb`
}

/** Instants keep their microseconds; texts and ranks are as they are. */
const asText = { text: (value: SQL) => value, rank: (value: SQL) => sql`${value}::text`, instant: (value: SQL) => sql`to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')` }
const fromText = { text: (value: string) => sql`${value}::text`, rank: (value: string) => sql`${value}::bigint`, instant: (value: string) => sql`${value}::timestamptz` }
const neverMissing: ReadonlySet<SortKey> = new Set(['number', 'solution', 'organisation', 'submittedAt', 'eligibility'])

/** What rows are ordered by, of a row `a`; those with few values by their place among them. */
function sortValue(key: SortKey, { challenges, versions }: Vocabulary): SQL {
  const rank = (column: SQL, values: readonly string[], type: 'text' | 'uuid' = 'text') => sql`array_position(array[${sql.join(values.map((value) => sql`${value}`), sql`, `)}]::${sql.raw(type)}[], ${column})`
  switch (key) {
    // Numbers have as many digits as they need: shorter ones come first.
    case 'number': return sql`lpad(a.number, 140) collate "C"`
    case 'solution': return sql`a.solution`
    case 'organisation': return sql`a.organisation_name`
    case 'submittedAt': return sql`a.submitted_at`
    case 'challenge': return rank(sql`a.challenge_id`, challenges.map(({ id }) => id), 'uuid')
    case 'rupture': return rank(sql`a.rupture_version_id`, versions.map(({ id }) => id), 'uuid')
    case 'maturity': return rank(sql`a.maturity`, maturities)
    case 'regulatoryState': return rank(sql`a.regulatory_state`, regulatoryStates)
    case 'eligibility': return rank(sql`a.eligibility`, eligibilities)
    case 'budget': return sql`a.budget`
  }
}

/**
 * The order of a view, and where in it a page lies. `value` is what each row is ordered by, `textOf` writes it for an
 * address; `order(value, id)` names the columns it applies to; read backwards, the rows before a place come nearest first.
 */
export function ordering({ key, descending }: Sort, vocabulary: Vocabulary, from: ScreeningView['from']) {
  const value = sortValue(key, vocabulary)
  const backwards = from?.side === 'before'
  const order = (by: SQL, id: SQL, reversed = false) => {
    const direction = sql.raw(descending === reversed ? 'asc' : 'desc')
    const nulls = neverMissing.has(key) ? sql`` : sql.raw(reversed ? 'nulls first' : 'nulls last')
    return sql`${by} ${direction} ${nulls}, ${id} ${direction}`
  }
  return {
    value,
    textOf: asText[sortKinds[key]],
    order,
    backwards,
    beyond: from === null ? sql`true` : beyond(from.place, fromText[sortKinds[key]], value, descending === backwards, backwards, neverMissing.has(key)),
  }
}

/** Rows on one side of a place: `up` towards greater values. Those without a value lie after all others. */
function beyond(place: Place, read: (text: string) => SQL, value: SQL, up: boolean, backwards: boolean, isNeverMissing: boolean): SQL {
  const than = sql.raw(up ? '>' : '<')
  if (place.value === null) return backwards ? sql`(${value} is not null or a.id ${than} ${place.id}::uuid)` : sql`(${value} is null and a.id ${than} ${place.id}::uuid)`
  const here = read(place.value)
  const further = sql`(${value} ${than} ${here} or a.id ${than} ${place.id}::uuid)`
  const side = sql`(${value} ${than}= ${here} and ${further})`
  return isNeverMissing || backwards ? side : sql`(${side} or ${value} is null)`
}
