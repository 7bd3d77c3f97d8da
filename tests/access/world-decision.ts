import type { TransactionSql } from 'postgres'
import type { Persona } from '#tests/access/routes.ts'
import { addJudged, addJudgedCall, type Around } from '#tests/access/world-round.ts'

export type WorldDecision = { call: { id: string; slug: string }; applicationId: string }
type Plant = (what: string, seenBy: Iterable<Persona>, shape?: (text: string) => string) => string

const readers: Persona[] = ['laureate', 'manager', 'manager-2']
/** Its jury reads it too. */
const judges: Persona[] = [...readers, 'scorer', 'scorer-2']

/** A call whose decisions are out: the laureate's file was not selected, and they may read why. */
export async function addDecision(sql: TransactionSql, { people, organisations, formOf, coreOf }: Around, plant: Plant): Promise<WorldDecision> {
  const call = await addJudgedCall(sql, 'Un appel décidé')
  const core = await coreOf('decided', judges, readers)
  const applicationId = await addJudged(sql, { call, organisationId: organisations['laureate start-up'], organisationName: plant('decided organisation', judges), authorId: people.laureate.id, form: await formOf(call.id), core })
  await sql`update call set closes_at = ${new Date(Date.now() - 86_400_000)} where id = ${call.id}`
  const release = { id: crypto.randomUUID(), call_id: call.id, sha256: 'none', counts: sql.json({ laureate: 0, reserve: 0, 'not-selected': 1 }) as never, proposed_by: people.manager.id, released_by: people['manager-2'].id, released_at: new Date() }
  await sql`insert into decision_release ${sql(release)}`
  const feedback = sql.json({ rounds: [], comments: [plant('decision comment', readers)] }) as never
  await sql`insert into decision ${sql({ application_id: applicationId, call_id: call.id, outcome: 'not-selected', motive: plant('decision motive', readers), jury_text: plant('decision jury text', readers), release_id: release.id, released_at: new Date(), feedback })}`
  return { call, applicationId }
}
