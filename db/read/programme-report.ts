import { sql } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import type { Mood } from '#lib/domain/check-in.ts'
import type { CommitmentKind, CommitmentState } from '#lib/domain/commitment.ts'
import type { Localized } from '#lib/domain/localized.ts'
import type { Comparator } from '#lib/domain/programme-metric.ts'

/** What a report says of a laureate beyond its row of the board. Days are Paris days; `given` is in the commitment's unit. */
export type ReportRow = {
  id: string
  pitch: string
  /** The latest check-in that was submitted, whatever was skipped since. */
  mood: { month: number; mood: Mood; reason: string | null } | null
  /** Metrics by identifier; `amendedOn` in their order. */
  metrics: { id: string; ruptureTitle: Localized; claimPosition: number | null; population: string; comparator: Comparator; dataSource: string | null; baselineN: number | null; amendedOn: string[] }[]
  commitments: { organisationName: string; kind: CommitmentKind; title: string; amount: number; given: number; unit: string; dueOn: string | null; state: CommitmentState }[]
  sessions: { held: number; nextAt: string | null }
}

/** The same laureates as `readProgrammeBoard` gives, as their reader may see them; nothing that is still somebody's own paper. One statement. */
export async function readProgrammeReports(read: Reader, ids: readonly string[]): Promise<ReportRow[]> {
  if (ids.length === 0) return []
  const rows = await read.execute<ReportRow>(sql`
    select p.id, p.pitch,
      (select jsonb_build_object('month', c.month, 'mood', c.mood, 'reason', c.mood_reason) from check_in c where c.programme_id = p.id and c.submitted_at is not null order by c.month desc limit 1) as mood,
      (select coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'ruptureTitle', v.title, 'claimPosition', k.claim_position, 'population', k.population, 'comparator', k.comparator, 'dataSource', k.data_source, 'baselineN', k.baseline_n,
          'amendedOn', (select coalesce(jsonb_agg((a.amended_at at time zone 'Europe/Paris')::date order by a.sequence), '[]') from amendment a where a.metric_id = k.id)) order by k.position, k.id), '[]')
        from programme_metric k join current_rupture u on u.rupture_id = k.rupture_id join rupture_version v on v.id = u.rupture_version_id where k.programme_id = p.id) as metrics,
      (select coalesce(jsonb_agg(jsonb_build_object('organisationName', o.organisation_name, 'kind', o.kind, 'title', o.title, 'amount', o.amount, 'given', (select coalesce(sum(d.amount), 0) from delivery d where d.commitment_id = o.id), 'unit', o.unit, 'dueOn', o.due_on, 'state', o.state) order by o.due_on, o.id), '[]')
        from commitment o where o.programme_id = p.id) as commitments,
      (select jsonb_build_object('held', count(*) filter (where s.starts_at <= now()), 'nextAt', min(s.starts_at) filter (where s.starts_at > now())) from mentoring_session s where s.programme_id = p.id and s.cancelled_at is null) as sessions
    from programme p where p.id in (${sql.join(ids.map((id) => sql`${id}::uuid`), sql`, `)})`)
  return Array.from(rows)
}
