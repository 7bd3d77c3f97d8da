import { chromium, type Page } from '@playwright/test'
import postgres from 'postgres'
import { findChromium } from '#lib/launch/chromium.ts'
import { serve } from '#lib/launch/front.ts'
import { buildForBench } from '#tests/bench/build.ts'
import { startDatabase } from '#tests/bench/portal.ts'
import { median, report } from '#tests/bench/ratio.ts'
import { addWriters, makeWhole, openCall } from '#tests/bench/writers.ts'

/**
 * The editor on a phone of the middle range: Lighthouse's mobile throttling (1.6 Mbit/s, 150 ms a round trip, a processor
 * four times slower), a form with sixty questions of the call and three claims.
 */
await buildForBench()
const database = await startDatabase()
const admin = postgres(database.adminUrl, { max: 2, onnotice: () => {} })
const callId = await openCall(admin, sixtyQuestions())
const [writer] = await addWriters(admin, 1)
if (!writer) throw new Error('No writer was made.')
await makeWhole(admin, callId, [writer])
await admin`update application_draft set second_claim = primary_claim, third_claim = primary_claim`
const front = await serve({ port: 0, host: '127.0.0.1', dev: false })
process.env.PORTAL_URL = front.address
const program = findChromium()
const browser = await chromium.launch({ ...(program ? { executablePath: program } : {}), chromiumSandbox: process.getuid?.() !== 0 })

function sixtyQuestions() {
  return Array.from({ length: 60 }, (_, index) => ({
    id: crypto.randomUUID(), kind: (['short-text', 'long-text', 'yes-no', 'number'] as const)[index % 4] ?? 'short-text', label: { fr: `Question ${index + 1}` }, help: { fr: 'Une aide de deux lignes pour comprendre ce qui est demandé.' }, required: index % 2 === 0,
    audience: 'scorers' as const, shownIf: null, options: [], unit: null, least: null, most: null, limit: null,
  }))
}

/** Milliseconds from asking for the page until a field of it answers to keys. */
async function interactive(page: Page, path: string): Promise<number> {
  await page.goto(`${front.address}${path}`, { waitUntil: 'commit' })
  const done = await page.waitForFunction(() => {
    const field = document.querySelector('textarea')
    return field !== null && Object.keys(field).some((key) => key.startsWith('__reactFiber')) ? performance.now() : false
  }, undefined, { polling: 20, timeout: 60_000 })
  return (await done.jsonValue()) as number
}

/** Milliseconds from each key to the picture that shows it (Event Timing, 8 ms steps), longest first. */
async function typing(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    const seen: number[] = []
    Object.assign(window, { seen })
    new PerformanceObserver((list) => list.getEntries().filter(({ name }) => name === 'keydown' || name === 'input').forEach(({ duration }) => seen.push(duration)))
      .observe({ type: 'event', durationThreshold: 16, buffered: false } as PerformanceObserverInit)
  })
  await page.locator('textarea').first().focus()
  await page.keyboard.type('Nous rappelons chaque personne deux jours après sa sortie. '.repeat(3), { delay: 60 })
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 200))))
  return (await page.evaluate(() => (window as unknown as { seen: number[] }).seen)).sort((a, b) => b - a)
}

try {
  const starts: number[] = []
  let keys: number[] = []
  for (let round = 0; round < 5; round += 1) {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'fr-FR' })
    const [name = '', value = ''] = writer.cookie.split('=')
    await context.addCookies([{ name, value, url: front.address }])
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', { offline: false, latency: 150, downloadThroughput: (1_600 * 1_024) / 8, uploadThroughput: (750 * 1_024) / 8 })
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    const path = `/fr/applications/${writer.draftId}/edit`
    const took = await interactive(page, path)
    if (round > 0) starts.push(took)
    if (round === 4) keys = await typing(page)
    await context.close()
  }
  report('editor interactive on a mid-range phone, empty cache: median', `${median(starts).toFixed(0)} ms`, 'under 1500 ms')
  report('  typing with 60 questions and 3 claims, slowest key to picture', `${(keys[0] ?? 16).toFixed(0)} ms`, 'under 50 ms')
  report('  keys slower than 50 ms, of 177', String(keys.filter((duration) => duration > 50).length), '0')
} finally {
  await browser.close()
  await front.close()
  await admin.end()
  await database.stop()
}
process.exit(0)
