import type { TransactionSql } from 'postgres'
import type { Persona } from '#tests/access/routes.ts'
import type { World } from '#tests/access/world.ts'

type Plant = (what: string, seenBy: Iterable<Persona>, shape?: (text: string) => string) => string

/** A call managers are writing, with everything it needs to be published: a yes-no question, one shown by it, and one of its own. */
export async function addPreparedCall(sql: TransactionSql, organisationId: string, managerId: string, plant: Plant): Promise<World['preparing']> {
  const managers: Persona[] = ['manager', 'manager-2']
  const words = (what: string) => ({ fr: plant(`${what} in French`, managers), en: plant(`${what} in English`, managers) })
  const json = (value: unknown) => sql.json(value as never) as never
  const call = { id: crypto.randomUUID(), slug: plant('prepared slug', managers), version: 3 }
  const challengeId = crypto.randomUUID()
  const questions = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()] as const
  const part = { call_id: call.id, position: 0 }
  await sql`insert into call ${sql({
    ...call, initiative_id: sql`(select id from initiative where not external order by slug limit 1)` as never, title: json(words('prepared title')), source_ids: [], run_here: true, created_by: managerId,
    opens_at: new Date('2031-03-03T08:00:00Z'), closes_at: new Date('2031-04-14T15:00:00Z'), answer_on: '2031-06-02', who_may_apply: json(words('prepared applicants')), demonstration: true,
  })}`
  await sql`insert into phase ${sql({ ...part, slug: plant('prepared phase slug', managers), title: json(words('prepared phase')), starts_at: new Date('2031-03-03T08:00:00Z'), ends_at: new Date('2031-04-14T15:00:00Z'), dates_are_planned: false })}`
  await sql`insert into challenge ${sql({ ...part, id: challengeId, slug: plant('prepared challenge slug', managers), title: json(words('prepared challenge')) })}`
  await sql`insert into challenge_rupture ${sql({ ...part, challenge_id: challengeId, rupture_id: sql`(select id from rupture order by slug limit 1)` as never })}`
  await sql`insert into call_partner ${sql({ ...part, organisation_id: organisationId, role: json(words('prepared role')) })}`
  await sql`insert into eligibility_rule ${sql({ ...part, statement: json(words('prepared statement')), reason: json(words('prepared reason')) })}`
  await sql`insert into criterion ${sql({ ...part, slug: plant('prepared criterion slug', managers), name: json(words('prepared criterion')), weight: 100, anchors: json([1, 2, 3, 4, 5].map(() => words('prepared anchor'))), guidance: json(words('prepared guidance')) })}`
  const asked = (position: number, kind: string, more: object = {}) => ({ id: questions[position] as string, ...part, position, kind, label: json(words('prepared question')), help: json(words('prepared help')), required: true, audience: 'scorers', shown_if: null as never, ...more })
  await sql`insert into question ${sql([asked(0, 'yes-no'), asked(1, 'long-text', { shown_if: json({ questionId: questions[0], is: 'yes' }) }), asked(2, 'link')])}`
  return { ...call, challengeId, questions }
}
