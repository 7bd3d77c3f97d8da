import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { report } from '#tests/bench/ratio.ts'

/** How long `npm start` takes from a fresh clone, and again: seconds until it names its address, and their ratio. */
const folder = mkdtempSync(join(tmpdir(), 'portal-clone-'))
const cloned = spawnSync('git', ['clone', '--quiet', '.', folder])
if (cloned.status !== 0) throw new Error('The clone failed.')

async function start(): Promise<number> {
  const from = performance.now()
  const portal = spawn('npm', ['start', '--silent'], { cwd: folder, env: { ...process.env, PORT: '3917' }, stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  await new Promise<void>((resolve, reject) => {
    portal.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes('http://127.0.0.1:3917')) resolve()
    })
    portal.once('exit', (code) => reject(new Error(`npm start ended with ${code}:\n${said}`)))
  })
  const seconds = (performance.now() - from) / 1_000
  const ended = new Promise((resolve) => portal.once('exit', resolve))
  portal.kill('SIGTERM')
  await ended
  return seconds
}

try {
  const first = await start()
  const second = await start()
  report('first start from a fresh clone', `${first.toFixed(1)} s`, 'told')
  report('second start', `${second.toFixed(1)} s`, 'under 10 s')
  report('second start ÷ first start', (second / first).toFixed(2), 'told')
} finally {
  rmSync(folder, { recursive: true, force: true })
}
