import type { TransactionSql } from 'postgres'
import type { Persona } from '#tests/access/routes.ts'
import type { Home, Somebody } from '#tests/access/world.ts'
import type { WorldRound } from '#tests/access/world-round.ts'

/** Rounds of the judged call that are not scored yet: a jury being prepared, and one whose scorers are asked for their links. */
export type WorldRounds = Record<'preparing' | 'declaring', { id: string; version: number; criterionId: string }> & {
  /** The other start-up's, about an investor. */
  tieId: string
  /** A member of the foundation, a partner of the call, who scores nowhere yet. */
  partner: { id: string; email: string }
}

type Plant = (what: string, seenBy: Iterable<Persona>, shape?: (text: string) => string) => string
type Around = { people: Record<Somebody, { id: string }>; organisations: Record<Home, string>; round: WorldRound }

const managers: Persona[] = ['manager', 'manager-2']

/** Adds them, with the judged application before each, a partner of the call to choose scorers among, and a tie the other start-up declared. */
export async function addRounds(sql: TransactionSql, { people, organisations, round }: Around, plant: Plant): Promise<WorldRounds> {
  const before = await addAhead(sql, 'preparing', 2, { people, organisations, round }, plant)
  const asked = await addAhead(sql, 'declaring', 3, { people, organisations, round }, plant)
  const tieId = crypto.randomUUID()
  await sql`insert into declared_tie ${sql({ id: tieId, organisation_id: organisations['other start-up'], kind: 'investor', other_name: plant('tie name', ['rival', ...managers]), declared_by: people.rival.id })}`
  await sql`insert into call_partner ${sql({ call_id: round.call.id, position: 0, organisation_id: organisations.foundation, role: sql.json({ fr: 'Partenaire' }) as never })}`
  const id = crypto.randomUUID()
  const partner = { id, email: `partner-${id}@world.example` }
  await sql`insert into person ${sql({ ...partner, name: 'Somebody at the foundation' })}`
  await sql`insert into membership ${sql({ organisation_id: organisations.foundation, person_id: id, role: 'member' })}`
  return { preparing: before, declaring: asked, tieId, partner }
}

async function addAhead(sql: TransactionSql, phase: 'preparing' | 'declaring', position: number, { people, organisations, round }: Around, plant: Plant) {
  const id = crypto.randomUUID()
  const criterionId = crypto.randomUUID()
  const jurors: Persona[] = phase === 'preparing' ? ['scorer-2', ...managers] : ['scorer', 'scorer-2', ...managers]
  const words = (what: string, seenBy: Persona[] = jurors) => sql.json({ fr: plant(`${phase} ${what}`, seenBy) }) as never
  const seat = (persona: 'scorer' | 'scorer-2', home: Home, kind: string) => ({
    id: crypto.randomUUID(), round_id: id, person_id: people[persona].id, organisation_id: organisations[home], partner_kind: kind, name: plant(`${phase} ${persona} name`, [persona, ...managers]), email: plant(`${phase} ${persona} address`, [persona, ...managers]), cap: 3,
  })
  const past = new Date(Date.now() - 86_400_000)
  await sql`insert into round ${sql({
    id, call_id: round.call.id, position, kind: 'jury', name: words('round name'), guidance: words('round guidance'), evaluations_per_application: 1, applications_per_scorer: 3, quorum: 1, places: 1,
    due_at: new Date(Date.now() + 86_400_000), declaring_at: phase === 'declaring' ? past : null, created_by: people.manager.id,
  })}`
  await sql`insert into round_criterion ${sql({ id: criterionId, round_id: id, slug: 'utilite', position: 0, name: words('criterion'), weight: 100, anchors: sql.json([1, 2, 3, 4, 5].map((level) => ({ fr: `Niveau ${level}` }))) as never })}`
  await sql`insert into round_application ${sql({ round_id: id, application_id: round.applicationId, added_by: people.manager.id })}`
  const seats = [seat('scorer-2', 'foundation', 'foundation'), ...(phase === 'declaring' ? [seat('scorer', 'hospital', 'hospital')] : [])]
  await sql`insert into scorer ${sql(seats)}`
  return { id, version: 0, criterionId }
}
