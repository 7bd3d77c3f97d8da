import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '#db/free-port.ts'
import { destroyEmbedded } from '#db/embedded.ts'

/** `said`: what it wrote on its console while starting. */
export type SpawnedPortal = { address: string; dataDir: string; said: string; stop(): Promise<void> }

/**
 * A demonstration portal of its own, started as `npm start` starts it, on a free port with a data folder that `stop` removes.
 * Of the caller's settings only those given reach it, and it asks nobody outside unless told to. Rejects with what it said when it ends instead of starting.
 */
export async function spawnPortal(settings: Readonly<Record<string, string>> = {}): Promise<SpawnedPortal> {
  const dataDir = mkdtempSync(join(tmpdir(), 'portal-spawned-'))
  const { PATH, HOME } = process.env
  const portal = spawn(process.execPath, ['lib/launch/bootstrap.mjs', 'start'], {
    env: { NODE_ENV: 'production', PATH, HOME, PORT: String(await freePort()), PORTAL_DATA_DIR: dataDir, COMPANY_REGISTER_URL: 'off', ...settings }, stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let said = ''
  const address = await new Promise<string>((resolve, reject) => {
    for (const stream of [portal.stdout, portal.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        said += text
        const named = said.match(/^Passerelle is ready: (\S+)$/m)?.[1]
        if (named) resolve(named)
      })
    }
    portal.once('exit', (code) => reject(new Error(`The portal ended with ${code} instead of starting:\n${said}`)))
  })
  return {
    address,
    dataDir,
    said,
    async stop() {
      portal.kill('SIGTERM')
      if (portal.exitCode === null) await once(portal, 'exit')
      destroyEmbedded(dataDir)
    },
  }
}
