import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launch } from 'chrome-launcher'
import lighthouse, { desktopConfig } from 'lighthouse'
import { findChromium } from '#lib/launch/chromium.ts'
import { spawnPortal } from '#lib/launch/spawn-portal.ts'
import { report } from '#tests/bench/ratio.ts'

/** Lighthouse's four marks on public pages, phone and desktop. Of the portal at PORTAL_URL, or of one started for it. */
const own = process.env.PORTAL_URL ? undefined : await spawnPortal()
const portal = own?.address ?? process.env.PORTAL_URL
const pages = ['/fr', '/fr/ruptures', '/fr/ruptures/delai-premier-rendez-vous-cmp', '/fr/calls/impact-1']
const profile = mkdtempSync(join(tmpdir(), 'portal-lighthouse-'))
const chrome = await launch({
  chromePath: findChromium() ?? '',
  userDataDir: profile,
  chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
})
try {
  for (const path of pages) {
    for (const [device, config] of [['phone', undefined], ['desktop', desktopConfig]] as const) {
      const result = await lighthouse(`${portal}${path}`, { port: chrome.port, output: 'json', logLevel: 'error' }, config)
      const categories = Object.values(result?.lhr.categories ?? {})
      const marks = categories.filter(({ id }) => ['performance', 'accessibility', 'best-practices', 'seo'].includes(id))
      report(`Lighthouse, ${device}, ${path}`, marks.map(({ score }) => Math.round((score ?? 0) * 100)).join(' '), '≥ 98 each')
      const lost = Object.values(result?.lhr.audits ?? {}).filter(({ score, scoreDisplayMode }) => score !== null && score < 0.9 && scoreDisplayMode !== 'informative')
      for (const audit of lost) console.log(`    ${audit.id}: ${audit.displayValue ?? audit.title}`)
    }
  }
} finally {
  await chrome.kill()
  await own?.stop()
  rmSync(profile, { recursive: true, force: true })
}
