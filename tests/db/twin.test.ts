import postgres from 'postgres'
import { beforeAll, describe, expect, it } from 'vitest'
import { foundVerbs } from '#tests/access/found-verbs.ts'
import { innerVerbs, verbs } from '#tests/access/verbs.ts'
import { makeWorld, type World } from '#tests/access/world.ts'
import { admin, authSecret, makeTwin } from '#tests/db/database.ts'
import { roleUrl } from '#db/roles.ts'
import { GET as listed } from '#app/api/v1/assignments/route.ts'
import { GET as opened, PUT as saved } from '#app/api/v1/evaluations/[id]/route.ts'
import { POST as submitted } from '#app/api/v1/evaluations/[id]/submit/route.ts'
import { GET as packed } from '#app/api/v1/rounds/[id]/assignments.pdf/route.ts'
import { isRefusal } from '#lib/server/refusal.ts'

/**
 * Two databases that differ in nothing but what others wrote of the same application, and when. To a scorer who has not
 * submitted, every answer is the same in both, to the byte: no score, mean, count, order, ETag or file tells them apart.
 */
let world: World
const start = Date.now()
const found = await foundVerbs()

/** What others did, in ways a leak would show: none of the instants is near the test's own. */
const differences: Record<string, (sql: postgres.Sql) => Promise<unknown>> = {
  'other marks, comments and times': async (sql) => {
    const { submittedId, criterionId } = world.round
    await sql`update evaluation set scores = ${sql.json({ [criterionId]: 1 })}, comment_to_jury = 'Tout autre', comment_to_applicant = null, submitted_at = '2026-01-05T08:00:00Z', saved_at = '2026-01-05T07:00:00Z', version = 9, sequence = 3 where id = ${submittedId}`
    await sql`update assignment set started_at = '2026-01-02T08:00:00Z' where id = ${submittedId}`
    await sql`insert into evaluation_revision ${sql([2, 3, 4].map((version) => ({ evaluation_id: submittedId, version, fields: ['commentToJury'], saved_by: world.people['scorer-2'].id, idempotency_key: `key-${version}`, sha256: 'none' })))}`
  },
  'nothing submitted': (sql) => sql`update evaluation set submitted_at = null, sequence = 0, version = 0, scores = '{}', comment_to_jury = null, comment_to_applicant = null where id = ${world.round.submittedId}`,
  'an abstention': (sql) => sql`update assignment set abstained_at = '2026-01-03T08:00:00Z', abstention = 'no-time' where id = ${world.round.submittedId}`,
}

beforeAll(async () => {
  world = await makeWorld(admin)
})

/** Instants the answer was made at are not told apart. */
function settled(text: string): string {
  return text.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+(?:Z|\+00:00)/g, (instant) => (Date.parse(instant) >= start - 1_000 ? '<now>' : instant))
}

async function answered(work: () => Promise<unknown>): Promise<string> {
  try {
    return settled(JSON.stringify(await work()) ?? '')
  } catch (error) {
    if (!isRefusal(error)) throw error
    return settled(JSON.stringify({ code: error.code, reason: error.reason, current: error.current, faults: error.faults }))
  }
}

/** Every question of the portal as the scorer asks it, and what scoring does. */
async function everyVerb(): Promise<Map<string, string>> {
  const answers = new Map<string, string>()
  // What takes the application away comes last.
  const turn = ({ verb, verbName }: { verb: string; verbName: string }) => (verb === 'query' ? 0 : verbName.startsWith('evaluation.') ? 1 : verbName.startsWith('conflict.') ? 3 : 2)
  for (const { verb } of found.toSorted((a, b) => turn(a.verb) - turn(b.verb))) {
    const scores = /^(evaluation|assignment|conflict)\.|^file\.open/.test(verb.verbName)
    if (innerVerbs.has(verb.verbName) || !(verb.verb === 'query' || scores) || verb.verbName === 'evaluation.submit') continue
    for (const { about = 'asked', input } of verbs[verb.verbName] ?? []) answers.set(`${verb.verbName}, ${about}`, await answered(() => verb({ personId: world.people.scorer.id }, input(world, 'scorer'))))
  }
  return answers
}

type Handler = (request: Request, context: { params: Promise<Record<string, string | string[] | undefined>> }) => Promise<Response>

