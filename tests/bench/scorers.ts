import { createHash, randomBytes } from 'node:crypto'
import type { Sql } from 'postgres'
import { type Committee, makeCommittee } from '#tests/factories/committee.ts'

export type BenchScorer = { personId: string; cookie: string; evaluationIds: string[] }

/** Some four pages to read, as applications are. */
const text = `${'Nous rappelons chaque personne deux jours après sa sortie, puis chaque semaine pendant un mois. '.repeat(12)}\n\n${'Le centre voit qui attend, depuis quand, et qui rappeler d’abord. '.repeat(10)}`

/** Members of partner organisations, signed in, each given all of these applications; nothing begun. */
export async function addScorers(admin: Sql, count: number, applications: number): Promise<{ scorers: BenchScorer[]; committee: Committee }> {
  const people = Array.from({ length: count + 1 }, () => {
    const token = randomBytes(24).toString('base64url')
    return { personId: crypto.randomUUID(), organisationId: crypto.randomUUID(), token, cookie: `portal.session=${token}` }
  })
  const [manager, ...seats] = people as [(typeof people)[number], ...typeof people]
  await admin.begin(async (tx) => {
    await tx`insert into person ${tx(people.map(({ personId }) => ({ id: personId, email: `${personId}@bench.example` })))}`
    await tx`insert into organisation ${tx(people.map((each) => ({ id: each.organisationId, slug: each.organisationId, name: 'Bench', kind: each === manager ? 'operator' : 'foundation' })))}`
    await tx`insert into membership ${tx(people.map(({ personId, organisationId }) => ({ person_id: personId, organisation_id: organisationId, role: 'owner' })))}`
    await tx`insert into session ${tx(people.map(({ personId, token }) => ({ person_id: personId, token_hash: createHash('sha256').update(token).digest(), expires_at: new Date(Date.now() + 86_400_000) })))}`
  })
  const committee = await makeCommittee(admin, { managerId: manager.personId, seats: seats.map((each) => ({ personId: each.personId, organisationId: each.organisationId, kind: 'foundation' })), solutions: Array.from({ length: applications }, (_, index) => `Solution ${index + 1}`), text })
  const given = Map.groupBy(committee.assignments, ({ personId }) => personId)
  return { scorers: seats.map(({ personId, cookie }) => ({ personId, cookie, evaluationIds: (given.get(personId) ?? []).map(({ id }) => id) })), committee }
}
