import { asc, desc, eq, sql } from 'drizzle-orm'
import { call } from '#db/schema/call.ts'
import { programme } from '#db/schema/programme.ts'
import { actorMentored, actorOrganisations } from '#db/schema/roles.ts'
import { signedIn } from '#lib/domain/access.ts'
import { parisDate } from '#lib/domain/calendar.ts'
import type { Localized } from '#lib/domain/localized.ts'
import { query } from '#lib/server/query.ts'
import { z } from 'zod'

/** What a person is to a programme: a manager who also mentors it is its mentor. */
const as = sql<'laureate' | 'mentor' | 'manager'>`case when ${programme.organisationId} = ${actorOrganisations} then 'laureate' when ${programme.id} = ${actorMentored} then 'mentor' else 'manager' end`

const nextMilestone = sql<{ id: string; title: Localized; dueOn: string } | null>`(
  select jsonb_build_object('id', m.id, 'title', m.title, 'dueOn', m.due_on) from milestone m where m.programme_id = ${programme.id} and m.done_at is null order by m.due_on, m.position limit 1)`

/** Those the person sees and that are open on the day; the earliest not filed. */
const dueCheckIn = (today: string) => sql<{ id: string; month: number; dueOn: string } | null>`(
  select jsonb_build_object('id', c.id, 'month', c.month, 'dueOn', c.due_on) from check_in c
  where c.programme_id = ${programme.id} and c.submitted_at is null and c.skipped_at is null and c.opens_on <= ${today}::date order by c.month limit 1)`

/** Every programme the person has to do with, theirs first: as its laureate, its mentor, its manager. With what comes next. One statement. */
export const listProgrammes = query({
  name: 'programme.list',
  input: z.object({}),
  may: signedIn,
  read: async ({ tx, now }) => {
    const today = parisDate(now)
    const programmes = await tx
      .select({
        id: programme.id, number: programme.number, solution: programme.solution, organisationName: programme.organisationName, startsOn: programme.startsOn, months: programme.months, stoppedAt: programme.stoppedAt, as,
        call: { slug: call.slug, title: call.title, demonstration: call.demonstration }, nextMilestone, dueCheckIn: dueCheckIn(today),
      })
      .from(programme)
      .innerJoin(call, eq(call.id, programme.callId))
      .orderBy(sql`array_position('{laureate,mentor,manager}', ${as})`, desc(programme.startsOn), asc(programme.number))
    return { now, today, programmes }
  },
})
export type ListedProgramme = Awaited<ReturnType<typeof listProgrammes>>['programmes'][number]
