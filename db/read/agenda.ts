import { sql } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import type { Localized } from '#lib/domain/localized.ts'

const agendaKinds = ['deadline', 'answer', 'declare', 'score', 'milestone', 'check-in', 'measure', 'session', 'commitment'] as const

/** A date of somebody's own: a Paris day ("2026-05-12") or an instant, in ISO 8601. `title` is what it is about. */
export type AgendaRow = {
  kind: (typeof agendaKinds)[number]; key: string; day: string | null; at: string | null; minutes: number | null
  title: Localized; call: Localized | null; path: string; sequence: number; changedAt: string; cancelled: boolean; demonstration: boolean
}

const words = (text: string) => sql.raw(`jsonb_build_object('fr', ${text})`)

/** Everything dated that the person is part of, from a month ago on; one statement, under their own row policies. */
export async function readAgenda(read: Reader, personId: string): Promise<AgendaRow[]> {
  return read.execute<AgendaRow>(sql`
    with mine as (select organisation_id from membership where person_id = ${personId}::uuid and ended_at is null),
    followed as (
      select p.* from programme p where p.stopped_at is null and (p.organisation_id in (select organisation_id from mine)
        or exists (select from mentor m where m.programme_id = p.id and m.person_id = ${personId}::uuid and m.ended_at is null)))
    select each.*, coalesce(c.demonstration, false) as demonstration, c.title as call from (
      select 'deadline' as kind, d.id::text as key, null::date as day, k.closes_at as at, null::int as minutes, k.title, d.call_id, '/applications/' || d.id as path,
        k.date_changes + (select count(*)::int from deadline_change x where x.call_id = k.id) as sequence, coalesce((select max(x.changed_at) from deadline_change x where x.call_id = k.id), k.dates_changed_at, k.published_at) as "changedAt", false as cancelled
        from application_draft d join call k on k.id = d.call_id
        where d.organisation_id in (select organisation_id from mine) and not exists (select from application a where a.id = d.id and a.withdrawn_at is null)
      union all select 'answer', a.id::text, k.answer_on, null, null, k.title, a.call_id, '/applications/' || a.id, k.date_changes, coalesce(k.dates_changed_at, k.published_at), false
        from application a join call k on k.id = a.call_id where a.organisation_id in (select organisation_id from mine) and a.withdrawn_at is null and k.answer_on is not null
      union all select 'declare', r.id::text, null, r.declare_by, null, r.name, r.call_id, '/scoring/rounds/' || r.id || '/conflicts', r.version, coalesce(r.declaring_at, now()), false
        from scorer s join round r on r.id = s.round_id where s.person_id = ${personId}::uuid and s.removed_at is null and s.declared_at is null and r.declaring_at is not null and r.declare_by is not null
      union all select 'score', r.id::text, null, r.due_at, null, r.name, r.call_id, '/scoring', r.version, coalesce(r.opened_at, now()), false
        from scorer s join round r on r.id = s.round_id where s.person_id = ${personId}::uuid and s.removed_at is null and r.opened_at is not null and r.closed_at is null and r.due_at is not null
      union all select 'milestone', m.id::text, m.due_on, null, null, m.title, p.call_id, '/programmes/' || p.id,
        (select count(*)::int from milestone_move v where v.milestone_id = m.id), coalesce((select max(v.moved_at) from milestone_move v where v.milestone_id = m.id), p.created_at), false
        from milestone m join followed p on p.id = m.programme_id where m.accepted_at is null
      union all select 'check-in', i.id::text, i.due_on, null, null, ${words('p.solution')}, p.call_id, '/programmes/' || p.id || '/check-ins/' || i.id, 0, p.created_at, false
        from check_in i join followed p on p.id = i.programme_id where i.submitted_at is null and i.skipped_at is null and p.organisation_id in (select organisation_id from mine)
      union all select 'measure', n.id || '-' || month, (p.starts_on + make_interval(months => month))::date, null, null, ${words('n.name')}, p.call_id, '/programmes/' || p.id || '/metrics/' || n.id, n.amendments, p.created_at, false
        from programme_metric n join followed p on p.id = n.programme_id, unnest(n.schedule) month where n.locked_at is not null and p.organisation_id in (select organisation_id from mine)
      union all select 'session', e.id::text, null, e.starts_at, e.minutes, ${words('e.subject')}, p.call_id, '/programmes/' || p.id || '/sessions', e.sequence, coalesce(e.cancelled_at, e.proposed_at), e.cancelled_at is not null
        from mentoring_session e join followed p on p.id = e.programme_id where e.starts_at is not null
      union all select 'commitment', o.id::text, o.due_on, null, null, ${words('o.title')}, o.call_id, '/commitments', o.version, o.recorded_at, o.state = 'withdrawn'
        from commitment o where o.organisation_id in (select organisation_id from mine) and o.due_on is not null and o.state in ('promised', 'under-way', 'withdrawn')
    ) each left join call c on c.id = each.call_id
    where coalesce(each.at, each.day) > now() - interval '1 month' order by coalesce(each.at, each.day), each.key`)
}
