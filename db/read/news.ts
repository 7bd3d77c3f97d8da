import { sql } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import type { Localized } from '#lib/domain/localized.ts'

/** A call run here and what became known of it, as instants in ISO 8601. */
export type News = { slug: string; title: Localized; demonstration: boolean; publishedAt: string; changedAt: string; closesAt: string | null; decidedAt: string | null; releases: { sequence: number; releasedAt: string }[] }

/** Published calls run here with the day they were decided and each release of their results; one statement. */
export async function readNews(read: Reader): Promise<News[]> {
  return read.execute<News>(sql`
    select c.slug, c.title, c.demonstration, c.published_at as "publishedAt", c.closes_at as "closesAt",
      greatest(c.published_at, c.dates_changed_at, (select max(d.changed_at) from deadline_change d where d.call_id = c.id)) as "changedAt",
      portal.selection_facts(c.id)->>'releasedAt' as "decidedAt",
      coalesce((select jsonb_agg(jsonb_build_object('sequence', r.sequence, 'releasedAt', r.released_at) order by r.sequence) from disclosure r where r.call_id = c.id and r.released_at is not null), '[]') as releases
    from call c where c.run_here and c.published_at is not null order by c.published_at, c.slug`)
}
