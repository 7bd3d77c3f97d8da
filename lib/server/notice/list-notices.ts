import { sql } from 'drizzle-orm'
import { signedIn } from '#lib/domain/access.ts'
import { parisDate } from '#lib/domain/calendar.ts'
import type { Localized } from '#lib/domain/localized.ts'
import { byImportance, type NoticeKind } from '#lib/domain/notice.ts'
import { query } from '#lib/server/query.ts'
import { z } from 'zod'

/** `title` names the milestone, metric or commitment; `laureate` whom a commitment is for. */
export type ListedNotice = {
  id: string; kind: NoticeKind; day: string; seen: boolean; programmeId: string | null; checkInId: string | null; milestoneId: string | null; metricId: string | null; commitmentId: string | null
  month: number | null; solution: string | null; title: Localized | null; laureate: string | null; call: Localized; demonstration: boolean
}

/** All that waits for the person who asks, most important first, as far as they still see what it is about; one statement. */
export const listNotices = query({
  name: 'notice.list',
  input: z.object({}),
  may: signedIn,
  read: async ({ tx, now }) => {
    const notices = await tx.execute<ListedNotice>(sql`
      select n.id, n.kind, n.day::text as day, n.seen_at is not null as seen, n.programme_id as "programmeId", n.check_in_id as "checkInId", n.milestone_id as "milestoneId", n.metric_id as "metricId", n.commitment_id as "commitmentId",
        c.month, p.solution, coalesce(m.title, jsonb_build_object('fr', coalesce(q.name, o.title))) as title, o.laureate_name as laureate, k.title as call, k.demonstration
      from notice n join call k on k.id = n.call_id left join programme p on p.id = n.programme_id left join check_in c on c.id = n.check_in_id left join milestone m on m.id = n.milestone_id
      left join programme_metric q on q.id = n.metric_id left join commitment o on o.id = n.commitment_id
      where portal.is_waiting(n.kind, n.subject_id, n.day)`)
    const today = parisDate(now)
    return { today, notices: [...notices].sort(byImportance(today)) }
  },
})
