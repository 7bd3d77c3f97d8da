import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'
import { CannotStart } from '#lib/env.ts'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const macApplications = ['/Applications/Chromium.app/Contents/MacOS/Chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']

/** A Chromium that runs on this machine: the one named by CHROMIUM_PATH, the machine's, or Playwright's own. */
export function findChromium(): string | undefined {
  const { CHROMIUM_PATH, PATH = '' } = process.env
  if (CHROMIUM_PATH) return CHROMIUM_PATH
  const onPath = names.flatMap((name) => PATH.split(delimiter).map((folder) => join(folder, name)))
  return [...onPath, ...macApplications, chromium.executablePath()].find(runs)
}

/** As `findChromium`, installing one where that is possible. Throws `CannotStart` with what to install. */
export function requireChromium(): string {
  const found = findChromium()
  if (found) return found
  console.log('Installing Chromium …')
  const playwright = join('node_modules', '@playwright', 'test', 'cli.js')
  spawnSync(process.execPath, [playwright, 'install', 'chromium'], { stdio: 'ignore', timeout: 300_000 })
  if (!findChromium() && process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    const options = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const
    spawnSync('apt-get', ['update'], options)
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], options)
  }
  const installed = findChromium()
  if (!installed) throw new CannotStart('The browser tests need Chromium and none could be installed: install the package chromium, or set CHROMIUM_PATH.')
  return installed
}

/** A stub that only says where to get the real browser exists on some systems, so being there is not enough. */
function runs(program: string): boolean {
  return existsSync(program) && spawnSync(program, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0
}
