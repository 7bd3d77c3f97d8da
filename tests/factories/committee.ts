import type { Sql } from 'postgres'
import { makeClosedCall, removeClosedCall } from '#tests/factories/closed-call.ts'

/** Somebody who scores, for the partner organisation they sit in. */
export type Seat = { personId: string; organisationId: string; name?: string; kind?: string; livedExperience?: boolean; clinical?: boolean; declared?: boolean; chair?: boolean }
export type Committee = {
  call: { id: string; slug: string }
  roundId: string
  criteria: { id: string; slug: string }[]
  applications: { id: string; number: string; fileId: string | null }[]
  /** Each application given to each seat, in that order. */
  assignments: { id: string; applicationId: string; personId: string }[]
}
type Wanted = { managerId: string; seats: readonly Seat[]; solutions: readonly string[]; text?: string; kind?: 'committee' | 'jury'; phase?: 'declaring' | 'scoring'; withFiles?: boolean; rules?: Record<string, unknown> }

const criteria = [
  { slug: 'utilite', name: 'Utilité pour les personnes', weight: 50, na: false, putTo: 'everyone' },
  { slug: 'preuve', name: 'Solidité des preuves', weight: 30, na: true, putTo: 'everyone' },
  { slug: 'vecu', name: 'Respect du vécu', weight: 20, na: false, putTo: 'lived-experience' },
]
const day = 86_400_000

/** A closed call whose committee scores these applications, each given to everybody, nothing begun. */
export async function makeCommittee(admin: Sql, { managerId, seats, kind = 'committee', phase = 'scoring', rules = {}, ...judged }: Wanted): Promise<Committee> {
  const roundId = crypto.randomUUID()
  const made = criteria.map((each) => Object.assign({ id: crypto.randomUUID() }, each))
  return admin.begin(async (sql) => {
    const { call, applications } = await makeClosedCall(sql, managerId, judged)
    const assignments = seats.flatMap(({ personId }) => applications.map(({ id: applicationId }) => ({ id: crypto.randomUUID(), applicationId, personId })))
    const words = (fr: string, en = fr) => sql.json({ fr, en }) as never
    const past = new Date(Date.now() - 20 * day)
    await sql`insert into round ${sql({ id: roundId, call_id: call.id, position: 1, kind, name: words('Comité de lecture', 'Reading committee'), guidance: words('Lisez d’abord la promesse.', 'Read the promise first.'), evaluations_per_application: 3, applications_per_scorer: 15, quorum: 2, places: 1, declaring_at: past, due_at: new Date(Date.now() + 9 * day), created_by: managerId, ...rules } as never)}`
    await sql`insert into round_criterion ${sql(made.map(({ id, slug, name, weight, na, putTo }, position) => ({ id, round_id: roundId, slug, position, name: words(name), weight, may_be_not_applicable: na, put_to: putTo, anchors: sql.json([1, 2, 3, 4, 5].map((level) => ({ fr: `${name} : niveau ${level}`, en: `${slug}: level ${level}` }))) as never })))}`
    await sql`insert into round_application ${sql(applications.map(({ id }) => ({ round_id: roundId, application_id: id, added_by: managerId })))}`
    await sql`insert into scorer ${sql(seats.map(({ personId, organisationId, name = 'Quelqu’un', kind: partnerKind = 'hospital', livedExperience = false, clinical = false, declared = true, chair = false }) => ({
      round_id: roundId, person_id: personId, organisation_id: organisationId, partner_kind: partnerKind, name, email: `${personId}@partner.example`, cap: 15, lived_experience: livedExperience, clinical, declared_at: declared ? past : null, chair,
    })))}`
    for (let from = 0; from < assignments.length; from += 1_000) {
      const some = assignments.slice(from, from + 1_000)
      const given = some.map(({ id, applicationId, personId }) => ({ id, round_id: roundId, application_id: applicationId, person_id: personId }))
      await sql`insert into assignment ${sql(given.map((each) => ({ ...each, origin: 'solved', assigned_by: managerId })))}`
      await sql`insert into evaluation ${sql(given)}`
    }
    if (phase === 'scoring') await sql`update round set opened_at = ${past} where id = ${roundId}`
    return { call, roundId, criteria: made.map(({ id, slug }) => ({ id, slug })), applications: applications.map(({ id, number, fileId }) => ({ id, number, fileId })), assignments }
  })
}

/** Takes a committee away again. */
export const removeCommittee = (admin: Sql, { call }: Committee): Promise<void> => removeClosedCall(admin, call)
