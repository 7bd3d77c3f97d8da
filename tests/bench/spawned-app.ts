import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { freePort } from '#db/free-port.ts'

/** A portal in a process of its own, on a database that outlives it. */
export type SpawnedApp = { address: string; kill(): Promise<void>; again(): Promise<void> }

/** Starts the portal as built, without jobs, on `databaseUrl`; `kill` ends it as a power cut would, `again` starts it on the same port. */
export async function spawnApp(databaseUrl: string, secret: string, dataDir: string): Promise<SpawnedApp> {
  const port = await freePort()
  const { PATH, HOME } = process.env
  const env = {
    NODE_ENV: 'production', PATH, HOME, PORT: String(port), DATABASE_URL: databaseUrl, AUTH_SECRET: secret, PORTAL_DATA_DIR: dataDir, PORTAL_WORKER: 'off',
    PORTAL_URL: `http://127.0.0.1:${port}`, SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'bench@bench.example',
  } as const
  let child: ChildProcess
  async function start() {
    child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'lib/launch/start.ts'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    await new Promise<void>((resolve, reject) => {
      for (const stream of [child.stdout, child.stderr]) {
        stream?.setEncoding('utf8').on('data', (text: string) => {
          said += text
          if (said.includes('Passerelle is ready')) resolve()
        })
      }
      child.once('exit', (code) => reject(new Error(`The portal ended with ${code} instead of starting:\n${said}`)))
    })
  }
  await start()
  return {
    address: `http://127.0.0.1:${port}`,
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
    again: start,
  }
}
