import { sql } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import type { FollowedCheckIn, FollowedMetric } from '#lib/domain/flag.ts'
import type { CommitmentState } from '#lib/domain/commitment.ts'
import type { Localized } from '#lib/domain/localized.ts'
import type { Measurement } from '#lib/domain/measurement.ts'
import type { MeasurementState } from '#lib/domain/programme-metric.ts'

type Figures = Pick<Measurement, 'value' | 'numerator' | 'denominator' | 'sd' | 'n' | 'periodStart' | 'periodEnd'>
/** Days are Paris days. `call`: its slug. `partners`: who mentors the laureate or promised it something. */
export type BoardRow = {
  id: string
  call: string
  number: string
  organisationName: string
  solution: string
  startsOn: string
  months: number
  followUps: number[]
  stoppedOn: string | null
  lastContactOn: string | null
  /** The instant of the last reminder by a manager. */
  remindedAt: string | null
  milestones: { id: string; title: Localized; dueOn: string; doneOn: string | null; acceptedOn: string | null }[]
  checkIns: FollowedCheckIn[]
  metrics: (Omit<FollowedMetric, 'latest'> & { name: string; unit: string; rupture: string; stage: string; locked: boolean; measurements: (Figures & { id: string; state: MeasurementState; correctsId: string | null })[] })[]
  commitments: { id: string; title: string; dueOn: string | null; state: CommitmentState; unmetOn: null }[]
  partners: { id: string; name: string }[]
}

const paris = (column: string) => sql.raw(`(${column} at time zone 'Europe/Paris')::date`)

/** Every laureate of a call ('' for all calls), or one of them, as its reader may see it, with all a board shows. One statement, however many they are. */
export async function readProgrammeBoard(read: Reader, call: string, programmeId?: string): Promise<BoardRow[]> {
  const rows = await read.execute<BoardRow>(sql`
    with p as materialized (select g.*, c.slug as call from programme g join call c on c.id = g.call_id where ${call} in ('', c.slug)${programmeId === undefined ? sql`` : sql` and g.id = ${programmeId}::uuid`})
    select p.id, p.call, p.number, p.organisation_name as "organisationName", p.solution, p.starts_on::text as "startsOn", p.months, p.follow_ups as "followUps", ${paris('p.stopped_at')}::text as "stoppedOn",
      ${paris(`greatest(
        (select max(submitted_at) from check_in c where c.programme_id = p.id),
        (select max(answered_at) from check_in_answer a where a.programme_id = p.id),
        (select max(starts_at) from mentoring_session s where s.programme_id = p.id and s.cancelled_at is null and s.starts_at <= now()),
        (select max(sent_at) from message m where m.draft_id = p.id))`)}::text as "lastContactOn",
      (select to_json(max(sent_at))#>>'{}' from programme_reminder e where e.programme_id = p.id) as "remindedAt",
      (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'title', m.title, 'dueOn', m.due_on, 'doneOn', ${paris('m.done_at')}, 'acceptedOn', ${paris('m.accepted_at')}) order by m.due_on, m.position), '[]') from milestone m where m.programme_id = p.id) as milestones,
      (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'month', c.month, 'dueOn', c.due_on, 'submittedOn', ${paris('c.submitted_at')}, 'skippedOn', ${paris('c.skipped_at')}) order by c.month), '[]') from check_in c where c.programme_id = p.id) as "checkIns",
      (select coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'name', k.name, 'measure', k.measure, 'unit', k.unit, 'direction', k.direction, 'baseline', k.baseline, 'baselineOn', k.baseline_on, 'target', k.target, 'targetOn', k.target_on,
          'locked', k.locked_at is not null, 'rupture', r.slug, 'stage', v.stage,
          'measurements', (select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'state', x.state, 'correctsId', x.corrects_id, 'periodStart', x.period_start, 'periodEnd', x.period_end, 'value', x.value, 'numerator', x.numerator, 'denominator', x.denominator, 'sd', x.sd, 'n', x.n) order by x.period_end, x.id), '[]') from measurement x where x.metric_id = k.id and x.state <> 'draft')) order by k.position, k.id), '[]')
        from programme_metric k join rupture r on r.id = k.rupture_id join current_rupture u on u.rupture_id = r.id join rupture_version v on v.id = u.rupture_version_id where k.programme_id = p.id) as metrics,
      (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'title', o.title, 'dueOn', o.due_on, 'state', o.state, 'unmetOn', null) order by o.due_on, o.id), '[]') from commitment o where o.programme_id = p.id) as commitments,
      (select coalesce(jsonb_agg(distinct jsonb_build_object('id', w.organisation_id, 'name', w.organisation_name)), '[]') from (
        select organisation_id, organisation_name from mentor where programme_id = p.id and accepted_at is not null and ended_at is null
        union select organisation_id, organisation_name from commitment where programme_id = p.id) w) as partners
    from p order by p.organisation_name, p.id`)
  return Array.from(rows)
}

/** The calls whose laureates the reader sees, newest first, and the one asked for; the ruptures and stages that are measured by name. */
export async function readBoardNames(read: Reader, call: string) {
  const [calls, ruptures, stages] = await Promise.all([
    read.execute<{ slug: string; title: Localized; demonstration: boolean }>(sql`select slug, title, demonstration from call where run_here and (slug = ${call} or id in (select call_id from programme)) order by opens_at desc nulls last, slug`),
    read.execute<{ slug: string; title: Localized }>(sql`select r.slug, v.title from rupture r join current_rupture u on u.rupture_id = r.id join rupture_version v on v.id = u.rupture_version_id order by r.position, r.slug`),
    read.execute<{ slug: string; title: Localized }>(sql`select slug, title from stage order by position`),
  ])
  return { calls: Array.from(calls), ruptures: Array.from(ruptures), stages: Array.from(stages) }
}
