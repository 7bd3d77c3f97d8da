import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { destroyEmbedded } from '#db/embedded.ts'
import { findChromium } from '#lib/launch/chromium.ts'

/** Starts the portal as `npm start` does, on a free port with a data folder of its own, and names its address to the tests. */
export default async function setUp(): Promise<() => Promise<void>> {
  process.env.CHROMIUM_PATH ??= findChromium() ?? ''
  const folder = mkdtempSync(join(tmpdir(), 'portal-e2e-'))
  const port = await freePort()
  const portal = spawn(process.execPath, ['lib/launch/bootstrap.mjs', 'start'], {
    env: { NODE_ENV: 'production', PATH: process.env.PATH, HOME: process.env.HOME, PORT: String(port), PORTAL_DATA_DIR: folder },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let said = ''
  const ready = new Promise<string>((resolve, reject) => {
    for (const stream of [portal.stdout, portal.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        said += text
        const address = said.match(/^Passerelle is ready: (\S+)$/m)?.[1]
        if (address) resolve(address)
      })
    }
    portal.once('exit', (code) => reject(new Error(`The portal ended with ${code} instead of starting:\n${said}`)))
  })
  process.env.PORTAL_TEST_ADDRESS = await ready
  process.env.PORTAL_TEST_DATA_DIR = folder
  return async () => {
    portal.kill('SIGTERM')
    if (portal.exitCode === null) await once(portal, 'exit')
    destroyEmbedded(folder)
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}