/** The interface's answers: status, headers and bytes. */
async function everyHandler(): Promise<string[]> {
  const { startedId, submittedId, id: roundId, criterionId } = world.round
  const ask = async (handler: Handler, id: string, { method = 'GET', version = 1, body }: { method?: string; version?: number; body?: unknown } = {}) => {
    const headers = { cookie: `portal.session=${world.people.scorer.token}`, origin: 'http://portal.test', host: 'portal.test', 'content-type': 'application/json', 'idempotency-key': `twin-${method}-${version}`, 'if-match': `"${version}"` }
    const response = await handler(new Request(`http://portal.test/x/${id}`, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) }), { params: Promise.resolve({ id }) })
    return settled(`${response.status} ${JSON.stringify([...response.headers])} ${Buffer.from(await response.arrayBuffer()).toString('latin1')}`)
  }
  return [
    await ask(listed, ''), await ask(opened, startedId), await ask(opened, submittedId), await ask(packed, roundId),
    await ask(saved, startedId, { method: 'PUT', version: 7, body: { fields: { commentToJury: 'Un mot' } } }),
    await ask(saved, submittedId, { method: 'PUT', body: { fields: { commentToJury: 'Un mot' } } }),
    await ask(submitted, startedId, { method: 'POST', version: 7 }), await ask(submitted, submittedId, { method: 'POST' }),
    await ask(saved, startedId, { method: 'PUT', body: { fields: { [`scores.${criterionId}`]: 3 } } }),
  ]
}

/** Every row and column the wall shows the scorer, whatever their order. */
async function everyRow(sql: postgres.Sql): Promise<string[]> {
  const readable = await admin<{ name: string; columns: string }[]>`
    select table_name as name, string_agg(quote_ident(column_name), ', ') as columns from information_schema.column_privileges where grantee = 'portal_app' and privilege_type = 'SELECT' and table_schema = 'public' group by 1 order by 1`
  return sql.begin('read only', async (tx) => {
    await tx`select portal.begin(${world.people.scorer.id}::uuid)`
    const rows = []
    for (const { name, columns } of readable) rows.push(...(await tx.unsafe<{ row: string }[]>(`select ${`'${name} '`} || to_json(t)::text as row from (select ${columns} from ${name}) t order by 1`)).map(({ row }) => row))
    return rows
  })
}

/** All of it, in a copy of the database changed by `change`. */
async function seen(change: (sql: postgres.Sql) => Promise<unknown>) {
  const twin = await makeTwin()
  const [owner, wall] = [postgres(twin.url, { max: 1, onnotice: () => {} }), postgres(roleUrl(twin.url, 'portal_app', authSecret), { max: 1, onnotice: () => {} })]
  try {
    await owner`set session_replication_role = replica`
    await change(owner)
    const before = await everyRow(wall)
    const handlers = await everyHandler()
    return { rows: before, handlers, verbs: await everyVerb() }
  } finally {
    await Promise.all([owner.end(), wall.end()])
    await twin.drop()
  }
}

describe('to a scorer who has not submitted', () => {
  it.each(Object.keys(differences))('every answer is the same with %s', async (name) => {
    const [one, other] = [await seen(async () => {}), await seen(differences[name] as (sql: postgres.Sql) => Promise<unknown>)]
    expect(other.rows).toEqual(one.rows)
    expect(other.handlers).toEqual(one.handlers)
    expect([...other.verbs].filter(([verb, answer]) => one.verbs.get(verb) !== answer)).toEqual([])
    expect(one.handlers.map((answer) => answer.slice(0, 3))).toEqual(['200', '200', '404', '200', '409', '404', '409', '404', '200'])
    expect(one.verbs.get('evaluation.show, asked')).toContain('"colleagues":null')
    expect(one.verbs.size).toBeGreaterThan(60)
  }, 60_000)

  it('and the difference is seen once theirs is submitted', async () => {
    const submit = async (sql: postgres.Sql) => sql`update evaluation set submitted_at = '2026-01-01T00:00:00Z', sequence = 1 where id = ${world.round.startedId}`
    const one = await seen(submit)
    const other = await seen(async (sql) => {
      await submit(sql)
      await differences['other marks, comments and times']?.(sql)
    })
    expect(other.verbs.get('evaluation.show, asked')).not.toBe(one.verbs.get('evaluation.show, asked'))
    expect(other.rows).not.toEqual(one.rows)
  }, 60_000)
})
