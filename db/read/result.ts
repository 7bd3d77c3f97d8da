import { desc, eq, isNotNull, and, sql } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import { call } from '#db/schema/call.ts'
import { disclosure } from '#db/schema/disclosure.ts'
import type { DisclosureContent, FollowedResult, PublishedResult } from '#lib/domain/result.ts'

/** Every locked metric of a call's laureates with what was ever verified of it, in the order of laureates and metrics; one statement. */
export async function readFollowedResults(read: Reader, callId: string): Promise<FollowedResult[]> {
  return read.execute<FollowedResult>(sql`
    select m.id as "metricId", l.slug as laureate, p.organisation_name as "laureateName", l.solution, r.slug as rupture, v.title as "ruptureTitle", v.stage, p.starts_on as "startsOn", p.months,
      m.name, m.measure, m.unit, m.ucum, m.direction, m.numerator, m.denominator, m.population, m.period, m.method, m.data_source as "dataSource", m.comparator, m.comparator_note as "comparatorNote",
      m.baseline, m.baseline_n as "baselineN", m.baseline_on as "baselineOn", m.target, m.target_on as "targetOn",
      (select coalesce(jsonb_agg(jsonb_build_object('on', (a.amended_at at time zone 'Europe/Paris')::date, 'reason', a.reason, 'changes', a.changes) order by a.sequence), '[]') from amendment a where a.metric_id = m.id) as amendments,
      (select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'periodStart', x.period_start, 'periodEnd', x.period_end, 'correctsId', x.corrects_id, 'value', x.value, 'numerator', x.numerator,
        'denominator', x.denominator, 'n', x.n, 'sd', x.sd) order by x.period_end, x.id), '[]') from measurement x where x.metric_id = m.id and x.state = 'verified') as measurements
    from programme_metric m join programme p on p.id = m.programme_id join laureate l on l.application_id = p.id
    join rupture r on r.id = m.rupture_id join current_rupture c on c.rupture_id = r.id join rupture_version v on v.id = c.rupture_version_id
    where p.call_id = ${callId}::uuid and m.locked_at is not null order by l.position, l.slug, m.position, m.id`)
}

/** What was released of a call, first to last. */
export async function readReleases(read: Reader, callId: string) {
  const rows = await read.select({ sequence: disclosure.sequence, releasedAt: disclosure.releasedAt, sha256: disclosure.sha256, text: disclosure.text }).from(disclosure).where(and(eq(disclosure.callId, callId), isNotNull(disclosure.releasedAt))).orderBy(disclosure.sequence)
  return rows.map(({ text, releasedAt, ...row }) => Object.assign(row, { releasedAt: releasedAt as Date, content: JSON.parse(text) as DisclosureContent }))
}

export type ResultRow = PublishedResult & { call: string; sequence: number; releasedAt: string; demonstration: boolean }

/** Results in the last release of each call, all of them or those of one rupture or laureate; one statement. */
export async function readResults(read: Reader, only: { rupture?: string; laureate?: string } = {}): Promise<ResultRow[]> {
  return read.execute<ResultRow>(sql`
    select (each.content || jsonb_build_object('call', c.slug, 'sequence', d.sequence, 'releasedAt', d.released_at, 'demonstration', c.demonstration)) as result
    from disclosed_result each join disclosure d on d.id = each.disclosure_id join call c on c.id = d.call_id
    ${only.rupture === undefined ? sql`` : sql`join rupture r on r.id = each.rupture_id and r.slug = ${only.rupture}`}
    ${only.laureate === undefined ? sql`` : sql`join laureate l on l.id = each.laureate_id and l.slug = ${only.laureate}`}
    where d.released_at is not null and d.sequence = (select max(n.sequence) from disclosure n where n.call_id = d.call_id and n.released_at is not null)
    order by c.demonstration, c.slug, each.position`).then((rows) => rows.map((row) => (row as unknown as { result: ResultRow }).result))
}

/** Calls with released results, the last first. */
export async function readDisclosedCalls(read: Reader) {
  return read
    .select({ slug: call.slug, title: call.title, demonstration: call.demonstration, sequence: disclosure.sequence, releasedAt: disclosure.releasedAt })
    .from(disclosure)
    .innerJoin(call, eq(call.id, disclosure.callId))
    .where(isNotNull(disclosure.releasedAt))
    .orderBy(desc(disclosure.releasedAt))
}
