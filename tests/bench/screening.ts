import postgres from 'postgres'
import { serve } from '#lib/launch/front.ts'
import { screenApplications } from '#lib/server/screening/screen-applications.ts'
import { addApplications, addManager } from '#tests/bench/applications.ts'
import { buildForBench } from '#tests/bench/build.ts'
import { startDatabase } from '#tests/bench/portal.ts'
import { interleaved, report, timed } from '#tests/bench/ratio.ts'

/** The managers' table of a call of 10,000 applications beside one of 100: the same page of fifty rows, as the server answers it. */
await buildForBench()
const database = await startDatabase()
const admin = postgres(database.adminUrl, { max: 1, onnotice: () => {} })
const { personId, cookie } = await addManager(admin)
const [small, large] = [await addApplications(admin, 'hundred', 100), await addApplications(admin, 'ten-thousand', 10_000)]
const front = await serve({ port: 0, host: '127.0.0.1', dev: false })
process.env.PORTAL_URL = front.address

async function page(slug: string, query: string): Promise<void> {
  const answer = await fetch(`${front.address}/fr/manage/calls/${slug}/applications${query}`, { headers: { cookie } })
  if (answer.status !== 200) throw new Error(`${slug}${query} was answered ${answer.status}.`)
  await answer.arrayBuffer()
}
const several = (work: () => Promise<unknown>) => async () => (await timed(async () => { for (let i = 0; i < 5; i += 1) await work() })) / 5

/** Each shows the same fifty rows of both calls, but for the last two, which find few of the hundred. */
const views = {
  'as it opens': '', 'one eligibility': '?eligibility=pending', 'in order of solution': '?sort=solution', 'in order of number': '?sort=number', 'in order of rupture': '?sort=rupture',
  'words looked for': '?q=solution', 'an answer': '?answers.00000000-0000-4000-8000-00000000000a=jeunes', 'rare words looked for': '?q=abc', 'unread messages': '?message=unread',
}
try {
  for (const [name, query] of Object.entries(views)) {
    const search = Object.fromEntries(new URLSearchParams(query))
    const ask = (slug: string) => screenApplications({ personId }, { slug, search })
    const time = await interleaved(12, { small: several(() => page(small, query)), large: several(() => page(large, query)), smallAsked: several(() => ask(small)), largeAsked: several(() => ask(large)) })
    report(`the table of 10,000 applications ÷ of 100, ${name}`, `${(time.large / time.small).toFixed(2)} ×`, /rare|unread/.test(name) ? 'told' : '≤ 2')
    report('  the page of 100 / of 10,000; the question to the database alone', `${time.small.toFixed(0)} / ${time.large.toFixed(0)} ms; ${time.smallAsked.toFixed(1)} / ${time.largeAsked.toFixed(1)} ms`, 'told')
  }
} finally {
  await front.close()
  await admin.end()
  await database.stop()
}
process.exit(0)
