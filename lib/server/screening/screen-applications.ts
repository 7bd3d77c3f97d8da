import { and, asc, desc, eq, or, sql } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { savedView } from '#db/schema/screening.ts'
import { manager, type Person } from '#lib/domain/access.ts'
import { type Eligibility, eligibilities } from '#lib/domain/application.ts'
import { parseScreeningView, type ScreeningView } from '#lib/domain/screening-view.ts'
import { loadCall } from '#lib/server/call/load-call.ts'
import { query } from '#lib/server/query.ts'
import { readBatch } from '#lib/server/screening/read-batch.ts'
import { type PlacedRow, readRows } from '#lib/server/screening/read-rows.ts'
import { askedCall, knownValues, readVocabulary, type Vocabulary } from '#lib/server/screening/vocabulary.ts'
import { condition } from '#lib/server/screening/view-sql.ts'
import { z } from 'zod'

/** Rows of one page. */
export const pageSize = 50

/** The query string of a view, as an address carries it. */
export const askedSearch = z.record(z.string().max(100), z.union([z.string().max(8_000), z.array(z.string().max(8_000)).max(500)]).optional())

/**
 * One page of a call's applications for its managers: rows, how many there are in all and with each eligibility, what the
 * filters can say, saved views, and the deeds of `batch` to tell of. The number of statements does not depend on any of it.
 */
export const screenApplications = query({
  name: 'application.screen',
  input: askedCall.extend({ search: askedSearch, batch: z.uuid().nullish().catch(null) }),
  may: manager,
  read: async ({ tx, actor }, { slug, search, batch }) => {
    const { id, title, demonstration } = await loadCall(tx, slug)
    const call = { id, slug, title, demonstration }
    const vocabulary = await readVocabulary(tx, call.id)
    const { view, ignored } = parseScreeningView(search, knownValues(vocabulary))
    const [rows, counts, savedViews, told] = await Promise.all([
      readRows(tx, call.id, view, vocabulary, pageSize + 1),
      countEach(tx, call.id, view, vocabulary),
      readSavedViews(tx, call.id, (actor as Person).id),
      readBatch(tx, call.id, batch ?? null),
    ])
    const { challenges, ruptures, tags, questions } = vocabulary
    return { call, view, ignored, ...pageOf(rows, view, pageSize), counts, total: totalOf(counts, view), savedViews, batch: told, vocabulary: { challenges, ruptures, tags, questions } }
  },
})
export type Screened = Awaited<ReturnType<typeof screenApplications>>

/** Applications with each eligibility, whatever eligibility the view asks for. */
async function countEach(read: Reader, callId: string, view: ScreeningView, vocabulary: Vocabulary): Promise<Record<Eligibility, number>> {
  const found = await read.execute<{ eligibility: Eligibility; count: number }>(
    sql`select a.eligibility, count(*)::int as count from application a where ${condition(callId, view, vocabulary, 'eligibility')} group by a.eligibility`)
  const counted = new Map(found.map(({ eligibility, count }) => [eligibility, count]))
  return { pending: counted.get('pending') ?? 0, eligible: counted.get('eligible') ?? 0, ineligible: counted.get('ineligible') ?? 0 }
}

function totalOf(counts: Record<Eligibility, number>, { eligibility }: ScreeningView): number {
  return (eligibility.length === 0 ? eligibilities : eligibility).map((each) => counts[each]).reduce((sum, count) => sum + count, 0)
}

/** The page of `size` rows within what was read, one row more; `next` and `previous` where there is more either way. */
export function pageOf(read: readonly PlacedRow[], { from }: ScreeningView, size: number) {
  const backwards = from?.side === 'before'
  const isMore = read.length > size
  const kept = isMore ? (backwards ? read.slice(1) : read.slice(0, size)) : read
  const [first, last] = [kept[0]?.place ?? null, kept.at(-1)?.place ?? null]
  return {
    rows: kept.map(({ row }) => row),
    next: backwards || isMore ? last : null,
    previous: (backwards ? isMore : from !== null) ? first : null,
  }
}

/** One's own views and those colleagues share, one's own first. */
function readSavedViews(read: Reader, callId: string, personId: string) {
  return read
    .select({ id: savedView.id, name: savedView.name, search: savedView.search, shared: savedView.shared, isOwn: sql<boolean>`${savedView.personId} = ${personId}` })
    .from(savedView)
    .where(and(eq(savedView.callId, callId), or(savedView.shared, eq(savedView.personId, personId))))
    .orderBy(desc(sql`${savedView.personId} = ${personId}`), asc(savedView.name))
    .limit(100)
}
