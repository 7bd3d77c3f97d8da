import { brotliCompressSync } from 'node:zlib'
import { setTimeout as pause } from 'node:timers/promises'
import { chromium } from '@playwright/test'
import postgres from 'postgres'
import { findChromium } from '#lib/launch/chromium.ts'
import { serve } from '#lib/launch/front.ts'
import { addManager } from '#tests/bench/applications.ts'
import { buildForBench } from '#tests/bench/build.ts'
import { addFollowedLaureates } from '#tests/bench/followed-laureates.ts'
import { startDatabase } from '#tests/bench/portal.ts'
import { interleaved, median, report, timed } from '#tests/bench/ratio.ts'

/**
 * The managers' board of 200 laureates × 9 months × 8 metrics, each measured each month. The page's whole time over HTTP,
 * from the request to its last byte, packed as a browser takes it, against the time PostgreSQL says it worked on all
 * statements of these very requests (`pg_stat_database.active_time`: receiving, planning, running, answering), the session's
 * among them. Read again: nothing changed since. Made anew: as at a first reading.
 */
await buildForBench()
const database = await startDatabase()
const admin = postgres(database.adminUrl, { max: 1, onnotice: () => {} })
const { personId, cookie } = await addManager(admin)
const slug = await addFollowedLaureates(admin, personId, 200)
const front = await serve({ port: 0, host: '127.0.0.1', dev: false })
process.env.PORTAL_URL = front.address

const path = `/fr/manage/calls/${slug}/board`
const headers = (more = '') => ({ cookie: cookie + more, 'accept-encoding': 'br' })
async function ask(address: string, more = ''): Promise<string> {
  const answer = await fetch(front.address + address, { headers: headers(more) })
  if (answer.status !== 200) throw new Error(`${address} was answered ${answer.status}.`)
  return answer.text()
}
/** A cookie of no meaning makes each reading the first. */
let turn = 0
const anew = () => `; bench=${(turn += 1)}`
const times = 20

/** Milliseconds PostgreSQL worked for the portal's database since it began. Connections tell within ten seconds of rest. */
async function worked(): Promise<number> {
  await pause(11_000)
  const [row] = await admin<{ worked: number }[]>`select active_time as worked from pg_stat_database where datname = current_database()`
  return row?.worked ?? 0
}
async function measured(what: string, read: () => Promise<unknown>, aim: string): Promise<void> {
  const before = await worked()
  const took: number[] = []
  for (let at = 0; at < times; at += 1) took.push(await timed(read))
  const page = took.reduce((sum, each) => sum + each, 0) / times
  const asked = ((await worked()) - before) / times
  report(`200 laureates × 9 months × 8 metrics, ${what}: page ÷ its SQL`, `${(page / asked).toFixed(2)} ×`, aim)
  report('  the page, mean and median / its SQL', `${page.toFixed(0)}, ${median(took).toFixed(0)} / ${asked.toFixed(0)} ms`, 'told')
}

try {
  for (let at = 0; at < 5; at += 1) await ask(path, anew())
  const html = await ask(path)
  const drawn = html.replace(/<script[\s\S]*?<\/script>/g, '')
  report('its markup / on the wire (brotli) / elements / plots', `${(html.length / 1_000).toFixed(0)} / ${(brotliCompressSync(html).length / 1_000).toFixed(0)} kB / ${(drawn.match(/<[a-z]/g) ?? []).length} / ${(drawn.match(/<svg/g) ?? []).length}`, 'told')
  await measured('made anew', () => ask(path, anew()), '≤ 1.5 ×')
  await measured('read again', () => ask(path), '≤ 1.5 ×')
  const beside = await interleaved(7, { csv: () => timed(() => ask(`/api/v1/board.csv?call=${slug}`)), preview: () => timed(() => ask(`/fr/manage/board/reminders?call=${slug}`)), empty: () => timed(() => ask('/empty-dynamic.html')) })
  report('  as CSV / the reminders’ preview / an empty dynamic Next page beside', `${beside.csv.toFixed(0)} / ${beside.preview.toFixed(0)} / ${beside.empty.toFixed(0)} ms`, 'told')
  report('first contentful paint in a browser without cache, 200 laureates', `${(await firstPaint()).toFixed(0)} ms`, '< 1,000 ms')
} finally {
  await front.close()
  await admin.end()
  await database.stop()
}
process.exit(0)

/** The median of five, each in a context of its own. */
async function firstPaint(): Promise<number> {
  const program = findChromium()
  const browser = await chromium.launch({ ...(program ? { executablePath: program } : {}), chromiumSandbox: process.getuid?.() !== 0 })
  const seen: number[] = []
  for (let at = 0; at < 5; at += 1) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    const [name = '', value = ''] = cookie.split('=')
    await context.addCookies([{ name, value, url: front.address }])
    const page = await context.newPage()
    await page.goto(front.address + path)
    seen.push(await page.evaluate(async () => {
      const painted = () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime
      while (painted() === undefined) await new Promise((resolve) => { setTimeout(resolve, 20) })
      return painted() as number
    }))
    await context.close()
  }
  await browser.close()
  return median(seen)
}
