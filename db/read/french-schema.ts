import { sql } from 'drizzle-orm'
import type { Reader } from '#db/client.ts'
import type { Localized } from '#lib/domain/localized.ts'
import type { OrganisationKind } from '#lib/domain/organisation.ts'

/** A call run here as the French schema of aids to professionals asks for it. */
export type AidScheme = {
  id: string; slug: string; title: Localized; demonstration: boolean; whoMayApply: Localized | null; challenges: Localized[]; statements: Localized[]; applicantKinds: OrganisationKind[]
  initiative: Localized; opensAt: string | null; closesAt: string | null; changedAt: string
}

/** Published calls run here; one statement. */
export async function readAidSchemes(read: Reader): Promise<AidScheme[]> {
  return read.execute<AidScheme>(sql`
    select c.id, c.slug, c.title, c.demonstration, c.who_may_apply as "whoMayApply", c.applicant_kinds as "applicantKinds", i.title as initiative, c.opens_at as "opensAt", c.closes_at as "closesAt",
      greatest(c.published_at, c.dates_changed_at, (select max(d.changed_at) from deadline_change d where d.call_id = c.id)) as "changedAt",
      (select coalesce(jsonb_agg(h.title order by h.position), '[]') from challenge h where h.call_id = c.id) as challenges,
      (select coalesce(jsonb_agg(r.statement order by r.position), '[]') from eligibility_rule r where r.call_id = c.id) as statements
    from call c join initiative i on i.id = c.initiative_id where c.run_here and c.published_at is not null order by c.opens_at, c.slug`)
}

/** What a laureate was granted, in kind, from the day its programme begins. */
export type Grant = { laureate: string; callId: string; call: Localized; name: string; solution: Localized; number: string; demonstration: boolean; startsOn: string; endsOn: string }

/** Laureates whose programme has begun here; one statement. */
export async function readGrants(read: Reader): Promise<Grant[]> {
  return read.execute<Grant>(sql`
    select l.slug as laureate, c.id as "callId", c.title as call, o.name, l.solution, p.number, l.demonstration, p.starts_on as "startsOn", p.ends_on as "endsOn"
    from portal.begun_programmes() p join laureate l on l.application_id = p.application_id join call c on c.id = l.call_id join organisation o on o.id = l.organisation_id
    order by p.starts_on, p.number`)
}
