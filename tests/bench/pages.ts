import autocannon from 'autocannon'
import { serve } from '#lib/launch/front.ts'
import { buildForBench } from '#tests/bench/build.ts'
import { startDatabase } from '#tests/bench/portal.ts'
import { interleaved, report } from '#tests/bench/ratio.ts'

/**
 * What pages cost beside an empty Next page of the same build and server: requests answered per second at 20 connections.
 * The build is the bench's own, since it holds the empty pages.
 */
await buildForBench()

const database = await startDatabase()
const front = await serve({ port: 0, host: '127.0.0.1', dev: false })

async function throughput(path: string, headers: Record<string, string> = {}): Promise<number> {
  const { requests, non2xx, errors } = await autocannon({ url: front.address + path, connections: 20, duration: 3, headers: { 'accept-encoding': 'gzip, br', ...headers } })
  if (non2xx || errors) throw new Error(`${path}: ${non2xx} answers were not 2xx, ${errors} failed.`)
  return requests.average
}

const pages = { home: '/fr', rupture: '/fr/ruptures/delai-premier-rendez-vous-cmp' }
try {
  const rate = await interleaved(3, {
    empty: () => throughput('/empty.html'),
    emptyDynamic: () => throughput('/empty-dynamic.html'),
    home: () => throughput(pages.home),
    rupture: () => throughput(pages.rupture),
    // Longer than the kept pages' limit on queries: rendered for each request.
    homeRendered: () => throughput(`${pages.home}?x=${'x'.repeat(600)}`),
    ruptureRendered: () => throughput(`${pages.rupture}?x=${'x'.repeat(600)}`),
  })
  const against = (name: keyof typeof rate, yardstick: keyof typeof rate) => (rate[name] / rate[yardstick]).toFixed(2)
  report('home, kept ÷ an empty static Next page', against('home', 'empty'), '≥ 0.8')
  report('a rupture, kept ÷ an empty static Next page', against('rupture', 'empty'), '≥ 0.8')
  report('home, rendered each time ÷ an empty dynamic Next page', against('homeRendered', 'emptyDynamic'), 'told (≥ 0.5 where nothing is kept)')
  report('a rupture, rendered each time ÷ an empty dynamic Next page', against('ruptureRendered', 'emptyDynamic'), 'told')
} finally {
  await front.close()
  await database.stop()
}
