import type { TransactionSql } from 'postgres'
import type { Persona } from '#tests/access/routes.ts'
import type { Home, Somebody } from '#tests/access/world.ts'
import type { WorldDecision } from '#tests/access/world-decision.ts'

export type WorldJury = { roundId: string; deliberationId: string; applicationId: string }
type Plant = (what: string, seenBy: Iterable<Persona>, shape?: (text: string) => string) => string
type Around = { people: Record<Somebody, { id: string }>; organisations: Record<Home, string>; decided: WorldDecision }

const managers: Persona[] = ['manager', 'manager-2']
const jurors: Persona[] = ['scorer', 'scorer-2']

/** A jury in its meeting: the scorer chairs and has gone out, scorer-2 is there and has given a private score, nobody has seen any. */
export async function addJury(sql: TransactionSql, { people, organisations, decided }: Around, plant: Plant): Promise<WorldJury> {
  const { call, applicationId } = decided
  const roundId = crypto.randomUUID()
  const deliberationId = crypto.randomUUID()
  const past = new Date(Date.now() - 86_400_000)
  await sql`select set_config('portal.actor', ${people.manager.id}, true)`
  await sql`update application set eligibility = 'eligible' where id = ${applicationId}`
  await sql`insert into round ${sql({ id: roundId, call_id: call.id, position: 1, kind: 'jury', name: sql.json({ fr: 'Jury', en: 'Jury' }) as never, evaluations_per_application: 1, applications_per_scorer: 5, quorum: 1, places: 1, declaring_at: past })}`
  await sql`insert into round_application ${sql({ round_id: roundId, application_id: applicationId })}`
  const seat = (persona: 'scorer' | 'scorer-2', home: Home) => ({ id: crypto.randomUUID(), round_id: roundId, person_id: people[persona].id, organisation_id: organisations[home], partner_kind: home, name: plant(`${persona} as juror`, [...managers, ...jurors]), email: plant(`${persona} juror address`, [...managers, persona]), cap: 5, declared_at: past, chair: persona === 'scorer' })
  const seats = [seat('scorer', 'hospital'), seat('scorer-2', 'foundation')] as const
  await sql`insert into scorer ${sql(seats)}`
  await sql`update round set opened_at = ${past} where id = ${roundId}`
  await sql`insert into deliberation ${sql({ id: deliberationId, round_id: roundId, state: 'running', started_at: past, current_application_id: applicationId })}`
  await sql`insert into deliberation_item ${sql({ deliberation_id: deliberationId, round_id: roundId, application_id: applicationId, position: 0, step: 'private', notes: plant('jury notes', [...managers, ...jurors]) })}`
  const present = { deliberation_id: deliberationId, round_id: roundId }
  await sql`insert into deliberation_presence ${sql([{ ...present, person_id: people['scorer-2'].id, name: seats[1].name, left_at: null }, { ...present, person_id: people.scorer.id, name: seats[0].name, left_at: new Date() }])}`
  await sql`insert into deliberation_score ${sql({ deliberation_id: deliberationId, round_id: roundId, application_id: applicationId, person_id: people['scorer-2'].id, kind: 'private', score: 4.5 })}`
  await sql`select set_config('portal.actor', '', true)`
  return { roundId, deliberationId, applicationId }
}
