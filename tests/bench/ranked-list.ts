import { brotliCompressSync } from 'node:zlib'
import postgres, { type Sql } from 'postgres'
import { serve } from '#lib/launch/front.ts'
import { addManager } from '#tests/bench/applications.ts'
import { buildForBench } from '#tests/bench/build.ts'
import { startDatabase } from '#tests/bench/portal.ts'
import { interleaved, report, timed } from '#tests/bench/ratio.ts'
import { type Committee, makeCommittee } from '#tests/factories/committee.ts'

/** A round of 1,000 applications × 3 evaluations as its manager reads it: the page, another order, another page, the files. */
export async function measureRankedList(): Promise<void> {
  await buildForBench()
  const database = await startDatabase()
  const admin = postgres(database.adminUrl, { max: 1, onnotice: () => {} })
  const { personId, cookie } = await addManager(admin)
  const { roundId } = await addScored(admin, personId)
  const front = await serve({ port: 0, host: '127.0.0.1', dev: false })
  process.env.PORTAL_URL = front.address
  const ask = async (path: string, more = '') => {
    const answer = await fetch(`${front.address}${path}`, { headers: { cookie: cookie + more } })
    if (answer.status !== 200) throw new Error(`${path} was answered ${answer.status}.`)
    return answer.text()
  }
  const page = (query = '', more = '') => ask(`/fr/manage/rounds/${roundId}/ranking${query}`, more)
  /** A cookie of no meaning makes each reading the first: nothing is at hand but the computed ranking. */
  let turn = 0
  const anew = () => `; bench=${(turn += 1)}`
  try {
    report('1,000 applications, 3,000 evaluations: the ranking first read, computed', `${(await timed(() => page())).toFixed(0)} ms`, 'told')
    const html = await page()
    report('  the page on the wire (brotli) and its elements', `${(brotliCompressSync(html).length / 1_000).toFixed(0)} kB, ${(html.replace(/<script[\s\S]*?<\/script>/g, '').match(/<[a-z]/g) ?? []).length}`, '< 110 kB, < 6,000')
    const took = await interleaved(9, {
      read: () => timed(() => page()), made: () => timed(() => page('', anew())), spread: () => timed(() => page('?sort=spread', anew())), next: () => timed(() => page('?page=7', anew())), criteria: () => timed(() => page('?criteria=yes', anew())),
      csv: () => timed(() => ask(`/api/v1/rounds/${roundId}/ranking.csv`)), evaluations: () => timed(() => ask(`/api/v1/rounds/${roundId}/evaluations.csv`)), empty: () => timed(() => ask('/empty-dynamic.html')),
    })
    report('  the page again, nothing changed / made anew', `${took.read.toFixed(0)} / ${took.made.toFixed(0)} ms`, '≤ 60 ms')
    report('  another order / another page / marks per criterion', `${took.spread.toFixed(0)} / ${took.next.toFixed(0)} / ${took.criteria.toFixed(0)} ms`, '≤ 150 ms')
    report('  the ranking as CSV', `${took.csv.toFixed(0)} ms`, 'told')
    report('  3,000 evaluations as CSV', `${took.evaluations.toFixed(0)} ms`, '≤ 110 ms')
    report('  an empty dynamic Next page beside', `${took.empty.toFixed(0)} ms`, 'told')
  } finally {
    await front.close()
    await admin.end()
    await database.stop()
  }
}

/** A committee of three who scored everything. */
async function addScored(admin: Sql, managerId: string): Promise<Committee> {
  const seats = []
  for (const [index, kind] of ['hospital', 'foundation', 'patient-association'].entries()) {
    const [personId, organisationId] = [crypto.randomUUID(), crypto.randomUUID()]
    await admin`insert into organisation ${admin({ id: organisationId, slug: organisationId, name: `Partenaire ${index}`, kind })}`
    await admin`insert into person ${admin({ id: personId, email: `scorer-${index}@bench.example`, name: `Bench ${index}` })}`
    await admin`insert into membership ${admin({ organisation_id: organisationId, person_id: personId, role: 'member' })}`
    seats.push({ personId, organisationId, kind, name: `Bench ${index}`, livedExperience: index === 2 })
  }
  const made = await makeCommittee(admin, { managerId, seats, solutions: Array.from({ length: 1_000 }, (_, index) => `Solution ${index}`), rules: { places: 50, tie_rule: ['median'] } })
  for (const { personId } of seats) {
    await admin.begin(async (sql) => {
      await sql`select set_config('portal.actor', ${personId}, true)`
      await sql`
        update evaluation e set version = 1, sequence = 1, submitted_at = now(), scores = (select jsonb_object_agg(c.id, 1 + (abs(hashtext(e.application_id::text)) % 4 + abs(hashtext(e.id::text || c.slug)) % 3) * 4 / 5) from round_criterion c where c.round_id = e.round_id)
        where e.round_id = ${made.roundId} and e.person_id = ${personId}`
    })
  }
  await admin`analyze`
  return made
}
